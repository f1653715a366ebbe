package dev.newsfold.parse.time;

import dev.newsfold.parse.structured.Statement;
import dev.newsfold.parse.time.notation.StatedTime;
import dev.newsfold.records.Precision;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides between what a page tells machines of its time and what it shows its readers.
 *
 * <p>Templates fill the metadata with the hour of the crawl, of the last change, or with local time
 * and a Z behind it. On Chinese pages the line beneath the headline is written by hand and wins;
 * elsewhere the metadata is tended and wins, unless the page gives it away.
 *
 * @param chinese whether the page is in Chinese
 * @param english whether the page is in English
 * @param zone the zone of the page's wall clock
 * @param captured the day of the capture, or null
 */
record TimeChoice(boolean chinese, boolean english, ZoneId zone, @Nullable LocalDate captured) {
  private static final int QUARTER = 15;
  private static final int WIDEST_OFFSET_MINUTES = 14 * 60;

  /** A change within this span of the publishing is none. */
  private static final Duration SAME = Duration.ofMinutes(2);

  /** Names that do not say which of its dates the page means. */
  private static final Set<String> VAGUE =
      Statement.ANY_DATE.names().stream()
          .map(name -> "meta:" + name)
          .collect(Collectors.toUnmodifiableSet());

  /** The better of what is told and what is shown; null if neither is. */
  @Nullable TimeReading of(
      List<TimeReading> machine,
      List<TimeReading> shown,
      @Nullable TimeReading address,
      @Nullable TimeReading changed) {
    TimeReading seen = first(shown);
    TimeReading told = first(machine);
    if (told == null) {
      return seen;
    }
    if (chinese && seen != null) {
      return isWritten(seen) && !isCoarser(seen, told) ? seen : told;
    }
    told = notTheChange(told, machine, changed);
    if (seen == null) {
      return isRepublished(told, address) ? address : told;
    }
    if (told.time().day().equals(seen.time().day())) {
      if (isRepublished(told, address)) {
        return address;
      }
      return told.time().clock() == null && seen.time().clock() != null ? seen : told;
    }
    return isGivenAway(told, seen, address) ? seen : isRepublished(told, address) ? address : told;
  }

  private static boolean isWritten(TimeReading seen) {
    return seen.time().clock() != null || seen.rule().startsWith("text:label");
  }

  private static boolean isCoarser(TimeReading seen, TimeReading told) {
    return seen.time().clock() == null
        && told.time().clock() != null
        && told.time().day().equals(seen.time().day());
  }

  /** Where the page's own data call the time of the last change the publishing, an earlier one. */
  private TimeReading notTheChange(
      TimeReading told, List<TimeReading> machine, @Nullable TimeReading changed) {
    if (changed == null || !isSame(told, changed)) {
      return told;
    }
    for (TimeReading other : machine) {
      boolean earlier = other.time().instant(zone).isBefore(told.time().instant(zone).minus(SAME));
      if (earlier
          && other.rule().toLowerCase(Locale.ROOT).contains("publish")
          && other.time().clock() != null
          && told.time().day().equals(other.time().day())) {
        return other;
      }
    }
    return told;
  }

  private boolean isSame(TimeReading a, TimeReading b) {
    return a.time().clock() != null
        && b.time().clock() != null
        && Duration.between(a.time().instant(zone), b.time().instant(zone)).abs().compareTo(SAME)
            <= 0;
  }

  /** Whether the day shown is right and the day told is not. */
  private boolean isGivenAway(TimeReading told, TimeReading seen, @Nullable TimeReading address) {
    LocalDate stated = told.time().day();
    LocalDate shown = seen.time().day();
    if (!seen.time().complete()) {
      return false;
    }
    boolean addressAgrees =
        address != null
            && address.time().day().equals(shown)
            && Math.abs(stated.toEpochDay() - shown.toEpochDay()) > 1;
    boolean swapped = !english && told.time().isSwapOf(shown) && !seen.time().swappable();
    boolean labelled =
        VAGUE.contains(told.rule())
            && (seen.rule().startsWith("text:label") || seen.rule().endsWith("the headline"));
    return addressAgrees || swapped || labelled || stated.equals(captured);
  }

  /** An address keeps the day an article first had, when a later one has come into its metadata. */
  private static boolean isRepublished(TimeReading told, @Nullable TimeReading address) {
    return address != null && address.time().day().plusDays(2).isBefore(told.time().day());
  }

  /** Adds seconds, or the time of day, that another place knows, where both agree otherwise. */
  TimeReading refine(TimeReading chosen, List<TimeReading> others) {
    StatedTime time = chosen.time();
    for (TimeReading other : others) {
      StatedTime exact = other.time();
      boolean knowsMore =
          exact.clock() != null && (time.clock() == null || exact.precision() == Precision.SECOND);
      if (!knowsMore || time.precision() == Precision.SECOND) {
        continue;
      }
      StatedTime local = exact.in(zone);
      boolean asStated =
          exact.sameMinute(time) || time.clock() == null && exact.day().equals(time.day());
      StatedTime found = asStated ? exact : local.sameMinute(time) ? local : null;
      if (found != null) {
        // The wall clock agrees: a Z or offset beside it that says otherwise is the template's.
        boolean keepsZone = found == local || time.clock() == null;
        return new TimeReading(
            chosen.rule() + ", " + other.rule(),
            new StatedTime(
                found.day(),
                found.clock(),
                keepsZone ? found.zone() : time.zone(),
                found.precision(),
                time.complete(),
                time.swappable(),
                0,
                1));
      }
    }
    return chosen;
  }

  /** A wall clock without a zone, in the zone that stands beside the same clock elsewhere. */
  static TimeReading zoned(TimeReading chosen, List<TimeReading> others) {
    StatedTime time = chosen.time();
    for (TimeReading other : others) {
      ZoneId stated = other.time().zone();
      boolean tells = time.clock() != null && time.zone() == null && stated != null;
      if (tells && !other.time().isUtc() && other.time().sameMinute(time)) {
        return new TimeReading(
            chosen.rule() + ", " + other.rule(),
            new StatedTime(
                time.day(),
                time.clock(),
                stated,
                time.precision(),
                time.complete(),
                time.swappable(),
                time.start(),
                time.end()));
      }
    }
    return chosen;
  }

  /**
   * A time told in UTC, put into the zone of the wall clock that the page shows: the zone that
   * stands beside it, or the difference of the two. Where only a day is shown, the site's zone, if
   * that makes the days agree.
   */
  TimeReading inPagesZone(TimeReading chosen, List<TimeReading> shown) {
    StatedTime time = chosen.time();
    if (!time.isUtc()) {
      return chosen;
    }
    for (TimeReading reading : shown) {
      StatedTime wall = reading.time();
      if (wall.zone() != null) {
        StatedTime there = time.in(wall.zone());
        if (there.sameMinute(wall)) {
          return new TimeReading(chosen.rule(), there);
        }
        continue;
      }
      if (wall.clock() == null) {
        StatedTime local = time.in(zone);
        return local.day().equals(wall.day()) ? new TimeReading(chosen.rule(), local) : chosen;
      }
      long minutes =
          Duration.between(time.local().truncatedTo(ChronoUnit.MINUTES), wall.local()).toMinutes();
      if (minutes % QUARTER == 0 && Math.abs(minutes) <= WIDEST_OFFSET_MINUTES) {
        ZoneId there = ZoneOffset.ofTotalSeconds((int) minutes * 60);
        return new TimeReading(chosen.rule(), time.in(there));
      }
    }
    return chosen;
  }

  private static @Nullable TimeReading first(List<TimeReading> readings) {
    return readings.isEmpty() ? null : readings.get(0);
  }
}
