package dev.newsfold.parse.people;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.Regions;
import dev.newsfold.parse.people.WesternBylines.Found;
import dev.newsfold.parse.text.CreditWords;
import dev.newsfold.parse.text.Labelled;
import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.Phrases;
import dev.newsfold.parse.text.PrefilteredPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads bylines that stand in brackets or amid a line: {@code (Reporting by Jane Roe; Editing by
 * …)}, {@code (By Jane Roe)}, 【山川花子】, 홍길순 기자.
 */
final class EndBylines {
  private static final PrefilteredPattern REPORTING =
      PrefilteredPattern.of(
          "(?:^|[(\\[.;]\\s?|(?:%s) )(?:%s) ([^;()\\[\\]]{3,120})"
              .formatted(BylineWords.any("additional"), BylineWords.any("reporting")),
          Pattern.CASE_INSENSITIVE);

  /** One of these stands in all that does. */
  private static final Phrases REPORTS = Phrases.inAnyCase(BylineWords.of("reporting"));

  private static final PrefilteredPattern IN_BRACKETS =
      PrefilteredPattern.of(
          "[(\\[](?:"
              + BylineWords.any("by")
              + ")\\s([^()\\[\\]]{3,60})[)\\]]\\.?(?:\\s{0,2}(?:end)?item\\W{0,2}\\w{0,4})?$",
          Pattern.CASE_INSENSITIVE);

  /** Behind the names of a wire's byline: in Berlin and, Writing by. */
  private static final Pattern PLACE =
      Pattern.compile(
          "\\s(?:" + BylineWords.any("place") + ")\\s\\p{Lu}[\\p{L} ]{1,30}?(?=,| and |$|\\.)");

  private static final Pattern KOREAN =
      Pattern.compile(
          "(?:^|[\\s=\\]|/·])([가-힣]{2,4})\\s?(?:%s\\s?)?%s(?=$|[\\s=|/·,(\\[])"
              .formatted(CreditWords.korean("rank"), CreditWords.korean("reporter")));

  /** 取材・文: what somebody did, of which writing is one part. */
  private static final String WITH_WORDS =
      "(?:%1$s[・&＆/／と])?%2$s(?:[・&＆/／]%1$s)?"
          .formatted(
              CreditWords.japanese("arranged", "interviewed", "photography"),
              CreditWords.japanese("wrote"));

  private static final String HAN_OR_KANA = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー]";

  private static final Pattern JAPANESE =
      Pattern.compile(
          "[【（(［]\\s?(?:(?:%s|%s)[・/／:：])?(\\p{IsHan}{3,5}(?:[、・,]\\s?\\p{IsHan}{3,5}){0,3})(?:[\\s　]*%s[・/／:：]\\p{IsHan}{2,10})?\\s?[】）)］]$"
              .formatted(
                  WITH_WORDS,
                  CreditWords.japanese("reporter", "interviewed"),
                  CreditWords.japanese("photography", "arranged", "drew")));

  /** 取材・文＝山川花子, 文：山川 はな子: a line that says who wrote and no more. */
  private static final Pattern WRITTEN =
      Pattern.compile(
          "^%1$s\\s?[＝=:：／/|｜]\\s?(%2$s{2,8}(?:[\\s・]%2$s{1,6})?)(?:\\s?[(（].*)?$"
              .formatted(WITH_WORDS, HAN_OR_KANA));

  /** 【ソウル＝山川花子】: from where and by whom, before the text. */
  private static final Pattern FROM =
      Pattern.compile("^【[\\p{IsHan}\\p{IsKatakana}ー]{2,10}\\s?[=＝]\\s?(\\p{IsHan}{3,5})】");

  /** 【山川はな子】 in a line of its own; 写真・文＝山川はな子 at the end of one. */
  private static final Pattern WITH_KANA =
      Pattern.compile(
          "(?:^[【（(［]\\s?|"
              + WITH_WORDS
              + "\\s?[＝=:：/／]\\s?)"
              + "(\\p{IsHan}{1,3}[\\p{IsHiragana}\\p{IsKatakana}ー]{1,4}\\p{IsHan}?)\\s?[】）)］]?$");

  private static final Pattern JAPANESE_ALONE =
      Pattern.compile("\\p{IsHan}{4,5}|\\p{IsHan}{1,3}[ 　][\\p{IsHan}\\p{IsHiragana}]{1,4}");

  private static final Pattern JAPANESE_DAY =
      Pattern.compile("^(?:19|20)\\d\\d(?:年|/)\\d{1,2}(?:月|/)\\d{1,2}.{0,24}$");

  /** القاهرة: زيد منصور beneath the headline. */
  private static final Pattern ARABIC =
      Pattern.compile(
          "\\p{IsArabic}{3,14}(?: \\p{IsArabic}{2,12})?\\s?:\\s?(\\p{IsArabic}{2,12}(?: \\p{IsArabic}{2,12}){1,3})");

  /** القاهرة - زيد منصور - at the head of the text. */
  private static final Pattern ARABIC_OPENING =
      Pattern.compile(
          "^\\p{IsArabic}{3,14}(?: \\p{IsArabic}{2,12})?\\s?[-–—]\\s?"
              + "(\\p{IsArabic}{2,12}(?: \\p{IsArabic}{2,12}){1,2})\\s?[-–—:]\\s");

  /** ПРИМОРСК, 20 янв - РИА Новости, Анна Озерова. */
  private static final Pattern RUSSIAN =
      Pattern.compile(
          "^\\p{Lu}[\\p{Lu} -]{2,30}, \\d{1,2} \\p{Ll}{3,8}\\.? [-–—] [\\p{L} «»-]{2,30}, (\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?)[.,]");

  /** Анна Озерова. Фото автора, Анна ОЗЕРОВА, фото …: beneath the text. */
  private static final Pattern RUSSIAN_SIGNED =
      Pattern.compile(
          "^(\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{L}+(?:-\\p{Lu}\\p{L}+)?)[.,]\\s?(?iu:"
              + Lexicon.anyOf("credits.tsv", 3, "signed picture")
              + ")\\s.{2,40}$");

  /** Brackets at the end of Japanese lines that hold no name. */
  private static final Pattern NO_JAPANESE_NAME =
      Pattern.compile(Lexicon.anyOf("no-names.tsv", 3, "japanese"));

  private static final int MAX_LINE = 400;
  private static final int SHORT = 90;
  private static final int BELOW = 8;

  private EndBylines() {}

  static List<Found> all(Draft draft, Regions margins) {
    List<Line> ends = new ArrayList<>(margins.closing());
    ends.addAll(margins.below().subList(0, Math.min(BELOW, margins.below().size())));
    List<Found> found = new ArrayList<>();
    for (Line line : ends) {
      String text = line.text();
      boolean prose = text.length() > MAX_LINE; // it may end with a byline all the same
      add(found, "text:reporting by", wire(prose ? text.substring(text.length() - SHORT) : text));
    }
    String language = draft.article().getLanguage() == null ? "" : draft.article().getLanguage();
    if (language.startsWith("ru")) {
      margins.opening().forEach(line -> add(found, "text:dateline", russian(line.text())));
      for (Line line : ends) {
        Matcher signed = RUSSIAN_SIGNED.matcher(line.text());
        if (signed.matches()) {
          add(found, "text:signed", List.of(signed.group(1)));
        }
      }
    }
    if (language.startsWith("ar")) {
      List<Line> lines = new ArrayList<>(margins.beneath());
      lines.addAll(margins.opening());
      lines.forEach(line -> add(found, "text:place and name", arabic(line.text())));
    }
    if (language.startsWith("ko") || language.startsWith("ja")) {
      List<Line> lines = new ArrayList<>(margins.aroundHeadline());
      lines.addAll(margins.opening());
      lines.addAll(ends);
      for (Line line : lines) {
        String text = line.text();
        if (language.startsWith("ko")) {
          add(found, "text:korean byline", korean(text));
        } else if (text.length() <= MAX_LINE) {
          add(found, "text:japanese byline", japanese(text));
        }
      }
      if (language.startsWith("ja")) {
        besideTime(lines, found);
      }
    }
    return found;
  }

  /** 山川花子 in a line of its own right beneath that of the time. */
  private static void besideTime(List<Line> lines, List<Found> found) {
    for (Line line : lines) {
      if (JAPANESE_ALONE.matcher(line.text()).matches()
          && line.links().isEmpty()
          && !line.isHeading()
          && lines.stream()
              .anyMatch(
                  above ->
                      above.index() == line.index() - 1
                          && JAPANESE_DAY.matcher(above.text()).find())
          && !NO_JAPANESE_NAME.matcher(line.text()).find()) {
        add(found, "text:japanese name beside the time", List.of(line.text()));
      }
    }
  }

  /** Names of a wire's byline. */
  static List<String> wire(String line) {
    Matcher m = REPORTS.isIn(line) ? REPORTING.find(line) : null;
    if (m == null && (line.indexOf('(') >= 0 || line.indexOf('[') >= 0)) {
      m = IN_BRACKETS.find(line);
    }
    if (m == null) {
      return List.of();
    }
    String list = PLACE.matcher(m.group(1)).replaceAll("");
    return WesternNames.in(list).stream()
        .filter(name -> name.indexOf(' ') > 0 && WesternNames.isCapitalised(name))
        .toList();
  }

  static List<String> korean(String line) {
    List<String> names = new ArrayList<>();
    String text = line.length() > SHORT ? line.substring(0, SHORT) : line;
    Matcher m = KOREAN.matcher(text);
    while (m.find()) {
      if (!names.contains(m.group(1)) && !WesternNames.in(m.group(1)).isEmpty()) {
        names.add(m.group(1));
      }
    }
    return names;
  }

  /** The name behind a place that no label's word is. */
  static List<String> arabic(String line) {
    Matcher opening = ARABIC_OPENING.matcher(line);
    if (opening.find()) {
      return WesternNames.in(opening.group(1));
    }
    Matcher m = line.length() > SHORT ? null : ARABIC.matcher(line);
    return m != null && m.matches() && Labelled.in(line).isEmpty()
        ? WesternNames.in(m.group(1))
        : List.of();
  }

  static List<String> russian(String line) {
    Matcher m = RUSSIAN.matcher(line);
    return m.find() ? List.of(m.group(1)) : List.of();
  }

  static List<String> japanese(String line) {
    Matcher kana = WITH_KANA.matcher(line);
    if (kana.find() && !NO_JAPANESE_NAME.matcher(kana.group(1)).find()) {
      return List.of(kana.group(1));
    }
    for (Pattern pattern : List.of(WRITTEN, FROM)) {
      Matcher m = pattern.matcher(line);
      if (m.find() && !NO_JAPANESE_NAME.matcher(m.group(1)).find()) {
        return List.of(m.group(1));
      }
    }
    Matcher m = JAPANESE.matcher(line);
    return m.find() && !NO_JAPANESE_NAME.matcher(m.group(1)).find()
        ? List.of(m.group(1).split("[、・,]\\s?", 5))
        : List.of();
  }

  private static void add(List<Found> found, String rule, List<String> names) {
    if (!names.isEmpty()) {
      found.add(new Found(rule, names));
    }
  }
}
