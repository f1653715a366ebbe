package dev.newsfold.parse.people;

import dev.newsfold.parse.text.CreditWords;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names that the shape of a whole Chinese line tells: a slash or a colon between a desk and a name,
 * or between a name and what he did: 生活中心／王小明報導, 张三/文, 王小明／台北報導, 文：青石.
 */
final class ShapedBylines {
  private static final String OPEN = "[〔【（(]?";
  private static final String CLOSE = "[〕】）)]?";
  private static final String NAME = "\\p{IsHan}{2,4}";
  private static final String WORDS = CreditWords.any("words");
  private static final String REPORT = CreditWords.any("report");

  /** 生活中心／王小明報導, 文／王小明: a desk or 文, a slash, a name. */
  private static final Pattern DESK =
      Pattern.compile(
          "^"
              + OPEN
              + "(?:[\\p{IsHan}·]{2,20}?"
              + CreditWords.any("desk", "channel")
              + "|"
              + CreditWords.any("words and pictures", "words", "reporter", "translated")
              + ")\\s?[／/｜|丨:： ]\\s?([\\p{IsHan}、·\\s]{2,30}?)([／/][^／/]{0,12})?(?:\\s?"
              + CreditWords.any("report kind")
              + "?"
              + REPORT
              + ")?"
              + CLOSE
              + "$");

  /** 文/某某网 张三: his outlet before the name. */
  private static final Pattern OUTLET_BEFORE =
      Pattern.compile(
          "^\\p{IsHan}{0,8}" + CreditWords.any("outlet end", "outlet", "reporter") + "\\s(?=\\S)");

  /** 张三 编辑/李四: the role that begins behind the names. */
  private static final Pattern NEXT_ROLE =
      Pattern.compile("\\s" + CreditWords.any("editor", "photography", "camera", "video") + "$");

  /** 文：青石 in a line of its own. */
  private static final Pattern WRITTEN_BY =
      Pattern.compile("[(（【]?" + WORDS + "\\s?[:：/／|｜]\\s?([^\\s:：/／|｜()（）【】]{2,10})[)）】]?");

  /** 【作者】张三, its brackets already gone. */
  private static final Pattern AUTHOR =
      Pattern.compile(" " + CreditWords.any("author") + ":\\s?([^\\[【]{2,30}?)\\s*(?:[\\[【].*)?");

  /** 张三/文: the words are by him, whoever took the pictures. */
  private static final Pattern WORDS_BY =
      Pattern.compile(
          "(?:^|[\\s》」）)、])((?:^(?:%1$s[、\\s]){1,3})?%1$s)\\s?[/／]\\s?".formatted(NAME)
              + CreditWords.any("words", "words and pictures")
              + "(?!\\p{IsHan})");

  /** 张三 李四 文/图, 张三 文 李四 图. */
  private static final Pattern WORDS_BEHIND =
      Pattern.compile(
          "^[(（]?((?:%1$s[、\\s]){0,3}%1$s)\\s(?:%2$s\\s?[/／、]?\\s?%2$s|%5$s|%3$s(?:[/／\\s、]{1,2}(?:%1$s[、\\s]){1,3}%4$s)?)[)）]?$"
              .formatted(
                  NAME,
                  CreditWords.any("words", "picture"),
                  WORDS,
                  CreditWords.any("picture", "took"),
                  CreditWords.any("supplied", "drafted")));

  /** 王小明／台北報導. */
  private static final Pattern FROM_PLACE =
      Pattern.compile(
          "^"
              + OPEN
              + "((?:%1$s、){0,3}%1$s)\\s?[/／]\\s?\\p{IsHan}{0,8}".formatted(NAME)
              + CreditWords.any("report", "piece")
              + CLOSE
              + "$");

  /** 原创 张三 some account's name; by 张三, 由 张三 发布. */
  private static final Pattern OWN =
      Pattern.compile(
          "^(?:%s[\\s:：|]{1,3}|%s\\s|(?i:by)\\s)(%s)(?=\\s|$)"
              .formatted(CreditWords.any("own"), CreditWords.any("by"), NAME));

  /** 王小明、实习生李大华: names before the first role of a bracket. */
  private static final Pattern BEFORE_ROLE =
      Pattern.compile(
          "^((?:\\p{IsHan}{2,3}[、，\\s]){1,3})(?:%s|%s%s)"
              .formatted(
                  CreditWords.any("intern", "correspondent"),
                  CreditWords.any("trainee"),
                  CreditWords.any("reporter")));

  private static final Pattern REPORTER =
      Pattern.compile(CreditWords.any("reporter", "correspondent"));

  private static final Pattern HAN = Pattern.compile("[\\p{IsHan}·]{2,10}");

  private ShapedBylines() {}

  /** The names that the shape of a line tells; none for a line of another shape. */
  static List<String> in(String text) {
    Matcher author = AUTHOR.matcher(text);
    if (author.matches() && PersonNames.isAllChinese(author.group(1))) {
      return PersonNames.chinese(author.group(1), false);
    }
    List<String> desk = desk(text);
    if (!desk.isEmpty()) {
      return desk;
    }
    List<String> place = fromPlace(text);
    if (!place.isEmpty()) {
      return place;
    }
    for (Pattern pattern : List.of(OWN, WORDS_BY, WORDS_BEHIND)) {
      Matcher m = pattern.matcher(text);
      if (m.find()
          && !REPORTER.matcher(text.substring(0, m.start(1))).find() // who signs, too
          && PersonNames.isAllChinese(m.group(1))) {
        return PersonNames.chinese(m.group(1), false);
      }
    }
    return List.of();
  }

  /** What all of a bracket tells: 生活中心／王小明報導, 王小明／台北報導. */
  static List<String> inBracket(String inside) {
    List<String> desk = desk(inside);
    return desk.isEmpty() ? fromPlace(inside) : desk;
  }

  /** The names in a bracket behind its roles, and those before the first of them. */
  static List<String> withLeading(String inside, List<String> names) {
    Matcher lead = BEFORE_ROLE.matcher(inside);
    if (names.isEmpty() || !lead.find() || !PersonNames.isAllChinese(lead.group(1))) {
      return names;
    }
    Set<String> all = new LinkedHashSet<>(PersonNames.chinese(lead.group(1), false));
    all.addAll(names);
    return List.copyOf(all);
  }

  private static List<String> fromPlace(String text) {
    Matcher place = FROM_PLACE.matcher(text);
    return place.find()
            && PersonNames.isAllChinese(place.group(1))
            && !PersonNames.isOutlet(place.group(1))
        ? PersonNames.chinese(place.group(1), false)
        : List.of();
  }

  /** The pen name that a line of its own tells behind 文：; null if it tells none. */
  static @Nullable String penName(String line) {
    Matcher m = WRITTEN_BY.matcher(line.strip());
    return m.matches() && HAN.matcher(m.group(1)).matches() && PersonNames.isPenName(m.group(1))
        ? m.group(1)
        : null;
  }

  /** 生活中心／王小明報導 as a whole line, or as all that a bracket holds. */
  static List<String> desk(String text) {
    Matcher m = DESK.matcher(text.strip());
    if (!m.matches()) {
      return List.of();
    }
    String named = OUTLET_BEFORE.matcher(m.group(1)).replaceFirst("");
    String list = m.group(2) == null ? named : NEXT_ROLE.matcher(named).replaceFirst("");
    return PersonNames.isAllChinese(list) ? PersonNames.chinese(list, false) : List.of();
  }
}
