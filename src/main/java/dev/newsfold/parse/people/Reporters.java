package dev.newsfold.parse.people;

import dev.newsfold.parse.text.CreditWords;
import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
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
  private static final Pattern BRACKET =
      Pattern.compile("[（(〔【\\[]([^（()）〔〕【】\\[\\]]{2,80})[）)〕】\\]]");
  private static final Pattern PICTURE = Pattern.compile("^" + CreditWords.any("pictured"));

  /** 云溪时报（www.example.com）记者 张三. */
  private static final Pattern ADDRESS = Pattern.compile("[（(][\\w-]+(?:\\.[\\w-]+){1,4}[)）]");

  private static final Pattern STATION =
      Pattern.compile("\\p{IsHan}{2,3}" + CreditWords.any("station"));

  /** Whom those work for who are named behind it, amid a list. */
  private static final Pattern AMONG_NAMES =
      Pattern.compile(STATION.pattern() + "|\\p{IsHan}{2,6}·\\p{IsHan}{2,4}");

  private static final Pattern REPORTED =
      Pattern.compile(CreditWords.any("report kind") + "?" + CreditWords.any("report"));

  /** The alias by which an office signs, as correspondents do: 岭海宣, 云水务、云宣. */
  private static final Pattern OFFICE =
      Pattern.compile("[\\s:：/／|｜丨]{0,2}[\\p{IsHan}、]{2,16}(?=$|[\\s)）】〕\\]])");

  private static final String SLASH = "/／";

  private static final int LONGEST_LINE = 90;
  private static final int LONGEST_OUTLET = 18;
  private static final int MAX_TEXT = 2_000;

  private Reporters() {}

  /** Names in the byline that a whole line is, or that stands in a bracket of it. */
  public static List<String> in(String line) {
    String written = line.length() > MAX_TEXT ? line.substring(0, MAX_TEXT) : line;
    String text = Text.plain(written);
    return ReporterRoles.mayBeIn(text) ? Text.asWritten(inPlain(text), text, written) : List.of();
  }

  private static List<String> inPlain(String line) {
    String text =
        ReporterRoles.BRACKETED.matcher(ADDRESS.matcher(line).replaceAll("")).replaceAll(" $1:");
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
      List<String> names = ShapedBylines.inBracket(inside);
      if (names.isEmpty() && !PICTURE.matcher(inside).find()) {
        names = ShapedBylines.withLeading(inside, names(inside, false));
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
    Matcher role = ReporterRoles.ROLE.matcher(text);
    Set<String> names = new LinkedHashSet<>();
    int from = 0;
    while (role.find(from)) {
      if (names.isEmpty() && role.start() > LONGEST_OUTLET && whole) {
        return List.of();
      }
      int at = role.end();
      List<String> found = new ArrayList<>();
      int end = readNames(text, at, found);
      int office = end < 0 && found.isEmpty() ? officeEnd(text, role.start(), at) : -1;
      if (office >= 0 && !names.isEmpty()) {
        from = office;
        continue;
      }
      if (end < 0 && !whole && !found.isEmpty()) {
        end = text.length(); // in a bracket that names a reporter, whatever else it says
      }
      if (!names.isEmpty()
          && ReporterRoles.DID.matcher(role.group()).matches()
          && role.start() == from
          && NameRuns.isNameChar(text.charAt(from - 1))) {
        from = at;
        continue; // it belongs to the names before it
      }
      if (end < 0 || (found.isEmpty() && whole && !roleAt(text, end))) {
        return whole ? List.of() : List.copyOf(names);
      }
      if (!ReporterRoles.PICTURES.matcher(text.substring(0, role.start())).find()) {
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
      while (i < text.length()
          && NameRuns.GAP.indexOf(text.charAt(i)) >= 0
          && !endsList(text, i, names)) {
        i++;
      }
      if (i >= text.length() || NameRuns.END.indexOf(text.charAt(i)) >= 0 || roleAt(text, i)) {
        return i;
      }
      i = names.isEmpty() ? i : behindStation(text, i);
      if (!names.isEmpty() && NameRuns.isNameChar(text.charAt(i - 1))) {
        return endOfByline(text, i); // 记者张三高雄报道: no name without a gap before it
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

  /** 乐清台 林小胜, 某某联盟·云溪 林小胜: where the name begins behind an outlet; else where we are. */
  private static int behindStation(String text, int at) {
    Matcher station = AMONG_NAMES.matcher(text).region(at, text.length());
    boolean outlet = station.lookingAt() && !PersonNames.isChineseName(station.group());
    int next = outlet ? station.end() + 1 : text.length();
    return next < text.length() && text.charAt(next - 1) == ' ' && NameRuns.length(text, next) > 0
        ? next
        : at;
  }

  /** 通讯员 岭海宣: where the alias ends by which an office signs; -1 if the text goes on. */
  private static int officeEnd(String text, int role, int at) {
    Matcher alias = OFFICE.matcher(text).region(at, text.length());
    return ReporterRoles.correspondsAt(text, role) && alias.lookingAt() ? alias.end() : -1;
  }

  private static boolean endsList(String text, int at, List<String> names) {
    return !names.isEmpty()
        && NameRuns.END.indexOf(text.charAt(at)) >= 0
        && !goesOnBehindSlash(text, at);
  }

  /** 记者王小明／李大华／台北报道: a name between slashes is one of the list. */
  private static boolean goesOnBehindSlash(String text, int at) {
    if (SLASH.indexOf(text.charAt(at)) < 0) {
      return false;
    }
    int next = skipBlanks(text, at + 1);
    int end = next < text.length() ? next + NameRuns.length(text, next) : next;
    int behind = skipBlanks(text, end);
    return end > next && behind < text.length() && SLASH.indexOf(text.charAt(behind)) >= 0;
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  private static int endOfByline(String text, int at) {
    return NameRuns.mayFollow(text, at) ? at : -1;
  }

  private static boolean roleAt(String text, int at) {
    Matcher m = ReporterRoles.ROLE.matcher(text);
    m.region(at, Math.min(text.length(), at + LONGEST_OUTLET));
    if (!m.find()) {
      return false;
    }
    // 首席记者, 南岸N视频记者: an outlet or a rank and no comma before the role.
    String before = text.substring(at, m.start());
    return before.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '·')
        && !(ReporterRoles.DID.matcher(m.group()).matches() && PersonNames.isChineseName(before));
  }
}
