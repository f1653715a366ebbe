package dev.newsfold.parse.people;

import dev.newsfold.parse.text.CreditWords;
import dev.newsfold.parse.text.Lexicon;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where Chinese names end that stand in a byline, one after the other: 记者 张三 李 四、王五报道. */
final class NameRuns {
  /** Words of a byline that may stand in a list of names. */
  private static final String IN_LISTS = Lexicon.anyOf("no-names.tsv", 3, "byline");

  private static final String PICTURE = CreditWords.any("picture");

  /** What may follow a name without a gap. */
  private static final Pattern AFTER_NAME =
      Pattern.compile(
          "^(?:"
              + IN_LISTS
              + "|"
              + CreditWords.any("wrote", "interviewed", "words", "from", "video", "checked")
              + "|"
              + PICTURE
              + "\\s|"
              + CreditWords.any("picture source")
              + "|\\p{IsHan}{2,6}\\d{1,2}日|\\p{IsHan}{0,4}"
              + CreditWords.any("editor")
              + "[\\s:：/／|｜丨]|\\p{IsHan}{2,6}"
              + CreditWords.any("report kind")
              + "?"
              + CreditWords.any("report", "dispatch", "wire", "bulletin")
              + "(?=[\\s)）】〕]|$)|\\p{IsHan}{2,6}"
              + CreditWords.any("station")
              + "$)");

  private static final Pattern PHOTOGRAPHER =
      Pattern.compile(
          "^\\s?[／/]?(?:(?!"
              + CreditWords.any("photography", "picture source")
              + ")(?:"
              + CreditWords.any("took")
              + "|"
              + PICTURE
              + "(?!\\s\\p{IsHan}{2}))|"
              + CreditWords.any("photography")
              + "(?!"
              + CreditWords.any("report", "reporter")
              + "|\\p{IsHan}{2,3}(?:[\\s)）】〕/／]|$)|[\\s:：/／]{1,2}\\p{IsHan}{2})|"
              + CreditWords.any("drew")
              + ")");

  /** No name of such a list holds one. */
  private static final Pattern NO_GIVEN =
      Pattern.compile(
          IN_LISTS
              + "|"
              + CreditWords.any("editor", "dispatch")
              + "|"
              + CreditWords.any("others")
              + "$");

  static final String GAP = "、，,；; 　:：/／|｜丨□■◎○●◆◇▲";
  static final String END = ")）】〕]》」』／/|｜丨。<〉《";

  private static final int LONGEST_GIVEN = 5;

  /** 买买提·艾力报道: a name with a dot, and what may follow one without a gap. */
  private static final Pattern DOTTED =
      Pattern.compile(
          "(\\p{IsHan}{1,8}·\\p{IsHan}{1,8}?)(?:"
              + CreditWords.any("report kind")
              + "?"
              + CreditWords.any("report")
              + "|"
              + CreditWords.any("wrote", "words and pictures", "photography", "took")
              + ")");

  private NameRuns() {}

  /** Length of the Chinese name at a position, 0 if there is none. */
  static int length(String text, int at) {
    int run = at;
    while (run < text.length() && run < at + 17 && isNameChar(text.charAt(run))) {
      run++;
    }
    int length = run - at;
    Matcher reported = DOTTED.matcher(text).region(at, run);
    if (reported.matches() && PersonNames.isChineseName(reported.group(1))) {
      return reported.end(1) - at;
    }
    if (length == 1 && run + 1 < text.length() && text.charAt(run) == ' ') {
      boolean single = run + 2 >= text.length() || !isNameChar(text.charAt(run + 2));
      return isNameChar(text.charAt(run + 1)) && single ? 3 : 0;
    }
    if (length == 2 && Surnames.isDouble(text.substring(at, run))) {
      int given = givenLength(text, run);
      if (given > 0) {
        return length + 1 + given;
      }
    }
    boolean dated = run < text.length() && Character.isDigit(text.charAt(run));
    boolean pictured = length > 2 && text.charAt(run - 1) == '摄';
    if (!dated && !pictured && PersonNames.isChineseName(text.substring(at, run))) {
      return length;
    }
    for (int cut = 3; cut >= 2; cut--) {
      if (length > cut
          && PersonNames.isChineseName(text.substring(at, at + cut))
          && (mayFollow(text, at + cut) || tookPictures(text, at + cut))) {
        return cut;
      }
    }
    return 0;
  }

  /** 欧阳 静怡: length of the given name behind a blank and a surname of two; 0 if none. */
  private static int givenLength(String text, int at) {
    int run = at + 1;
    while (run < text.length() && isNameChar(text.charAt(run))) {
      run++;
    }
    boolean given = at < text.length() && text.charAt(at) == ' ' && run > at + 1 && run <= at + 3;
    return given ? run - at - 1 : 0;
  }

  static boolean isNameChar(char c) {
    return c == '·' || Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }

  /** 张三、央金拉姆: what stands between marks of a list of which another part is a known name. */
  static int lengthInList(String text, int at, List<String> names) {
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
            && (listed || goesOn && length(text, run + 1) > 0)
            && !PersonNames.isOutlet(word)
            && !NO_GIVEN.matcher(word).find()
        ? run - at
        : 0;
  }

  /** True if what stands at a position may follow a name without a gap. */
  static boolean mayFollow(String text, int at) {
    return AFTER_NAME.matcher(text.substring(at)).find();
  }

  /** True if what stands at a position says that the one named before it took the pictures. */
  static boolean tookPictures(String text, int at) {
    return PHOTOGRAPHER.matcher(text.substring(at)).find();
  }
}
