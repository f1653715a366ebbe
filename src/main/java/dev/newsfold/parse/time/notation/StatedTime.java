package dev.newsfold.parse.time.notation;

import dev.newsfold.records.Precision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A time as a page states it: a day, perhaps a time of day, perhaps a zone.
 *
 * @param clock null if only the day is stated
 * @param zone the offset or zone that stands with the time, or null
 * @param precision DAY exactly if {@code clock} is null
 * @param complete false if the year was not stated, or the day only in relation to the capture
 * @param swappable true if the day and the month are numbers that could be read the other way round
 * @param start where it stands in the text, in chars
 * @param end where it ends, exclusive
 */
public record StatedTime(
    LocalDate day,
    @Nullable LocalTime clock,
    @Nullable ZoneId zone,
    Precision precision,
    boolean complete,
    boolean swappable,
    int start,
    int end) {

  /** The same moment on the clocks of another zone; unchanged if no zone was stated. */
  public StatedTime in(ZoneId other) {
    if (zone == null || clock == null) {
      return this;
    }
    ZonedDateTime there = local().atZone(zone).withZoneSameInstant(other);
    return new StatedTime(
        there.toLocalDate(),
        there.toLocalTime(),
        other,
        precision,
        complete,
        swappable,
        start,
        end);
  }

  /** The same time of day on another day. */
  public StatedTime on(LocalDate other) {
    return new StatedTime(other, clock, zone, precision, complete, false, start, end);
  }

  /** True for a time told in UTC, as machines do, whatever zone the page is read in. */
  public boolean isUtc() {
    return clock != null && zone instanceof ZoneOffset offset && offset.getTotalSeconds() == 0;
  }

  /** Whether day and month read the other way round give another's day. */
  public boolean isSwapOf(LocalDate other) {
    return day.getYear() == other.getYear()
        && day.getMonthValue() == other.getDayOfMonth()
        && day.getDayOfMonth() == other.getMonthValue()
        && !day.equals(other);
  }

  /** The time on the wall clock; the start of the day if only the day is stated. */
  public LocalDateTime local() {
    return clock == null ? day.atStartOfDay() : day.atTime(clock);
  }

  /**
   * The instant meant; a wall-clock time that a summer-time change skips is moved forward by the
   * gap.
   *
   * @param assumed the zone to read it in if the page states none
   */
  public Instant instant(ZoneId assumed) {
    return local().atZone(zone == null ? assumed : zone).toInstant();
  }

  /** Whether both say the same up to the minute on the wall clock. */
  public boolean sameMinute(StatedTime other) {
    LocalTime mine = clock;
    LocalTime theirs = other.clock;
    return mine != null
        && theirs != null
        && day.equals(other.day)
        && mine.getHour() == theirs.getHour()
        && mine.getMinute() == theirs.getMinute();
  }
}
