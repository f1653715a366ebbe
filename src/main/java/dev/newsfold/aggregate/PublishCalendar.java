package dev.newsfold.aggregate;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Divides time into calendar windows of one zone. Windows follow the clocks on the wall: a day that
 * daylight saving shortens has 23 hours, and an hour that it cuts in two is two windows. Every
 * instant lies in exactly one window.
 *
 * @param zone the zone whose calendar is used
 * @param length how long a window is
 */
public record PublishCalendar(ZoneId zone, WindowLength length) implements Serializable {

  /**
   * A window of publish time.
   *
   * @param start inclusive
   * @param end exclusive
   */
  public record Span(Instant start, Instant end) {}

  /** The window that an instant lies in. */
  public Span spanOf(Instant instant) {
    LocalDate day = dayOf(instant);
    return switch (length) {
      case HOUR -> hourOf(instant);
      case DAY -> days(day, day.plusDays(1));
      case WEEK -> {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        yield days(monday, monday.plusWeeks(1));
      }
      case MONTH -> days(day.withDayOfMonth(1), day.withDayOfMonth(1).plusMonths(1));
    };
  }

  /** The calendar day that an instant lies on. */
  public LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  private Span days(LocalDate first, LocalDate next) {
    return new Span(first.atStartOfDay(zone).toInstant(), next.atStartOfDay(zone).toInstant());
  }

  private Span hourOf(Instant instant) {
    ZoneRules rules = zone.getRules();
    Instant start =
        OffsetDateTime.ofInstant(instant, rules.getOffset(instant))
            .truncatedTo(ChronoUnit.HOURS)
            .toInstant();
    Instant end = start.plus(1, ChronoUnit.HOURS);
    // A clock change inside the hour (Lord Howe Island moves by 30 minutes) ends the window.
    ZoneOffsetTransition before = rules.previousTransition(instant.plusNanos(1));
    if (before != null && before.getInstant().isAfter(start)) {
      start = before.getInstant();
    }
    ZoneOffsetTransition after = rules.nextTransition(instant);
    if (after != null && after.getInstant().isBefore(end)) {
      end = after.getInstant();
    }
    return new Span(start, end);
  }
}
