package dev.newsfold.aggregate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * A set of publish days, and which days of the past belong to it when it is folded or counted
 * again. Days are counted from 1970-01-01.
 */
public final class PublishDays {
  private final NavigableSet<Long> days;

  private PublishDays(NavigableSet<Long> days) {
    this.days = days;
  }

  /** The set of {@code days}. */
  public static PublishDays of(Collection<Long> days) {
    return new PublishDays(Collections.unmodifiableNavigableSet(new TreeSet<>(days)));
  }

  /** The days, ascending. */
  public NavigableSet<Long> days() {
    return days;
  }

  /** Whether a day of the set lies at most {@code distance} days from {@code day}. */
  public boolean near(long day, int distance) {
    Long next = days.ceiling(day - distance);
    return next != null && next <= day + distance;
  }

  /** All days at most {@code distance} days from one of the set. */
  public PublishDays around(int distance) {
    NavigableSet<Long> around = new TreeSet<>();
    for (long day : days) {
      for (long at = day - distance; at <= day + distance; at++) {
        around.add(at);
      }
    }
    return new PublishDays(around);
  }

  /** The days of both. */
  public PublishDays and(PublishDays other) {
    NavigableSet<Long> both = new TreeSet<>(days);
    both.addAll(other.days);
    return new PublishDays(both);
  }

  /**
   * The days whose articles must be known to count the windows that articles of this set may lie
   * in. A day before and after each are among them: where a page states its day in another zone,
   * the start of that day may lie on a neighbouring day of ours.
   */
  public PublishDays countedWith(PublishCalendar calendar) {
    NavigableSet<Long> whole = new TreeSet<>();
    for (long day : around(1).days) {
      PublishCalendar.Span span =
          calendar.spanOf(LocalDate.ofEpochDay(day).atStartOfDay(calendar.zone()).toInstant());
      long last = calendar.dayOf(span.end().minusMillis(1)).toEpochDay();
      for (long at = calendar.dayOf(span.start()).toEpochDay(); at <= last; at++) {
        whole.add(at);
      }
    }
    return new PublishDays(whole).around(1);
  }

  /** The first day of the window that an instant lies in; it names the window's partition. */
  public static LocalDate windowDay(PublishCalendar calendar, Instant instant) {
    return calendar.dayOf(calendar.spanOf(instant).start());
  }
}
