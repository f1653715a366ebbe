package dev.newsfold.parse.time;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.time.notation.StatedTime;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out times at which no page of the web can have been published: those before it, and those
 * after the page's capture.
 */
final class PossibleTimes {
  private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);

  /** An assumed zone may be wrong by as much as zones differ. */
  private static final Duration ZONE_SLACK = Duration.ofHours(26);

  private static final Duration CLOCK_SLACK = Duration.ofHours(1);

  private final Draft draft;
  private final ZoneId zone;

  /**
   * Of a page.
   *
   * @param zone that of its wall clock
   */
  PossibleTimes(Draft draft, ZoneId zone) {
    this.draft = draft;
    this.zone = zone;
  }

  /** The possible ones of these; the evidence says why the others are not. */
  List<TimeReading> of(List<TimeReading> readings) {
    List<TimeReading> acceptable = new ArrayList<>(readings.size());
    for (TimeReading reading : readings) {
      String why = refusal(reading.time());
      TimeReading other = why == null ? null : DayOrder.otherWay(reading);
      if (other != null && refusal(other.time()) == null) {
        acceptable.add(other); // 5/2 on a page of February is no day in May
        continue;
      }
      if (why == null) {
        acceptable.add(reading);
      } else {
        draft.evidence().refused("publishedAt", reading.rule(), reading, why);
      }
    }
    return acceptable;
  }

  private @Nullable String refusal(StatedTime time) {
    if (time.day().isBefore(FIRST_DAY)) {
      return time.day() + " is before the web";
    }
    Duration slack = time.zone() == null ? ZONE_SLACK : CLOCK_SLACK;
    return time.instant(zone).isAfter(draft.page().latest().plus(slack))
        ? time.day() + " is after the page was captured"
        : null;
  }
}
