package dev.newsfold.parse.time;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.Span;
import dev.newsfold.parse.time.notation.AddressTime;
import dev.newsfold.parse.time.notation.StatedTime;
import dev.newsfold.parse.time.notation.TimeContext;
import dev.newsfold.parse.time.notation.TimeText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The latest complete day that a page shows or links to, and that is not after its capture: what a
 * day without a year is near to. Looked for when the first such day needs it.
 */
final class LatestDay implements Supplier<@Nullable LocalDate> {
  private final Draft draft;
  private final TimeContext context;
  private boolean known;
  private @Nullable LocalDate day;

  LatestDay(Draft draft, TimeContext context) {
    this.draft = draft;
    this.context = context;
  }

  @Override
  public @Nullable LocalDate get() {
    if (!known) {
      day = find();
      known = true;
    }
    return day;
  }

  private @Nullable LocalDate find() {
    LocalDate limit = draft.page().latest().atZone(draft.page().zone()).toLocalDate();
    LocalDate latest = null;
    for (Line line : draft.page().lines()) {
      List<StatedTime> days = new ArrayList<>(TimeText.scan(line.text(), context).times());
      for (Span link : line.links()) {
        StatedTime day = AddressTime.read(link.href());
        if (day != null) {
          days.add(day);
        }
      }
      for (StatedTime time : days) {
        boolean later = latest == null || time.day().isAfter(latest);
        if (time.complete() && later && !time.day().isAfter(limit)) {
          latest = time.day();
        }
      }
    }
    return latest;
  }
}
