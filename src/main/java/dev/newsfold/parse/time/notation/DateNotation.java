package dev.newsfold.parse.time.notation;

import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.PrefilteredPattern;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which pages write a calendar day. Each is tried at the start of a run of digits or of
 * a word, in this order, on text folded by {@link DateChars#fold}. Every repetition is bounded, so
 * a trial costs constant time.
 */
enum DateNotation {
  /** 2020年9月25日, 2020년 9월 25일; a year of three digits is one of the Republic. */
  EAST(
      Start.DIGIT,
      "(\\d{3,4})\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})(?!\\d)(?:\\s?[日号일])?",
      (m, context) -> {
        int year = number(m, 1) + (m.group(1).length() == 3 ? Ymd.REPUBLIC : 0);
        return new Ymd(year, number(m, 2), number(m, 3));
      }),

  /** 2020-09-25, 2020/9/25, 2020.09.25, 2020. 9. 25, 2020-09-2510:30. */
  YEAR_MONTH_DAY(
      Start.DIGIT,
      "(\\d{4})\\s?([-/.])\\s?(\\d{1,2})\\s?\\2\\s?(\\d{2}(?=\\d{2}:\\d{2})|\\d{1,2}(?!\\d))",
      (m, context) -> new Ymd(number(m, 1), number(m, 3), number(m, 4))),

  /** 2020 09/25, where a page sets the year apart. */
  YEAR_APART(
      Start.DIGIT,
      "(\\d{4})\\s{1,3}(\\d{2})[/-](\\d{2})(?![\\d/-])",
      (m, context) -> new Ymd(number(m, 1), number(m, 2), number(m, 3))),

  /** 09-25 2020, where a page sets the year below the day. */
  YEAR_BELOW(
      Start.DIGIT,
      "(\\d{2})[/-](\\d{2})\\s{1,3}(\\d{4})(?![\\d/:-])",
      (m, context) ->
          context.yearFirst() ? new Ymd(number(m, 3), number(m, 1), number(m, 2)) : null),

  /** 25 2020-09, where a page sets year and month below a large day. */
  MONTH_BELOW(
      Start.DIGIT,
      "(\\d{2})\\s{1,3}(\\d{4})[/.-](\\d{2})(?![\\d/.-])",
      (m, context) ->
          context.yearFirst() ? new Ymd(number(m, 2), number(m, 3), number(m, 1)) : null),

  /** 25.09.2020, 25/09/2020, 9/25/2020: full stops and dashes mean the day first. */
  DAY_MONTH_YEAR(
      Start.DIGIT,
      "(\\d{1,2})\\s?([-/.])\\s?(\\d{1,2})\\s?\\2\\s?(\\d{4})(?!\\d(?!\\d?[:h]\\d{2}))",
      (m, context) -> {
        int first = number(m, 1);
        int second = number(m, 3);
        boolean monthFirst =
            second > 12 || (context.monthFirst() && m.group(2).equals("/") && first <= 12);
        return new Ymd(
            number(m, 4),
            monthFirst ? first : second,
            monthFirst ? second : first,
            !m.group(2).equals(".") && first <= 12 && second <= 12);
      }),

  /** 109/09/25 and 109-09-25 on pages in Chinese: a year of the Republic. */
  REPUBLIC_YEAR(
      Start.DIGIT,
      "(1\\d{2})([-/.])(\\d{2})\\2(\\d{2})(?!\\d)",
      (m, context) ->
          context.language().startsWith("zh")
              ? new Ymd(number(m, 1) + Ymd.REPUBLIC, number(m, 3), number(m, 4))
              : null),

  /** 20-09-25 10:30 where the year comes first, 25.09.20 and 9/25/20 where it does not. */
  SHORT_YEAR(
      Start.DIGIT,
      "(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{2})(?!\\d)(?=(\\s{1,3}\\d{1,2}:\\d{2})?)",
      (m, context) -> {
        int first = number(m, 1);
        int second = number(m, 3);
        int third = number(m, 4);
        if (context.yearFirst()) {
          return m.group(5) == null ? null : new Ymd(Ymd.CENTURY + first, second, third);
        }
        if (m.group(2).equals("-")) {
          return null;
        }
        boolean monthFirst = second > 12 || (context.monthFirst() && m.group(2).equals("/"));
        return new Ymd(
            Ymd.ofShort(third, context.language()),
            monthFirst ? first : second,
            monthFirst ? second : first,
            m.group(2).equals("/") && first <= 12 && second <= 12);
      }),

  /** 25 September 2020, 25. September 2020, 25 de septiembre de 2020, 25-Sep-2020, 1er mai 2020. */
  DAY_NAME_YEAR(
      Start.DIGIT,
      "(\\d{1,2})(?:st|nd|rd|th|º|ª|er|-?го)?[\\s./,-]{0,3}(?:of\\s|de\\s|d['’])?"
          + "(?:\\p{L}{2,12}(?:\\s\\p{L}{2,12})?\\s?/\\s?)?([\\p{L}\\p{M}]{2,20}(?:\\s(?:الثاني|الأول|الاول))?)[\\s./,-]{1,3}"
          + "(?:de\\s|del\\s|of\\s|พ\\.ศ\\.\\s?)?(\\d{4})(?!\\d(?!\\d?[:h]\\d{2}))",
      (m, context) -> named(m, number(m, 3), 2, 1, context)),

  /** 25 ก.ย. 2563, 25 ก.ย. 63: the years of two digits are Buddhist ones too. */
  DAY_MONTH_THAI(
      Start.DIGIT,
      "(\\d{1,2})\\s?((?:[ก-ฮ][ัิีึืุู]?[ก-ฮ]?\\.){2})\\s?(?:พ\\.ศ\\.\\s?)?(\\d{4}|\\d{2})(?!\\d)",
      (m, context) ->
          named(m, number(m, 3) + (m.group(3).length() == 2 ? 2500 : 0), 2, 1, context)),

  /** 25 Sep 20 10:30, 25-Sep-20, 25 Sep '20. */
  DAY_NAME_SHORT_YEAR(
      Start.DIGIT,
      "(\\d{1,2})[\\s.-]{1,2}(\\p{L}{3,9})\\.?[\\s-]{1,2}(?:['’](\\d{2})(?!\\d)|(\\d{2})(?=[\\s,|]{1,3}\\d{1,2}:\\d{2}))",
      (m, context) -> named(m, Ymd.CENTURY + number(m, m.group(3) == null ? 4 : 3), 2, 1, context)),

  /** 25 tháng 9 năm 2020, 25 tháng 9, 2020. */
  DAY_MONTH_VIETNAMESE(
      Start.DIGIT,
      "(\\d{1,2})\\s?tháng\\s?(\\d{1,2})\\s?[,/-]?\\s?(?:năm\\s?)?(\\d{4})(?!\\d(?!\\d?[:h]\\d{2}))",
      (m, context) -> new Ymd(number(m, 3), number(m, 2), number(m, 1))),

  /** 2020 September 25, 2020. szeptember 25. */
  YEAR_NAME_DAY(
      Start.DIGIT,
      "(\\d{4})[\\s./-]{1,3}([\\p{L}\\p{M}]{2,20})[\\s./-]{1,3}(\\d{1,2})(?!\\d)",
      (m, context) -> named(m, number(m, 1), 2, 3, context)),

  /** 9月25日: the year is to be found elsewhere. */
  MONTH_DAY_EAST(
      Start.DIGIT,
      "(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日号일]",
      (m, context) -> new Ymd(Ymd.NO_YEAR, number(m, 1), number(m, 2))),

  /** 09-25 10:30, only with a time of day: two numbers alone may be anything. */
  MONTH_DAY(
      Start.DIGIT,
      "(\\d{1,2})([-/])(\\d{1,2})(?=\\s{1,3}\\d{1,2}:\\d{2}(?!\\d))",
      (m, context) -> {
        boolean dayFirst = !context.yearFirst() && !context.monthFirst();
        return new Ymd(Ymd.NO_YEAR, number(m, dayFirst ? 3 : 1), number(m, dayFirst ? 1 : 3));
      }),

  /** 25 de septiembre, a las 10:30; 25. September, 10:30 Uhr: as above. */
  DAY_NAME(
      Start.DIGIT,
      "(\\d{1,2})(?:st|nd|rd|th|º|er)?\\.?\\s(?:of\\s|de\\s)?([\\p{L}\\p{M}]{3,20})\\.?"
          + DateNotation.CLOCK_BEHIND,
      (m, context) -> named(m, Ymd.NO_YEAR, 2, 1, context)),

  /** 二〇二〇年九月二十五日, 二○二○年九月廿五日. */
  EAST_NUMERALS(
      Start.EAST_WORD,
      "([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十廿卅]{1,3})[日号]?",
      (m, context) ->
          new Ymd(
              EastNumerals.digits(m.group(1)),
              EastNumerals.number(m.group(2)),
              EastNumerals.number(m.group(3)))),

  /** Fri Sep 25 11:45:27 +0800 2020, as Unix and some services write it. */
  NAME_DAY_CLOCK_YEAR(
      Start.NAME,
      "(\\p{L}{3,9})\\s{1,2}(\\d{1,2})\\s"
          + "(?=\\d{1,2}:\\d{2}:\\d{2}\\s(?:[a-z]{1,5}|[+-]\\d{4})\\s(\\d{4})(?!\\d))",
      (m, context) -> named(m, number(m, 3), 1, 2, context)),

  /** 民國109年9月25日, 令和2年9月25日. */
  ERA(
      Start.EAST_WORD,
      "("
          + Lexicon.anyOf(Ymd.YEAR_BEFORE_ERA.keySet())
          + ")\\s?(\\d{1,3}|元)\\s?年\\s?(\\d{1,2})\\s?月\\s?(\\d{1,2})(?!\\d)(?:\\s?日)?",
      (m, context) -> {
        int year = m.group(2).equals("元") ? 1 : number(m, 2);
        return new Ymd(
            Ymd.YEAR_BEFORE_ERA.getOrDefault(m.group(1), 0) + year, number(m, 3), number(m, 4));
      }),

  /** September 25, 10:30: the year is to be found elsewhere. */
  NAME_DAY(
      Start.NAME,
      "([\\p{L}\\p{M}]{3,20})\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?" + DateNotation.CLOCK_BEHIND,
      (m, context) -> named(m, Ymd.NO_YEAR, 1, 2, context)),

  /** Sept. 25, '20. */
  NAME_DAY_SHORT_YEAR(
      Start.NAME,
      "(\\p{L}{3,9})\\.?\\s(\\d{1,2}),?\\s['’](\\d{2})(?!\\d)",
      (m, context) -> named(m, Ymd.CENTURY + number(m, 3), 1, 2, context)),

  /** Sept. 25, 2020 and September 25th 2020. */
  NAME_DAY_YEAR(
      Start.NAME,
      "([\\p{L}\\p{M}]{2,20})\\.?[\\s-]{1,2}(\\d{1,2})(?:st|nd|rd|th)?[\\s,.-]{1,3}(\\d{4})(?!\\d(?!\\d?[:h]\\d{2}))",
      (m, context) -> named(m, number(m, 3), 1, 2, context));

  /** A time of day close behind, with a word or two between. */
  private static final String CLOCK_BEHIND =
      "(?=[\\s,|·–-]{1,4}(?:\\p{L}{1,3}\\.?\\s){0,2}\\d{1,2}\\s?[:.h]\\s?\\d{2}(?!\\d))";

  /** Where a notation may begin. */
  enum Start {
    DIGIT,
    /** At one of the chars that begin days in East Asia: no name of a month begins so. */
    EAST_WORD,
    NAME
  }

  /** No notation is longer; what lies beyond is not looked at. */
  static final int LONGEST = 48;

  final Start start;
  private final PrefilteredPattern sieve;
  private final BiFunction<Matcher, TimeContext, @Nullable Ymd> reader;

  DateNotation(Start start, String regex, BiFunction<Matcher, TimeContext, @Nullable Ymd> reader) {
    this.start = start;
    this.sieve = PrefilteredPattern.of(regex);
    this.reader = reader;
  }

  /** The notation where it begins at a position of a folded text; null if it does not. */
  @Nullable Matcher at(String text, int at) {
    return sieve.at(text, at, Math.min(text.length(), at + LONGEST));
  }

  /** False if no day in this notation begins with these chars. */
  boolean mayBegin(String head) {
    return sieve.mayBegin(head);
  }

  /** The day that a match states; null if these words are no day after all. */
  @Nullable Ymd read(Matcher match, TimeContext context) {
    return reader.apply(match, context);
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }

  private static @Nullable Ymd named(
      Matcher m, int year, int nameGroup, int dayGroup, TimeContext context) {
    String name = m.group(nameGroup).replace(".", "");
    int month = MonthNames.month(name, context.language());
    boolean persian = year == Ymd.NO_YEAR && MonthNames.isPersian(name);
    return month == 0
        ? null
        : new Ymd(persian ? Ymd.NO_PERSIAN_YEAR : year, month, number(m, dayGroup));
  }
}
