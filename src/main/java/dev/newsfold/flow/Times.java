package dev.newsfold.flow;

import java.time.Instant;

/** Beam speaks Joda-Time, everything else java.time: they meet here. */
final class Times {
  private Times() {}

  static Instant toJava(org.joda.time.Instant instant) {
    return Instant.ofEpochMilli(instant.getMillis());
  }

  static org.joda.time.Instant toJoda(Instant instant) {
    return org.joda.time.Instant.ofEpochMilli(instant.toEpochMilli());
  }
}
