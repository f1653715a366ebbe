package dev.newsfold.parse.time.notation;

import dev.newsfold.records.Precision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Digits that are a whole value: 20200925, 20200925114527, an epoch second or millisecond. */
final class CompactTime {
  static final int DAY_DIGITS = 8;

  private static final int MINUTE_DIGITS = 12;
  private static final int SECOND_DIGITS = 14;
  private static final int EPOCH_SECOND_DIGITS = 10;
  private static final int EPOCH_MILLI_DIGITS = 13;

  private CompactTime() {}

  /**
   * The time that the value is, or why it is none; null if it is not digits of such a length.
   *
   * @param clock the zone on whose clock an epoch second or millisecond is read
   */
  static TimeText.@Nullable Scan read(String value, ZoneId clock) {
    int n = value.length();
    for (int i = 0; i < n; i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        return null;
      }
    }
    if (n == EPOCH_SECOND_DIGITS || n == EPOCH_MILLI_DIGITS) {
      long epoch = Long.parseLong(value);
      Instant instant =
          n == EPOCH_SECOND_DIGITS ? Instant.ofEpochSecond(epoch) : Instant.ofEpochMilli(epoch);
      var at = instant.atZone(clock);
      return one(at.toLocalDate(), at.toLocalTime(), clock, Precision.SECOND, n);
    }
    if (n != DAY_DIGITS && n != MINUTE_DIGITS && n != SECOND_DIGITS) {
      return null;
    }
    LocalDate day = new Ymd(part(value, 0, 4), part(value, 4, 6), part(value, 6, 8)).onCalendar("");
    if (day == null) {
      return new TimeText.Scan(List.of(), List.of(value + ": no day of the calendar"));
    }
    if (n == DAY_DIGITS) {
      return one(day, null, null, Precision.DAY, n);
    }
    int hour = part(value, 8, 10);
    int minute = part(value, 10, 12);
    int second = n == SECOND_DIGITS ? part(value, 12, 14) : 0;
    if (hour > 23 || minute > 59 || second > 59) {
      return one(day, null, null, Precision.DAY, n);
    }
    return one(
        day,
        LocalTime.of(hour, minute, second),
        null,
        n == SECOND_DIGITS ? Precision.SECOND : Precision.MINUTE,
        n);
  }

  private static int part(String value, int from, int to) {
    return Integer.parseInt(value, from, to, 10);
  }

  private static TimeText.Scan one(
      LocalDate day,
      @Nullable LocalTime clock,
      @Nullable ZoneId zone,
      Precision precision,
      int end) {
    return new TimeText.Scan(
        List.of(new StatedTime(day, clock, zone, precision, true, false, 0, end)), List.of());
  }
}
