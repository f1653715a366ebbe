package dev.newsfold.parse.people;

import dev.newsfold.parse.text.CreditWords;
import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what Chinese pages say of an author in words: 作者张三系某大学教授, 本文作者为某大学教授张三, 林小舟某大学教授 run
 * together, 李四 某报驻京记者.
 */
final class AuthorNotes {
  /** How what people do ends: a name before or behind it is a person's. */
  private static final String CALLING =
      "(?:" + BylineWords.any("occupation", "writing occupation") + ")";

  private static final String NAME = "(\\p{IsHan}{2,4})";
  private static final String AUTHOR = CreditWords.any("author");

  /** 张三系某大学教授: between a name and what he is. */
  private static final String IS = CreditWords.any("is");

  private static final Pattern RUN_TOGETHER =
      Pattern.compile("^(\\p{IsHan}{2,4}?)(\\p{IsHan}{2,30}" + CALLING + ")$");

  private static final Pattern NAME_AND_CALLING =
      Pattern.compile(
          "^((?:\\p{IsHan}{2,4}[、,，\\s]{1,2}){0,3}\\p{IsHan}{2,4})[\\s,，|｜/／丨]{1,3}\\S{0,16}"
              + CALLING
              + "$");

  /** 某大学教授 张三, 某网专栏作者 张三. */
  private static final Pattern CALLING_AND_NAME =
      Pattern.compile(
          "^\\p{IsHan}{2,20}(?:"
              + BylineWords.any("writing occupation")
              + "|"
              + AUTHOR
              + ")\\s{1,2}((?:\\p{IsHan}{2,4}[、\\s]){0,3}\\p{IsHan}{2,4})$");

  /** 某大学教授张三 behind 作者：, where no blank parts them. */
  private static final Pattern EMPLOYED =
      Pattern.compile("^\\p{IsHan}{2,24}" + CALLING + "\\s?(\\p{IsHan}{2,3})$");

  /** （张三 作者为某大学教授）, （张三，作者系…）. */
  private static final Pattern BEFORE_NOTE =
      Pattern.compile(
          "^[(（]%s[\\s，,；;、]{1,2}%s(?:%s?%s|[：:])"
              .formatted(NAME, AUTHOR, CreditWords.any("employer"), IS));

  /** 作者简介：张三，某大学教授. */
  private static final Pattern ABOUT_AUTHOR =
      Pattern.compile(
          "%s%s\\s?[:：]\\s?%s(?:[，,。（(\\s]|%s)"
              .formatted(AUTHOR, CreditWords.any("about"), NAME, IS));

  /** （张三，某大学教授） at the end of a line. */
  private static final Pattern IN_BRACKETS =
      Pattern.compile(
          "[(（](\\p{IsHan}{2,4}?)(?:[，,]|%s)[^()（），。]{2,40}%s[^()（）]{0,40}[)）]$"
              .formatted(IS, CALLING));

  private static final Pattern AUTHOR_IS =
      Pattern.compile(
          AUTHOR + IS + "[^，。；:：]{2,40}?" + CALLING + "\\s?(\\p{IsHan}{2,3})(?=[)）〕】\\]］。，]|$)");

  private static final Pattern IS_AUTHOR =
      Pattern.compile(AUTHOR + "(\\p{IsHan}{2,4}?)(?=" + IS + "(?!了)|，[^，。]{2,30}" + CALLING + ")");

  /** （原题为《…》 作者张三）. */
  private static final Pattern AT_END =
      Pattern.compile("[\\s，,；;》]" + AUTHOR + "\\s?" + NAME + "[)）\\]】]$");

  /** Bullets before a name that stands alone. */
  private static final Pattern BULLETS =
      Pattern.compile("^[□■◎●○◆◇▲△▼★☆※▪•·|｜/／—–-]{1,4}\\s?|\\s?[□■◎●○◆◇▲△▼★☆※▪•|｜/／]{1,2}$");

  /** Where an employer's name begins: names of countries, provinces and newsrooms. */
  private static final Pattern PLACE =
      Pattern.compile("^(?:" + BylineWords.any("employer") + ").*");

  /** 张三／核稿编辑: he read the text of another. */
  private static final Pattern EDITS =
      Pattern.compile(
          "[\\s／/|｜丨]{1,3}"
              + CreditWords.any("responsible", "editor kind")
              + CreditWords.any("editor")
              + "$");

  private static final Pattern LABEL = Pattern.compile("^" + AUTHOR + " ");

  private static final int MAX_LINE = 160;

  private AuthorNotes() {}

  /**
   * The name at the head of a name and an employer that are run together; none if it is no such.
   */
  static List<String> leading(String text) {
    String plain = Text.plain(text);
    Matcher m = RUN_TOGETHER.matcher(plain);
    if (!m.matches()) {
      Matcher employed = EMPLOYED.matcher(plain);
      return employed.matches() && PersonNames.isChineseName(employed.group(1))
          ? List.of(text.substring(employed.start(1)))
          : List.of();
    }
    int best = 0;
    for (int length = 2; length <= 4 && length + 3 < plain.length(); length++) {
      if (PersonNames.isChineseName(plain.substring(0, length))) {
        if (PLACE.matcher(plain.substring(length)).matches()) {
          return List.of(text.substring(0, length));
        }
        best = length <= 3 ? length : best;
      }
    }
    return best == 0 ? List.of() : List.of(text.substring(0, best));
  }

  /** 张三 某报记者, □ 张三: a short line of a name and what he does, or of a name with a bullet. */
  static List<String> inLine(String line) {
    String bare = BULLETS.matcher(line.strip()).replaceAll("").strip();
    String text = LABEL.matcher(bare).replaceFirst("");
    Matcher m = NAME_AND_CALLING.matcher(Text.plain(text));
    if (EDITS.matcher(Text.plain(text)).find()) {
      return List.of();
    }
    String list = m.matches() ? text.substring(m.start(1), m.end(1)) : text;
    Matcher behind = CALLING_AND_NAME.matcher(Text.plain(text));
    if (behind.matches() && PersonNames.isAllChinese(behind.group(1))) {
      return PersonNames.chinese(text.substring(behind.start(1)), false);
    }
    boolean names = m.matches() || text.length() < line.strip().length();
    return names && PersonNames.isAllChinese(list) ? PersonNames.chinese(list, false) : List.of();
  }

  /** What a note at the end says of the author. */
  static List<String> inNote(String line) {
    if (line.length() > MAX_LINE) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (Pattern pattern :
        List.of(BEFORE_NOTE, ABOUT_AUTHOR, IN_BRACKETS, AUTHOR_IS, IS_AUTHOR, AT_END)) {
      Matcher m = pattern.matcher(Text.plain(line));
      if (names.isEmpty() && m.find() && PersonNames.isChineseName(m.group(1))) {
        names.add(line.substring(m.start(1), m.end(1)));
      }
    }
    return names;
  }
}
