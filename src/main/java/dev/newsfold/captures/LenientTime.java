package dev.newsfold.captures;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A capture's time as archives and tables state it: ISO 8601 in any of its spellings, with or
 * without seconds, time or offset; 8 to 17 digits as web archives write them; seconds, milliseconds
 * or microseconds since 1970; or as HTTP and mail do. What states no offset is in UTC.
 */
public final class LenientTime {
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private static final Pattern NOTATION =
      Pattern.compile(
          "(?<year>\\d{4})[-/](?<month>\\d{1,2})[-/](?<day>\\d{1,2})"
              + "(?:[Tt\\s]\\s*(?<hour>\\d{1,2}):?(?<minute>\\d{2})"
              + "(?::?(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9})\\d*)?)?)?"
              + "\\s*(?:[Zz]|GMT|UTC|(?<offset>[+-]\\d{2}(?::?\\d{2})?))?");

  private static final Pattern DIGITS =
      Pattern.compile(
          "(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})"
              + "(?:(?<hour>\\d{2})(?:(?<minute>\\d{2})(?:(?<second>\\d{2})(?<fraction>\\d{1,3})?)?)?)?"
              + "(?<offset>)");

  private LenientTime() {}

  /** The time that a text states; null if it states none, or one that no capture has. */
  public static @Nullable Instant parse(String text) {
    String stated = text.strip();
    if (stated.isEmpty() || stated.length() > 64) {
      return null;
    }
    try {
      Instant time = read(stated);
      return time == null || time.isBefore(EARLIEST) || time.isAfter(LATEST) ? null : time;
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  private static @Nullable Instant read(String stated) {
    Matcher notation = NOTATION.matcher(stated);
    if (notation.matches()) {
      return of(notation);
    }
    Matcher digits = DIGITS.matcher(stated);
    if (digits.matches() && isYear(stated)) {
      return of(digits);
    }
    if (stated.matches("\\d{9,10}(\\.\\d*)?")) {
      return Instant.ofEpochSecond(Long.parseLong(stated.replaceFirst("\\..*", "")));
    }
    if (stated.matches("\\d{12,13}")) {
      return Instant.ofEpochMilli(Long.parseLong(stated));
    }
    if (stated.matches("\\d{15,16}")) {
      return Instant.ofEpochMilli(Long.parseLong(stated) / 1000);
    }
    return DateTimeFormatter.RFC_1123_DATE_TIME.parse(
        stated.replaceFirst("UTC$", "GMT"), Instant::from);
  }

  /** Digits may also count seconds; a year that a capture may have tells them apart. */
  private static boolean isYear(String digits) {
    int year = Integer.parseInt(digits.substring(0, 4));
    return year >= 1990 && year < 2200;
  }

  private static Instant of(Matcher m) {
    LocalDateTime local =
        LocalDateTime.of(
            number(m, "year"),
            number(m, "month"),
            number(m, "day"),
            number(m, "hour"),
            number(m, "minute"),
            // A leap second is the last of its minute.
            Math.min(number(m, "second"), 59));
    String offset = m.group("offset");
    String fraction = m.group("fraction");
    ZoneOffset zone = offset == null || offset.isEmpty() ? ZoneOffset.UTC : ZoneOffset.of(offset);
    long nanos = fraction == null ? 0 : Long.parseLong((fraction + "000000000").substring(0, 9));
    return local.plusNanos(nanos).toInstant(zone);
  }

  private static int number(Matcher m, String group) {
    String digits = m.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
