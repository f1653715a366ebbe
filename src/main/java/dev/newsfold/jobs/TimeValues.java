package dev.newsfold.jobs;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Times, durations and zones that flags give; who slips is told how they are written. */
public final class TimeValues {
  private TimeValues() {}

  /**
   * A time zone.
   *
   * @throws JobException USAGE if nothing is known by that id
   */
  public static ZoneId zone(String flag, String id) throws JobException {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException e) {
      throw refusal(
          flag,
          id,
          "no time zone; an IANA id as Asia/Shanghai is, or an offset as +08:00"
              + Spelling.hint(id, ZoneId.getAvailableZoneIds(), ""),
          e);
    }
  }

  /**
   * An instant in ISO 8601.
   *
   * @throws JobException USAGE if it is none
   */
  public static Instant instant(String flag, String text) throws JobException {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw refusal(flag, text, "no instant; one is written as 2021-02-03T00:00:00Z is", e);
    }
  }

  /**
   * A duration in ISO 8601, which may be negative.
   *
   * @throws JobException USAGE if it is none
   */
  static Duration duration(String flag, String text) throws JobException {
    try {
      return Duration.parse(text);
    } catch (DateTimeException e) {
      throw refusal(
          flag, text, "no duration; ten days are written P10D, ninety seconds PT1M30S", e);
    }
  }

  private static JobException refusal(String flag, String text, String why, Exception cause) {
    return new JobException(ExitCode.USAGE, "--" + flag + '=' + text + " is " + why, cause);
  }
}
