package dev.newsfold.interchange;

import dev.newsfold.records.Precision;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A publish time as rows state it: ISO 8601, with {@code T} or a space before the time, which may
 * be missing, as may the seconds and the offset; or as pages print it, 2020年9月25日 or 2020/9/25,
 * with or without a gap before the time.
 *
 * @param zone the offset stated, or else the zone of the run
 */
record RowTime(Instant instant, LocalDate day, ZoneId zone, Precision precision) {
  private static final Pattern NOTATION =
      Pattern.compile(
          "(?<year>\\d{4})[-/.年](?<month>\\d{1,2})[-/.月](?<day>\\d{1,2})日?"
              + "(?:[T\\s]{0,3}(?<time>(?<hour>\\d{1,2}):(?<minute>\\d{2})"
              + "(?::(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)?)"
              + "\\s?(?<offset>Z|[+-]\\d{2}(?::?\\d{2})?)?)?");

  /** The time that {@code text} states, or nothing where it states none that can be read. */
  static Optional<RowTime> parse(String text, ZoneId runZone) {
    Matcher m = NOTATION.matcher(text.strip());
    if (!m.matches()) {
      return Optional.empty();
    }
    try {
      LocalDate date = LocalDate.of(number(m, "year"), number(m, "month"), number(m, "day"));
      if (m.group("time") == null) {
        Instant start = date.atStartOfDay(runZone).toInstant();
        return Optional.of(new RowTime(start, date, runZone, Precision.DAY));
      }
      ZoneId zone = m.group("offset") == null ? runZone : ZoneOffset.of(m.group("offset"));
      LocalTime time =
          LocalTime.of(number(m, "hour"), number(m, "minute"), number(m, "second"), nanos(m));
      Instant instant = date.atTime(time).atZone(zone).toInstant();
      return Optional.of(
          new RowTime(
              instant,
              LocalDate.ofInstant(instant, runZone),
              zone,
              time.getSecond() == 0 ? Precision.MINUTE : Precision.SECOND));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher m, String group) {
    String digits = m.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static int nanos(Matcher m) {
    String digits = m.group("fraction");
    return digits == null ? 0 : Integer.parseInt((digits + "00000000").substring(0, 9));
  }
}
