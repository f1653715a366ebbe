package dev.newsfold.parse.time.notation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A day as written; it need not exist.
 *
 * @param year {@link #NO_YEAR} or {@link #NO_PERSIAN_YEAR} if none is written
 * @param swappable true if the two numbers would make a day the other way round too
 */
record Ymd(int year, int month, int day, boolean swappable) {
  Ymd(int year, int month, int day) {
    this(year, month, day, false);
  }

  static final int NO_YEAR = -1;

  /** No year is written, and the month is one of the Persian calendar. */
  static final int NO_PERSIAN_YEAR = -2;

  /** The year before the first of the Republic (民國). */
  static final int REPUBLIC = 1911;

  /** What a year of two digits is added to. */
  static final int CENTURY = 2000;

  /** Years are counted from the one after these. */
  static final Map<String, Integer> YEAR_BEFORE_ERA =
      Map.of("民国", REPUBLIC, "令和", 2018, "平成", 1988);

  /** Years of the Buddhist era, as Thai pages write them, are ahead by this many. */
  private static final int BUDDHIST = 543;

  /** Later years than this are of the Buddhist era. */
  private static final int LATEST = 2400;

  boolean hasYear() {
    return year != NO_YEAR && year != NO_PERSIAN_YEAR;
  }

  /** This day in the year that begins in a year of the common calendar; null if it has none. */
  @Nullable LocalDate in(int common, String language) {
    return year == NO_PERSIAN_YEAR
        ? PersianCalendar.day(common - PersianCalendar.BEHIND, month, day)
        : new Ymd(common, month, day).onCalendar(language);
  }

  /** The year meant by two digits: on Thai pages a Buddhist one, unless that were long past. */
  static int ofShort(int year, String language) {
    return year + (language.startsWith("th") && year >= BUDDHIST % 100 ? 2500 : CENTURY);
  }

  /**
   * The day of the calendar; null if there is none, as of 31 April or of no stated year.
   *
   * @param language the page's BCP 47 tag, or empty: Persian pages count years by their calendar
   */
  @Nullable LocalDate onCalendar(String language) {
    boolean persian = language.startsWith("fa") || language.startsWith("ps");
    if (persian && PersianCalendar.mayBeYear(year)) {
      return PersianCalendar.day(year, month, day);
    }
    int common = year > LATEST ? year - BUDDHIST : year;
    boolean exists =
        common > 0
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= YearMonth.of(common, month).lengthOfMonth();
    return exists ? LocalDate.of(common, month, day) : null;
  }
}
