package dev.newsfold.parse.people;

import dev.newsfold.parse.text.Lexicon;
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

  /** What may follow a name without a gap. */
  private static final Pattern AFTER_NAME =
      Pattern.compile(
          "^(?:摄影报道|摄影报导|报道|报导|采写|采访|撰文|综合|编译|整理|文|发自|摄影|图片|视频|图\\s|实习|通讯|记者|校对|审核|\\p{IsHan}{2,6}\\d{1,2}日"
              + "|(?:\\p{IsHan}{0,4}编辑|责编)[\\s:：/／|｜丨]|\\p{IsHan}{2,6}(?:综合|专题|即时)?(?:报道|报导|专电|电)(?=[\\s)）】〕]|$)"
              + "|\\p{IsHan}{2,6}台$)");

  /** Who took the pictures, by the word before 记者. */
  private static final Pattern PICTURES = Pattern.compile("(?:摄影|图片|视频|摄像)$");

  /** 【记者】张三: a role in brackets of its own. */
  private static final Pattern BRACKETED_ROLE =
      Pattern.compile("[【\\[]((?:\\p{IsHan}{0,6}?(?:记者|通讯员|实习生)|作者|撰文|采写|撰稿))[】\\]]");

  private static final Pattern PHOTOGRAPHER =
      Pattern.compile(
          "^\\s?[／/]?(?:翻?摄(?!影)|图(?!\\s\\p{IsHan}{2})|摄影(?!报道|报导|记者|[\\s:：/／]{1,2}\\p{IsHan}{2})|制图|供图)");
  private static final Pattern STATION = Pattern.compile("\\p{IsHan}{2,3}台");
  private static final Pattern REPORTED = Pattern.compile("(?:综合|专题|摄影|图文)?(?:报道|报导)");
  private static final String GAP = "、，,；; 　:：/／|｜丨";
  private static final String END = ")）】〕]》」』／/|｜丨。<〉《";

  /** Words of a byline that may stand in a list of names. */
  private static final Pattern NO_GIVEN =
      Pattern.compile(Lexicon.anyOf("no-names.tsv", 3, "byline") + "|等$");

  private static final int LONGEST_GIVEN = 5;
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
      while (i < text.length() && GAP.indexOf(text.charAt(i)) >= 0 && !endsList(text, i, names)) {
        i++;
      }
      if (i >= text.length() || END.indexOf(text.charAt(i)) >= 0 || roleAt(text, i)) {
        return i;
      }
      int length = nameLength(text, i);
      if (length == 0) {
        length = lengthInList(text, i, names);
      }
      if (length == 0) {
        return names.isEmpty() ? -1 : endOfByline(text, i);
      }
      String name = text.substring(i, i + length).replace(" ", "");
      if (!names.isEmpty() && text.charAt(i - 1) == ' ' && isPlace(text, i + length, name)) {
        return i;
      }
      i += length;
      if (PHOTOGRAPHER.matcher(text.substring(i)).find()) {
        return -1;
      }
      names.add(name);
    }
    return i;
  }

  /** 张三、央金拉姆: what stands between marks of a list of which another part is a known name. */
  private static int lengthInList(String text, int at, List<String> names) {
    int run = at;
    while (run < text.length() && run <= at + LONGEST_GIVEN && isNameChar(text.charAt(run))) {
      run++;
    }
    boolean listed = !names.isEmpty() && text.charAt(at - 1) == '、';
    boolean goesOn = run < text.length() && text.charAt(run) == '、';
    boolean ends =
        run == text.length()
            || END.indexOf(text.charAt(run)) >= 0
            || GAP.indexOf(text.charAt(run)) >= 0;
    String word = text.substring(at, run);
    boolean fits = run - at >= 2 && run - at <= LONGEST_GIVEN && ends;
    return fits
            && (listed || goesOn && nameLength(text, run + 1) > 0)
            && !PersonNames.isOutlet(word)
            && !NO_GIVEN.matcher(word).find()
        ? run - at
        : 0;
  }

  /** 张三 成都报道, 张三 四川台: where from, behind a blank and the names. */
  private static boolean isPlace(String text, int end, String name) {
    return STATION.matcher(name).matches()
        || name.length() <= 3 && REPORTED.matcher(text.substring(end)).lookingAt();
  }

  private static boolean endsList(String text, int at, List<String> names) {
    return !names.isEmpty() && END.indexOf(text.charAt(at)) >= 0;
  }

  private static int endOfByline(String text, int at) {
    return AFTER_NAME.matcher(text.substring(at)).find() ? at : -1;
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

  /** Length of the Chinese name at a position, 0 if there is none. */
  private static int nameLength(String text, int at) {
    int run = at;
    while (run < text.length() && run < at + 17 && isNameChar(text.charAt(run))) {
      run++;
    }
    int length = run - at;
    if (length == 1 && run + 1 < text.length() && text.charAt(run) == ' ') {
      boolean single = run + 2 >= text.length() || !isNameChar(text.charAt(run + 2));
      return isNameChar(text.charAt(run + 1)) && single ? 3 : 0;
    }
    boolean dated = run < text.length() && Character.isDigit(text.charAt(run));
    boolean pictured = length > 2 && text.charAt(run - 1) == '摄';
    if (!dated && !pictured && PersonNames.isChineseName(text.substring(at, run))) {
      return length;
    }
    for (int cut = 3; cut >= 2; cut--) {
      if (length > cut
          && PersonNames.isChineseName(text.substring(at, at + cut))
          && (AFTER_NAME.matcher(text.substring(at + cut)).find()
              || PHOTOGRAPHER.matcher(text.substring(at + cut)).find())) {
        return cut;
      }
    }
    return 0;
  }

  private static boolean isNameChar(char c) {
    return c == '·' || Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }
}
