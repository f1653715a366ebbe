package dev.newsfold.report;

import dev.newsfold.captures.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers, sizes and times as the report writes them; the same in every locale. */
final class Figures {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private Figures() {}

  static String count(long count) {
    return Quantity.grouped(count);
  }

  /** A number with so many places, rounded half up, as {@code %.1f} writes it for one place. */
  static String fixed(double value, int places) {
    return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP).toPlainString();
  }

  /** A count with its noun: {@code 1 site}, {@code 2 sites}. */
  static String count(long count, String one, String many) {
    return Quantity.of(count, one, many);
  }

  /** A share in whole percents that says 0 and 100 only where it means it. */
  static String percent(long part, long whole) {
    if (part == 0 || whole == 0) {
      return "0 %";
    }
    if (part == whole) {
      return "100 %";
    }
    long rounded = Math.round(100.0 * part / whole);
    if (rounded == 0) {
      return "< 1 %";
    }
    return rounded == 100 ? "> 99 %" : rounded + " %";
  }

  /** A share as a CSS length, the whole at most. */
  static String width(long part, long whole) {
    return "width:" + fixed(whole == 0 ? 0 : 100.0 * Math.min(part, whole) / whole, 2) + '%';
  }

  static String bytes(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    String units = "kMGTPE";
    double value = bytes / 1000.0;
    int unit = 0;
    while (value >= 999.95) {
      value /= 1000;
      unit++;
    }
    return String.format(
        Locale.ROOT, value < 10 ? "%.1f %sB" : "%.0f %sB", value, units.charAt(unit));
  }

  static String duration(Instant from, Instant to) {
    Duration time = Duration.between(from, to);
    if (time.toHours() > 0) {
      return time.toHours() + " h " + time.toMinutesPart() + " min";
    }
    if (time.toMinutes() > 0) {
      return time.toMinutes() + " min " + time.toSecondsPart() + " s";
    }
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }

  /** A length of time in the two largest units that it has; below zero with a minus sign. */
  static String span(long seconds) {
    long length = Math.abs(seconds);
    String sign = seconds < 0 ? "−" : "";
    if (length < 60) {
      return sign + length + " s";
    }
    if (length < 3600) {
      return sign + length / 60 + " min";
    }
    if (length < 86_400) {
      return sign + length / 3600 + " h" + rest(length % 3600 / 60, "min");
    }
    return sign + length / 86_400 + " d" + rest(length % 86_400 / 3600, "h");
  }

  private static String rest(long count, String unit) {
    return count == 0 ? "" : " " + count + ' ' + unit;
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  static String minute(Instant instant, ZoneId zone) {
    return MINUTE.format(instant.atZone(zone));
  }
}
