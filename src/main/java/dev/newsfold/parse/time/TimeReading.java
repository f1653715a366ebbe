package dev.newsfold.parse.time;

import dev.newsfold.parse.time.notation.StatedTime;

/** A time with the rule that read it. */
public record TimeReading(String rule, StatedTime time) {

  /** The time as the page states it: 2020-09-25T11:45 +08:00, or the day alone. */
  @Override
  public String toString() {
    Object shown = time.clock() == null ? time.day() : time.local();
    return shown + (time.zone() == null ? "" : " " + time.zone());
  }
}
