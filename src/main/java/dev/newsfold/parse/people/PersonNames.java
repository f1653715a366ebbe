package dev.newsfold.parse.people;

import dev.newsfold.parse.text.CreditWords;
import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells people's names from outlets, places and prose, and takes lists of them apart: {@code 张三、李四
 * 王 五}, {@code Jane Roe and John Doe}.
 */
public final class PersonNames {
  private static final String AND = CreditWords.any("and");

  /** How names of outlets, offices and accounts end. */
  private static final Pattern OUTLET =
      Pattern.compile(".*" + Lexicon.anyOf("no-names.tsv", 3, "outlet ending") + "$");

  /** Nobody is called so, whatever the first character. */
  private static final Pattern OFFICE =
      Pattern.compile("\\p{IsHan}{2,3}" + Lexicon.anyOf("no-names.tsv", 3, "office ending"));

  private static final Pattern OUTLETS_WORD =
      Pattern.compile(Lexicon.anyOf("no-names.tsv", 3, "outlet"));

  private static final Set<String> NO_NAMES = Lexicon.words("no-names.tsv", 3, "chinese");

  /** Occupations in front of a name: 首席记者 张三. */
  private static final Pattern ROLE =
      Pattern.compile(
          "^(?:[\\p{IsHan}·]{0,10}"
              + Lexicon.anyOf("no-names.tsv", 3, "occupation")
              + "|"
              + CreditWords.any("words", "words and pictures")
              + ")[/／:：|｜丨 ]{0,2}");

  private static final Pattern DOT = Pattern.compile("·");

  /** Names of peoples who have no surnames: 央金, 次仁罗布, 格日勒图雅. */
  private static final Pattern GIVEN_ONLY =
      Pattern.compile(
          "(?:%1$s){1,2}\\p{IsHan}{0,2}|\\p{IsHan}{1,2}%1$s"
              .formatted("(?:" + BylineWords.any("given") + ")"));

  /** Marks that papers set before a byline. */
  private static final Pattern MARK = Pattern.compile("^[■□◆◇●○▲△★☆◎▪•]{1,2}\\s*");

  private static final Pattern TRAILER =
      Pattern.compile(
          "[/／ ]?(?:"
              + CreditWords.any("report kind")
              + "?"
              + CreditWords.any("report")
              + "|"
              + CreditWords.any("words", "words and pictures", "picture", "photography", "took")
              + "|"
              + CreditWords.any("arranged", "translated", "others")
              + "|"
              + CreditWords.any("from")
              + ".{1,8})$");

  private static final Pattern SPLIT =
      Pattern.compile("[、，,;；/／|｜丨&＆_\\s]+|(?<=\\p{IsHan})" + AND + "(?= )");
  private static final Pattern LATIN_NAME =
      Pattern.compile("\\p{Lu}[\\p{L}'’.-]{1,20}(?: \\p{L}[\\p{L}'’.-]{0,20}){1,3}");

  private static final int MAX_NAMES = 20;
  private static final int MAX_LENGTH = 400;
  private static final int LONGEST_HAN = 4;
  private static final int LONGEST_TRANSCRIBED = 16;
  private static final int LONGEST_PEN_NAME = 12;

  /** What is written in capitals only is an outlet: CTWANT. */
  private static final Pattern ABBREVIATION = Pattern.compile("[A-Z]{3,}");

  /** Words between and behind names: 张三 和 李四 编译. */
  private static final Pattern CONNECTING =
      Pattern.compile(Lexicon.anyOf("no-names.tsv", 3, "connecting"));

  /** 成都报道, 发自成都: where the people named before it were. */
  private static final Pattern FROM =
      Pattern.compile(
          "\\p{IsHan}{2}%s?%s|%s\\p{IsHan}{2,8}|为\\S{2,12}%s"
              .formatted(
                  CreditWords.any("report kind"),
                  CreditWords.any("report"),
                  CreditWords.any("from"),
                  CreditWords.any("drafted")));

  private PersonNames() {}

  /** A Chinese name of two to four characters with a known surname, or one with a middle dot. */
  public static boolean isChineseName(String name) {
    String text = Text.plain(name).replace('‧', '·').replace('・', '·');
    if (text.indexOf('·') > 0) {
      return text.length() <= LONGEST_TRANSCRIBED
          && allHan(text.replace("·", ""))
          && DOT.splitAsStream(text).noneMatch(PersonNames::isOutlet);
    }
    if (GIVEN_ONLY.matcher(text).matches()) {
      return true;
    }
    int length = text.length();
    if (length < 2
        || length > LONGEST_HAN
        || !allHan(text)
        || NO_NAMES.contains(text)
        || OFFICE.matcher(text).matches()) {
      return false;
    }
    if (length > 2 && Surnames.isDouble(text.substring(0, 2))) {
      return true;
    }
    // Four characters with a single surname are a married name or no name at all.
    return Surnames.begin(text)
        && (length < 4 || Surnames.begin(text.substring(1)) && !isOutlet(text));
  }

  /** What stands behind 作者: need not have a surname, but is no outlet and no sentence. */
  static boolean isPenName(String name) {
    String text = Text.plain(name);
    return !text.isEmpty()
        && text.length() <= LONGEST_PEN_NAME
        && !isOutlet(text)
        && !NO_NAMES.contains(text.toLowerCase(Locale.ROOT))
        && text.codePoints()
            .allMatch(
                c -> Character.isLetterOrDigit(c) || c == '·' || c == '_' || c == '-' || c == '.')
        && !text.chars().allMatch(Character::isDigit)
        && !ABBREVIATION.matcher(text).matches();
  }

  /** Whether a name reads like that of a newspaper, an office or an account. */
  public static boolean isOutlet(String name) {
    String text = Text.plain(name);
    boolean shortName =
        text.length() <= 3 && Surnames.begin(text) && !OFFICE.matcher(text).matches();
    return NO_NAMES.contains(text)
        || (!shortName && OUTLET.matcher(text).matches())
        || OUTLETS_WORD.matcher(text).find();
  }

  /**
   * The Chinese names of a list, in order; parts that are no names are left out. A name printed
   * with a blank inside ({@code 方 敏}, {@code 欧阳 静怡}) is joined.
   *
   * @param penNames true to take names without a known surname too
   */
  static List<String> chinese(String list, boolean penNames) {
    String text = list.length() > MAX_LENGTH ? list.substring(0, MAX_LENGTH) : list;
    Set<String> names = new LinkedHashSet<>();
    for (String part : joinSingles(SPLIT.split(text.strip(), 60))) {
      if (!names.isEmpty() && FROM.matcher(Text.plain(part)).matches()) {
        continue;
      }
      String name = bare(part);
      List<String> several = NamePairs.pointed(name);
      if (names.size() < MAX_NAMES
          && several.isEmpty()
          && (isChineseName(name) || (penNames && isPenName(name)))) {
        names.add(name);
      } else {
        names.addAll(several.isEmpty() ? NamePairs.joined(name) : several);
      }
    }
    return List.copyOf(names);
  }

  /**
   * Names of other scripts, or with another country's surname, where a page says that they are an
   * author's: {@code Sasaki Futo}, 関谷智.
   */
  static List<String> foreign(String list) {
    List<String> names = new ArrayList<>();
    for (String part : list.strip().split("\\s*[、，,;；/／|｜&]\\s*", 20)) {
      String name = bare(part);
      boolean latin = LATIN_NAME.matcher(name).matches();
      boolean han = name.length() >= 3 && name.length() <= LONGEST_HAN && allHan(name);
      if ((latin || han)
          && !isOutlet(name)
          && !NO_NAMES.contains(Text.plain(name).toLowerCase(Locale.ROOT))) {
        names.add(name);
      }
    }
    return names;
  }

  /** Whether a list holds Chinese names and nothing else but the words between and behind them. */
  public static boolean isAllChinese(String list) {
    List<String> parts = joinSingles(SPLIT.split(list.strip(), 60));
    boolean named = false;
    for (String part : parts) {
      String name = bare(part);
      if (named && FROM.matcher(Text.plain(part)).matches()) {
        continue;
      }
      if (isChineseName(name) || !NamePairs.joined(name).isEmpty()) {
        named = true;
      } else if (!CONNECTING.matcher(Text.plain(part)).matches()) {
        return false;
      }
    }
    return named;
  }

  /** The part of a name without occupation in front and 报道 or 摄 behind. */
  static String bare(String part) {
    String name = Text.without(ROLE, Text.without(MARK, part.strip()));
    return isChineseName(name) ? name : Text.without(TRAILER, name).strip();
  }

  private static List<String> joinSingles(String[] parts) {
    List<String> joined = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      boolean single = parts[i].length() == 1 && Text.isCjk(parts[i].charAt(0));
      boolean broken =
          single && i + 1 < parts.length && parts[i + 1].length() == 1
              || Surnames.isDouble(parts[i])
                  && i + 1 < parts.length
                  && parts[i + 1].length() <= 2
                  && allHan(parts[i + 1]);
      if (broken) {
        joined.add(parts[i] + parts[++i]);
      } else if (!parts[i].isEmpty()) {
        joined.add(parts[i]);
      }
    }
    return joined;
  }

  private static boolean allHan(String text) {
    return !text.isEmpty()
        && text.codePoints()
            .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }
}
