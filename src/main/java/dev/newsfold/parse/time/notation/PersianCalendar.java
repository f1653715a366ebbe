package dev.newsfold.parse.time.notation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days of the calendar of Iran and Afghanistan: 1 بهمن 1399 is 20 January 2021. Six months of 31
 * days, five of 30, and one of 29, or 30 in a leap year; eight years of every 33 are leap, which
 * agrees with the equinox for the years that pages state.
 */
final class PersianCalendar {
  private static final int FIRST_YEAR = 1300;
  private static final int LAST_YEAR = 1450;

  /** What a year is to be counted ahead for the one in whose March it begins. */
  static final int BEHIND = 621;

  private static final LocalDate FIRST_DAY = LocalDate.of(1921, 3, 21);

  private PersianCalendar() {}

  /** Whether a number may be a year of this calendar that a page was written in. */
  static boolean mayBeYear(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  /** The day in the common calendar; null if there is no such day. */
  static @Nullable LocalDate day(int year, int month, int day) {
    if (!mayBeYear(year) || month < 1 || month > 12 || day < 1 || day > length(year, month)) {
      return null;
    }
    long days = day - 1L;
    for (int y = FIRST_YEAR; y < year; y++) {
      days += isLeap(y) ? 366 : 365;
    }
    for (int m = 1; m < month; m++) {
      days += length(year, m);
    }
    return FIRST_DAY.plusDays(days);
  }

  private static int length(int year, int month) {
    return month <= 6 ? 31 : month < 12 || isLeap(year) ? 30 : 29;
  }

  private static boolean isLeap(int year) {
    return (25 * year + 11) % 33 < 8;
  }
}
