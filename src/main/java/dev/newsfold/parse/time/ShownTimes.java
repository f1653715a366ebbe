package dev.newsfold.parse.time;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.Regions;
import dev.newsfold.parse.page.Span;
import dev.newsfold.parse.page.TextDensity;
import dev.newsfold.parse.text.Label;
import dev.newsfold.parse.text.PrefilteredPattern;
import dev.newsfold.parse.time.notation.StatedTime;
import dev.newsfold.parse.time.notation.TimeContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the times that a page shows its readers around the headline, place by place, in order of
 * trust; {@link TimesElsewhere} those of all other places.
 */
final class ShownTimes {
  private static final PrefilteredPattern FRAGMENT = PrefilteredPattern.of("[\\d/.:年月日-]{2,10}$");

  private static final String BENEATH = "text:beneath the headline";
  private static final int LONGEST_LINE = 240;
  private static final int CLOSE = 3;
  private static final int SHORT_LINE = 60;

  private final Draft draft;
  private final Regions margins;
  private final LineTimes times;
  private @Nullable List<TimeReading> modified;

  ShownTimes(Draft draft, Regions margins, TimeContext context) {
    this.draft = draft;
    this.margins = margins;
    this.times = new LineTimes(draft, context);
  }

  /** What looked like a time and is none, with the reason. */
  List<String> refusals() {
    return times.refusals();
  }

  /** Times labelled as those of a change, around the headline. */
  List<TimeReading> modified() {
    List<TimeReading> known = modified;
    if (known == null) {
      known = new ArrayList<>();
      for (Line line : margins.aroundHeadline()) {
        times.labelled(known, line, Label.MODIFIED, "text:label");
      }
      modified = known;
    }
    return List.copyOf(known);
  }

  /** Times anywhere else on the page. */
  List<TimeReading> elsewhere() {
    return new TimesElsewhere(draft, margins, times, !modified().isEmpty()).all();
  }

  /** Times around the headline: labelled as publishing, then by nearness. */
  List<TimeReading> aroundHeadline() {
    List<TimeReading> readings = new ArrayList<>();
    for (Line line : margins.aroundHeadline()) {
      times.labelled(readings, line, Label.PUBLISHED, "text:label");
    }
    inHeadline(readings);
    List<Line> beneath = margins.beneath();
    near(readings, beneath.stream().filter(l -> !isSentence(l)).toList(), BENEATH);
    List<Line> sentences = beneath.stream().filter(ShownTimes::isSentence).toList();
    boolean changed = !sentences.isEmpty() && !modified().isEmpty();
    // A page that shows when it was changed shows no other day of its own amid sentences.
    near(readings, sentences.stream().filter(l -> !changed || tellsChange(l)).toList(), BENEATH);
    List<Line> above = margins.above();
    int close = Math.min(CLOSE, above.size());
    near(readings, above.subList(0, close), "text:above the headline");
    for (Line line : margins.opening()) {
      if (times.isAllTime(line)) {
        times.unlabelled(readings, line, "text:opening");
      }
    }
    near(readings, above.subList(close, above.size()), "text:above the headline");
    return readings;
  }

  private boolean tellsChange(Line line) {
    List<TimeReading> changes = new ArrayList<>();
    times.labelled(changes, line, Label.MODIFIED, BENEATH);
    return !changes.isEmpty();
  }

  /** A caption or the like: the day in it is that of what it tells. */
  private static boolean isSentence(Line line) {
    return line.text().length() > SHORT_LINE && TextDensity.isProse(line);
  }

  /**
   * Times of a last change, for pages that show no other: at the headline, at the end, in the foot.
   */
  List<TimeReading> changes() {
    List<TimeReading> readings = new ArrayList<>(modified());
    for (Line line : margins.aroundEnd()) {
      times.labelled(readings, line, Label.MODIFIED, "text:label below");
    }
    for (Line line : draft.page().lines()) {
      if (readings.isEmpty() && !line.hidden() && line.text().length() <= LONGEST_LINE) {
        times.labelled(readings, line, Label.MODIFIED, "text:label elsewhere");
      }
    }
    return readings.stream()
        .filter(reading -> reading.time().complete())
        .map(reading -> new TimeReading("of the last change, " + reading.rule(), reading.time()))
        .toList();
  }

  /** {@code <h1><span class="date">27.01.2022</span> Headline}. */
  private void inHeadline(List<TimeReading> readings) {
    Line title = draft.headline().line();
    if (title == null) {
      return;
    }
    for (Span span : title.spans()) {
      StatedTime time = LineTimes.isNamedForTime(span) ? times.scan(span.text()).first() : null;
      if (time != null && time.complete()) {
        readings.add(new TimeReading("text:in the headline", time));
      }
    }
  }

  private void near(List<TimeReading> readings, List<Line> lines, String rule) {
    for (Line line : lines) {
      Line title = draft.headline().line();
      boolean close = title != null && Math.abs(line.index() - title.index()) <= CLOSE;
      if (line.text().length() <= LONGEST_LINE
          && (close || line.linkDensity() < 0.9 || times.isAllTime(line))) {
        times.unlabelled(readings, line, rule);
        scattered(readings, line, rule);
      }
    }
  }

  /** 2020, 07/08, 16:37 in lines of their own. */
  private void scattered(List<TimeReading> readings, Line line, String rule) {
    if (!FRAGMENT.begins(line.text())) {
      return;
    }
    StringBuilder joined = new StringBuilder(line.text());
    for (int i = 1; i <= 2; i++) {
      Line next = draft.page().line(line.index() + i);
      if (next == null || !FRAGMENT.begins(next.text())) {
        return;
      }
      joined.append(' ').append(next.text());
    }
    StatedTime time = times.scan(joined.toString()).first();
    if (time != null && time.complete() && time.clock() != null) {
      readings.add(0, new TimeReading(rule, time));
    }
  }
}
