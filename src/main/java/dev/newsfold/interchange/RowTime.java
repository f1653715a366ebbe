package dev.newsfold.interchange;

import dev.newsfold.records.Precision;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;

/**
 * A publish time as rows state it: ISO 8601, with {@code T} or a space before the time, which may
 * be missing, as may the seconds and the offset.
 *
 * @param zone the offset stated, or else the zone of the run
 */
record RowTime(Instant instant, LocalDate day, ZoneId zone, Precision precision) {
  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][' ']")
          .appendPattern("HH:mm")
          .optionalStart()
          .appendPattern(":ss")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .optionalEnd()
          .optionalEnd()
          .optionalStart()
          .appendPattern("[ ]")
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHMM", "+0000")
          .optionalEnd()
          .optionalEnd()
          .toFormatter(Locale.ROOT);

  /** The time that {@code text} states, or nothing where it states none that can be read. */
  static Optional<RowTime> parse(String text, ZoneId runZone) {
    try {
      TemporalAccessor parsed = FORMAT.parse(text.strip());
      LocalDate date = LocalDate.from(parsed);
      LocalTime time = parsed.query(TemporalQueries.localTime());
      ZoneOffset offset = parsed.query(TemporalQueries.offset());
      ZoneId zone = offset == null ? runZone : offset;
      if (time == null) {
        Instant start = date.atStartOfDay(zone).toInstant();
        return Optional.of(new RowTime(start, date, zone, Precision.DAY));
      }
      Instant instant = date.atTime(time).atZone(zone).toInstant();
      boolean seconds = parsed.isSupported(ChronoField.SECOND_OF_MINUTE) && time.getSecond() != 0;
      return Optional.of(
          new RowTime(
              instant,
              LocalDate.ofInstant(instant, runZone),
              zone,
              seconds ? Precision.SECOND : Precision.MINUTE));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
