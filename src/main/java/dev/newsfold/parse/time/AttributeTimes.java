package dev.newsfold.parse.time;

import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.Span;
import dev.newsfold.parse.page.markup.Vocabulary;
import dev.newsfold.parse.text.Text;
import dev.newsfold.parse.time.notation.StatedTime;
import dev.newsfold.parse.time.notation.TimeContext;
import dev.newsfold.parse.time.notation.TimeText;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads the times that the elements of a line repeat for machines, in an attribute. */
final class AttributeTimes {
  private static final int QUARTER = 15;
  private static final int WIDEST_OFFSET = 14 * 60;

  /** A link may hold any number of lines: no more of its attributes is read for each. */
  private static final int LONGEST_VALUE = 500;

  private final TimeContext context;

  AttributeTimes(TimeContext context) {
    this.context = context;
  }

  /** A wall clock that is hours off its own element's attribute: the attribute has the zone. */
  StatedTime inElementsZone(StatedTime shown, Line line) {
    for (Span span : line.spans()) {
      StatedTime exact = in(span.element(), "datetime");
      if (exact == null || exact.zone() == null) {
        continue;
      }
      if (!exact.isUtc() && isHoursOff(shown, exact)) {
        return exact;
      }
      StatedTime local = exact.isUtc() && shown.zone() == null ? atWallClock(exact, shown) : null;
      if (local != null) {
        StatedTime own = TimeText.scan(span.text(), context).first();
        if (own != null && own.sameMinute(shown)) {
          return local;
        }
      }
    }
    return shown;
  }

  /** A time in UTC at the offset that the wall clock beside it tells; null if that is none. */
  private static @Nullable StatedTime atWallClock(StatedTime utc, StatedTime shown) {
    if (utc.clock() == null || shown.clock() == null) {
      return null;
    }
    long minutes =
        Duration.between(
                utc.day().atTime(utc.clock()).truncatedTo(ChronoUnit.MINUTES),
                shown.day().atTime(shown.clock()).truncatedTo(ChronoUnit.MINUTES))
            .toMinutes();
    boolean offset = minutes != 0 && minutes % QUARTER == 0 && Math.abs(minutes) <= WIDEST_OFFSET;
    return offset ? utc.in(ZoneOffset.ofTotalSeconds((int) minutes * 60)) : null;
  }

  private static boolean isHoursOff(StatedTime shown, StatedTime exact) {
    return shown.clock() != null
        && exact.clock() != null
        && exact.day().equals(shown.day())
        && exact.clock().getMinute() == shown.clock().getMinute();
  }

  /** The time of day in an attribute, on the day that the line shows; null if there is none. */
  @Nullable StatedTime ofDay(Line line, StatedTime shown) {
    List<Element> elements = new ArrayList<>();
    line.spans().forEach(span -> elements.add(span.element()));
    elements.add(line.block().element());
    for (Element element : elements) {
      for (String attribute : Vocabulary.TIMES) {
        StatedTime exact = in(element, attribute);
        if (exact == null || exact.clock() == null) {
          continue;
        }
        if (exact.day().equals(shown.day())) {
          return exact;
        }
        // A machine's UTC may lie on the other side of midnight.
        StatedTime local = exact.in(context.zone());
        if (local.day().equals(shown.day())) {
          return local;
        }
      }
    }
    return null;
  }

  /** The times of elements named for one, where none is shown. */
  void alone(List<TimeReading> readings, Line line, String rule) {
    for (Span span : line.spans()) {
      if (LineTimes.isNamedForTime(span)) {
        for (String attribute : Vocabulary.TIMES) {
          StatedTime time = in(span.element(), attribute);
          if (time != null && time.complete()) {
            readings.add(new TimeReading(rule + ", " + attribute, time));
            break;
          }
        }
      }
    }
  }

  private @Nullable StatedTime in(Element element, String attribute) {
    String value = Text.cut(element.attr(attribute), LONGEST_VALUE);
    return value.isEmpty() ? null : TimeText.scanValue(value, context).first();
  }
}
