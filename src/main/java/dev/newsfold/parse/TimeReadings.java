package dev.newsfold.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what a page says about its times, place by place, in order of trust. */
final class TimeReadings {
  /** A time with the rule that read it. */
  record Reading(String rule, StatedTime time) {
    @Override
    public String toString() {
      return time.local() + (time.zone() == null ? "" : " " + time.zone());
    }
  }

  private static final Pattern TIME_HINT =
      Pattern.compile(
          "date|time|publi|posted|(?:^|[\\s_-])(?:pub|riqi|shijian|day|dt|updated)(?:[\\s_-]|$)");

  /** Blocks whose times are of comments and of other articles. */
  private static final Pattern OTHERS =
      Pattern.compile(
          "comment|reply|related|teaser|sidebar|widget|footer|pinglun|recommend|list-item");

  /** Attributes in which elements repeat their time for machines. */
  private static final List<String> ATTRIBUTES =
      List.of(
          "datetime",
          "data-datetime",
          "data-date",
          "data-published",
          "data-publish-date",
          "data-time",
          "data-timestamp",
          "data-utime",
          "content",
          "title");

  private static final Pattern FRAGMENT = Pattern.compile("[\\d/.:年月日-]{2,10}");
  private static final int LONGEST_LINE = 240;
  private static final int CLOSE = 3;
  private static final int OPENING = 60;
  private static final int FOOT = 8;
  private static final int SHORT_LINE = 24;

  private final Draft draft;
  private final Margins margins;
  private final List<String> refusals = new ArrayList<>();

  TimeReadings(Draft draft, Margins margins) {
    this.draft = draft;
    this.margins = margins;
  }

  /** What looked like a time and is none, with the reason. */
  List<String> refusals() {
    return refusals;
  }

  /** Structured data and meta tags. */
  List<Reading> published(TimeContext context) {
    List<Reading> readings = new ArrayList<>();
    for (StructuredData.Finding finding : draft.data().all("datePublished")) {
      add(readings, finding.rule(), finding.value(), context);
    }
    metas(readings, TimeMetas.PUBLISHED, context);
    for (String property : List.of("dateCreated", "uploadDate")) {
      for (StructuredData.Finding finding : draft.data().all(property)) {
        add(readings, finding.rule(), finding.value(), context);
      }
    }
    return readings;
  }

  List<Reading> modified(TimeContext context) {
    List<Reading> readings = new ArrayList<>();
    for (StructuredData.Finding finding : draft.data().all("dateModified")) {
      add(readings, finding.rule(), finding.value(), context);
    }
    metas(readings, TimeMetas.MODIFIED, context);
    for (Line line : margins.aroundHeadline()) {
      inLine(readings, line, context, Set.of(Label.MODIFIED), "text:label");
    }
    return readings;
  }

  List<Reading> inScripts(TimeContext context) {
    List<Reading> readings = new ArrayList<>();
    String value =
        ScriptData.find(draft.page().scripts(), TimeMetas.SCRIPT_KEYS, draft.headline().text());
    if (value != null) {
      add(readings, "script:time", value, context);
    }
    return readings;
  }

  /** Visible times around the headline: labelled as publishing, then by nearness. */
  List<Reading> aroundHeadline(TimeContext context) {
    List<Reading> readings = new ArrayList<>();
    for (Line line : margins.aroundHeadline()) {
      inLine(readings, line, context, Set.of(Label.PUBLISHED), "text:label");
    }
    near(readings, margins.beneath(), "text:beneath the headline", context);
    List<Line> above = margins.above();
    int close = Math.min(CLOSE, above.size());
    near(readings, above.subList(0, close), "text:above the headline", context);
    for (Line line : margins.opening()) {
      if (isAllTime(line, context)) {
        inLine(readings, line, context, Set.of(), "text:opening");
      }
    }
    near(readings, above.subList(close, above.size()), "text:above the headline", context);
    return readings;
  }

  /** Visible times below the body, and times elsewhere whose element is named for it. */
  List<Reading> elsewhere(TimeContext context) {
    List<Reading> readings = new ArrayList<>();
    for (Line line : margins.aroundEnd()) {
      inLine(readings, line, context, Set.of(Label.PUBLISHED), "text:label below");
    }
    foot(readings, context);
    for (Line line : margins.opening().subList(0, Math.min(1, margins.opening().size()))) {
      add(
          readings,
          "text:opening",
          line.text().substring(0, Math.min(OPENING, line.text().length())),
          context);
    }
    for (Line line : draft.page().lines()) {
      if (readings.size() > 4) {
        break;
      }
      if (!line.hidden()
          && line.text().length() <= LONGEST_LINE
          && hasTimeHint(line)
          && line.linkDensity() < 0.5) {
        inLine(readings, line, context, Set.of(), "text:class");
      }
    }
    for (Line line : margins.closing()) {
      if (line.text().length() <= 60) {
        inLine(readings, line, context, Set.of(), "text:end");
      }
    }
    return readings;
  }

  /** The lines right below the body, up to the first heading: many blogs sign there. */
  private void foot(List<Reading> readings, TimeContext context) {
    for (Line line : margins.below().subList(0, Math.min(FOOT, margins.below().size()))) {
      if (line.isHeading() || Furniture.whatBegins(line) != null) {
        return;
      }
      if (line.linkDensity() < 0.8) {
        inLine(readings, line, context, Set.of(), "text:foot");
      }
    }
  }

  private static boolean hasTimeHint(Line line) {
    for (Block block = line.block(); block != null; block = block.parent()) {
      if (OTHERS.matcher(block.hint()).find()) {
        return false;
      }
    }
    if (TIME_HINT.matcher(line.block().hint()).find()) {
      return true;
    }
    for (Span span : line.spans()) {
      if (span.element().nameIs("time") || TIME_HINT.matcher(span.hint()).find()) {
        return true;
      }
    }
    return false;
  }

  private void metas(List<Reading> readings, List<String> names, TimeContext context) {
    Meta meta = draft.page().meta();
    for (String name : names) {
      for (String value : meta.all(name)) {
        add(readings, "meta:" + name, value, context);
      }
    }
  }

  private void add(List<Reading> readings, String rule, String value, TimeContext context) {
    TimeText.Scan scan = TimeText.scanValue(value, context);
    StatedTime time = scan.first();
    if (time != null) {
      readings.add(new Reading(rule, time));
    }
    for (String refusal : scan.refusals()) {
      refusals.add(rule + ": " + refusal);
    }
  }

  private void near(List<Reading> readings, List<Line> lines, String rule, TimeContext context) {
    for (Line line : lines) {
      Line title = draft.headline().line();
      boolean close = title != null && Math.abs(line.index() - title.index()) <= CLOSE;
      if (line.text().length() <= LONGEST_LINE
          && (close || line.linkDensity() < 0.9 || isAllTime(line, context))) {
        inLine(readings, line, context, Set.of(), rule);
        scattered(readings, line, rule, context);
      }
    }
  }

  /** 2020, 07/08, 16:37 in lines of their own. */
  private void scattered(List<Reading> readings, Line line, String rule, TimeContext context) {
    if (!FRAGMENT.matcher(line.text()).matches()) {
      return;
    }
    StringBuilder joined = new StringBuilder(line.text());
    for (int i = 1; i <= 2; i++) {
      Line next = draft.page().line(line.index() + i);
      if (next == null || !FRAGMENT.matcher(next.text()).matches()) {
        return;
      }
      joined.append(' ').append(next.text());
    }
    StatedTime time = TimeText.scan(joined.toString(), context).first();
    if (time != null && time.complete() && time.clock() != null) {
      readings.add(0, new Reading(rule, time));
    }
  }

  /** A line whose time is a link is one of a list, unless the time is a good part of it. */
  private static boolean isAllTime(Line line, TimeContext context) {
    StatedTime time = TimeText.scan(line.spaced(), context).first();
    return time != null && (time.end() - time.start()) * 4 > line.text().length();
  }

  /**
   * Adds the times of a line.
   *
   * @param labels take only times behind one of these labels; if empty, times behind none, or
   *     behind one that says nothing of times
   */
  private void inLine(
      List<Reading> readings, Line line, TimeContext context, Set<Label> labels, String rule) {
    String text = line.text();
    TimeText.Scan scan = TimeText.scanLine(text, context);
    if (!line.spans().isEmpty() && scan.times().stream().noneMatch(t -> t.clock() != null)) {
      // Where inline elements touch, a day and its time of day do too.
      String spaced = line.spaced();
      TimeText.Scan wider = TimeText.scan(spaced, context);
      if (wider.times().stream().anyMatch(t -> t.clock() != null) || scan.times().isEmpty()) {
        text = spaced;
        scan = wider;
      }
    }
    if (labels.isEmpty()) {
      for (String refusal : scan.refusals()) {
        refusals.add(rule + ": " + refusal);
      }
    }
    if (scan.times().isEmpty()) {
      if (labels.isEmpty()) {
        inAttributes(readings, line, context, rule);
      }
      return;
    }
    List<Labelled> found = Labelled.in(text);
    for (StatedTime time : scan.times()) {
      Label label = labelOf(time, found, text);
      boolean fits =
          labels.isEmpty()
              ? label != Label.MODIFIED && label != Label.PICTURE
              : label != null && labels.contains(label);
      if (fits) {
        readings.add(new Reading(rule, completed(time, line, context)));
      }
    }
  }

  private static @Nullable Label labelOf(StatedTime time, List<Labelled> labels, String text) {
    Labelled last = null;
    for (Labelled label : labels) {
      if (label.start() < Math.max(1, time.end()) && label.start() <= time.start() + 2) {
        last = label;
      }
    }
    if (last == null) {
      String before = text.substring(0, Math.min(time.start(), text.length()));
      String tail = before.substring(Math.max(0, before.length() - 24)).toLowerCase(Locale.ROOT);
      return MODIFIED_WORD.matcher(tail).find() ? Label.MODIFIED : null;
    }
    return last.label();
  }

  private static final Pattern MODIFIED_WORD =
      Pattern.compile("(?:updated?|modified|actuali[sz]|aktualisiert|mis à jour|更新|修改)[^.]{0,12}$");

  /** A day alone in its line, and the time of day alone in the line before or after it. */
  private StatedTime completed(StatedTime time, Line line, TimeContext context) {
    if (time.clock() != null || line.text().length() > 2 * SHORT_LINE) {
      return time;
    }
    for (Span span : line.spans()) {
      for (String attribute : ATTRIBUTES) {
        StatedTime exact = TimeText.scanValue(span.element().attr(attribute), context).first();
        if (exact != null
            && exact.clock() != null
            && Math.abs(exact.day().toEpochDay() - time.day().toEpochDay()) <= 1) {
          return exact;
        }
      }
    }
    Line next = draft.page().line(line.index() + 1);
    if (next != null && next.text().length() <= SHORT_LINE) {
      StatedTime joined = TimeText.scan(line.text() + ' ' + next.text(), context).first();
      if (joined != null && joined.day().equals(time.day()) && joined.clock() != null) {
        return joined;
      }
    }
    Line previous = draft.page().line(line.index() - 1);
    if (previous != null && previous.text().length() <= SHORT_LINE) {
      StatedTime joined = TimeText.scan(previous.text() + ' ' + line.text(), context).first();
      if (joined != null && joined.day().equals(time.day()) && joined.clock() != null) {
        return joined;
      }
    }
    return time;
  }

  private static void inAttributes(
      List<Reading> readings, Line line, TimeContext context, String rule) {
    for (Span span : line.spans()) {
      if (span.element().nameIs("time") || TIME_HINT.matcher(span.hint()).find()) {
        for (String attribute : ATTRIBUTES) {
          String value = span.element().attr(attribute);
          StatedTime time = value.isEmpty() ? null : TimeText.scanValue(value, context).first();
          if (time != null && time.complete()) {
            readings.add(new Reading(rule + ", " + attribute, time));
            break;
          }
        }
      }
    }
  }
}
