package dev.newsfold.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** A calendar unit that the chart draws one bar or one axis label for. */
enum Grain {
  DAY("day", 1, "d MMM"),
  WEEK("week", 7, "d MMM"),
  MONTH("month", 30.4, "MMM uuuu"),
  QUARTER("quarter", 91.3, "MMM uuuu"),
  YEAR("year", 365.2, "uuuu"),
  FIVE_YEARS("five years", 5 * 365.2, "uuuu"),
  TWENTY_YEARS("twenty years", 20 * 365.2, "uuuu");

  private final String label;
  private final double days;
  private final DateTimeFormatter format;

  Grain(String label, double days, String pattern) {
    this.label = label;
    this.days = days;
    this.format = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  String label() {
    return label;
  }

  /** Its average length. */
  double days() {
    return days;
  }

  /** Whether its labels leave the year to be told apart. */
  boolean omitsYear() {
    return this == DAY || this == WEEK;
  }

  String format(LocalDate start) {
    return format.format(start);
  }

  /** The first day of the unit that holds {@code day}. */
  LocalDate floor(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
      case YEAR -> LocalDate.of(day.getYear(), 1, 1);
      case FIVE_YEARS -> LocalDate.of(Math.floorDiv(day.getYear(), 5) * 5, 1, 1);
      case TWENTY_YEARS -> LocalDate.of(Math.floorDiv(day.getYear(), 20) * 20, 1, 1);
    };
  }

  /** The first day of the unit after the one that starts at {@code start}. */
  LocalDate next(LocalDate start) {
    return switch (this) {
      case DAY -> start.plusDays(1);
      case WEEK -> start.plusWeeks(1);
      case MONTH -> start.plusMonths(1);
      case QUARTER -> start.plusMonths(3);
      case YEAR -> start.plusYears(1);
      case FIVE_YEARS -> start.plusYears(5);
      case TWENTY_YEARS -> start.plusYears(20);
    };
  }
}
