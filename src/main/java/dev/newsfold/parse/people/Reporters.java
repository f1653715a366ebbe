package dev.newsfold.parse.people;

import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds who reported in the forms of Chinese newsrooms: （记者张三、李四）, 〔記者王小明／台北報導〕, 本报记者 张三,
 * 生活中心／王小明報導, 新京报记者 张三 实习生 李四, （中央社記者王小明台北28日電）.
 */
public final class Reporters {
  private static final Pattern ROLE =
      Pattern.compile("记者|通讯员|实习生|采访(?=\\s?[:：/／|｜丨])|特派员|评论员|撰稿人|撰稿|主笔|采写|采访人员|供稿|撰文|编译|执笔|整理报道");

  private static final Pattern BRACKET =
      Pattern.compile("[（(〔【\\[]([^（()）〔〕【】\\[\\]]{2,80})[）)〕】\\]]");
  private static final Pattern PICTURE = Pattern.compile("^(?:图|摄影|资料|来源|视频|影片)");

  /** Who took the pictures, by the word before 记者. */
  private static final Pattern PICTURES = Pattern.compile("(?:摄影|图片|视频|摄像)$");

  /** 【记者】张三: a role in brackets of its own. */
  private static final Pattern BRACKETED_ROLE =
      Pattern.compile("[【\\[]((?:\\p{IsHan}{0,6}?(?:记者|通讯员|实习生)|作者|撰文|采写|撰稿))[】\\]]");

  private static final Pattern STATION = Pattern.compile("\\p{IsHan}{2,3}台");
  private static final Pattern REPORTED = Pattern.compile("(?:综合|专题|摄影|图文)?(?:报道|报导)");
  private static final int LONGEST_LINE = 90;
  private static final int LONGEST_OUTLET = 18;
  private static final int MAX_TEXT = 2_000;

  /** Of each role, desk and mark in the patterns above, one char. */
  private static final BitSet TELLING = new BitSet();

  static {
    "记通实特评撰主采编执整作供由by/／|｜丨文原组部心快报".chars().forEach(TELLING::set);
  }

  private Reporters() {}

  /** A quick look: all that tells a byline holds one of these. */
  static boolean mayBeIn(String plain) {
    for (int i = 0; i < plain.length(); i++) {
      if (TELLING.get(plain.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Names in the byline that a whole line is, or that stands in a bracket of it. */
  public static List<String> in(String line) {
    String written = line.length() > MAX_TEXT ? line.substring(0, MAX_TEXT) : line;
    String text = Text.plain(written);
    return mayBeIn(text) ? Text.asWritten(inPlain(text), text, written) : List.of();
  }

  private static List<String> inPlain(String line) {
    String text = BRACKETED_ROLE.matcher(line).replaceAll(" $1:");
    if (text.length() <= LONGEST_LINE) {
      List<String> shaped = ShapedBylines.in(text);
      if (!shaped.isEmpty()) {
        return shaped;
      }
      List<String> whole = names(text, true);
      if (!whole.isEmpty()) {
        return whole;
      }
    }
    Matcher m = BRACKET.matcher(text);
    while (m.find()) {
      String inside = m.group(1).strip();
      List<String> names = ShapedBylines.desk(inside);
      if (names.isEmpty() && !PICTURE.matcher(inside).find()) {
        names = names(inside, false);
      }
      if (!names.isEmpty()) {
        return names;
      }
    }
    return List.of();
  }

  /**
   * @param whole true if the text must be a byline from its outlet to its end; otherwise it stood
   *     in a bracket
   */
  private static List<String> names(String text, boolean whole) {
    Matcher role = ROLE.matcher(text);
    Set<String> names = new LinkedHashSet<>();
    int from = 0;
    while (role.find(from)) {
      if (names.isEmpty() && role.start() > LONGEST_OUTLET && whole) {
        return List.of();
      }
      int at = role.end();
      List<String> found = new ArrayList<>();
      int end = readNames(text, at, found);
      if (end < 0 && !whole && !found.isEmpty()) {
        end = text.length(); // in a bracket that names a reporter, whatever else it says
      }
      if (end < 0 || (found.isEmpty() && whole && !roleAt(text, end))) {
        return whole ? List.of() : List.copyOf(names);
      }
      if (!PICTURES.matcher(text.substring(0, role.start())).find()) {
        names.addAll(found);
      }
      from = Math.max(end, at);
    }
    return List.copyOf(names);
  }

  /** Reads names from {@code at}; where they end, or -1 if this is prose or a photographer. */
  private static int readNames(String text, int at, List<String> names) {
    int i = at;
    while (i < text.length()) {
      while (i < text.length() && NameRuns.GAP.indexOf(text.charAt(i)) >= 0 && !endsList(text, i, names)) {
        i++;
      }
      if (i >= text.length() || NameRuns.END.indexOf(text.charAt(i)) >= 0 || roleAt(text, i)) {
        return i;
      }
      int length = NameRuns.length(text, i);
      if (length == 0) {
        length = NameRuns.lengthInList(text, i, names);
      }
      if (length == 0) {
        return names.isEmpty() ? -1 : endOfByline(text, i);
      }
      String name = text.substring(i, i + length).replace(" ", "");
      if (!names.isEmpty() && text.charAt(i - 1) == ' ' && isPlace(text, i + length, name)) {
        return i;
      }
      i += length;
      if (NameRuns.tookPictures(text, i)) {
        return -1;
      }
      names.add(name);
    }
    return i;
  }

  /** 张三 成都报道, 张三 四川台: where from, behind a blank and the names. */
  private static boolean isPlace(String text, int end, String name) {
    return STATION.matcher(name).matches()
        || name.length() <= 3 && REPORTED.matcher(text.substring(end)).lookingAt();
  }

  private static boolean endsList(String text, int at, List<String> names) {
    return !names.isEmpty() && NameRuns.END.indexOf(text.charAt(at)) >= 0;
  }

  private static int endOfByline(String text, int at) {
    return NameRuns.mayFollow(text, at) ? at : -1;
  }

  private static boolean roleAt(String text, int at) {
    Matcher m = ROLE.matcher(text);
    m.region(at, Math.min(text.length(), at + 12));
    if (!m.find() || m.start() - at > 6) {
      return false;
    }
    // 首席记者, 实习记者: a few characters and no comma before the role.
    String before = text.substring(at, m.start());
    return before.codePoints().allMatch(Character::isIdeographic);
  }
}
