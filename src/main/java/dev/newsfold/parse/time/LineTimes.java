package dev.newsfold.parse.time;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.Span;
import dev.newsfold.parse.text.ClassNames;
import dev.newsfold.parse.text.Label;
import dev.newsfold.parse.text.Labelled;
import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.NamePattern;
import dev.newsfold.parse.text.Text;
import dev.newsfold.parse.time.notation.ChangeWords;
import dev.newsfold.parse.time.notation.StatedTime;
import dev.newsfold.parse.time.notation.TimeContext;
import dev.newsfold.parse.time.notation.TimeText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the times of a visible line, by the labels before them, and remembers what was none. */
public final class LineTimes {
  /** Names of elements that hold times. */
  private static final NamePattern TIME_HINT = ClassNames.pattern("time");

  /** Chinese pages have the word behind the time as well: （3/17 15:20 更新）. */
  private static final Pattern CHANGED =
      Pattern.compile(
          "\\s?%s%s?\\s?(?:[)）\\]】]|$)".formatted(word("changed behind"), word("posted at")));

  private static final int LABEL_REACH = 28;
  private static final int SHORT_LINE = 24;

  private final Draft draft;
  private final TimeContext context;
  private final AttributeTimes attributes;

  /**
   * To see where times stand: which year a day without one is of takes a look at the whole page.
   */
  private final TimeContext anyYear;

  private final List<String> refusals = new ArrayList<>();

  /** The times of lines; several rules look at the same ones. */
  private final TimeText.@Nullable Scan[] scans;

  private final TimeText.@Nullable Scan[] spacedScans;

  private static String word(String kind) {
    return Lexicon.anyOf("time-words.tsv", 3, kind);
  }

  LineTimes(Draft draft, TimeContext context) {
    this.draft = draft;
    this.context = context;
    this.scans = new TimeText.Scan[draft.page().lines().size()];
    this.spacedScans = new TimeText.Scan[scans.length];
    this.attributes = new AttributeTimes(context);
    this.anyYear = context.near(() -> LocalDate.EPOCH);
  }

  /** What looked like a time and is none, with the reason. */
  List<String> refusals() {
    return refusals;
  }

  /** The times in a text. */
  TimeText.Scan scan(String text) {
    return TimeText.scan(text, context);
  }

  /** The times in a line, its elements kept apart by blanks. */
  TimeText.Scan spaced(Line line) {
    TimeText.Scan known = spacedScans[line.index()];
    if (known == null) {
      known = scan(line.spaced());
      spacedScans[line.index()] = known;
    }
    return known;
  }

  private TimeText.Scan unspaced(Line line) {
    TimeText.Scan known = scans[line.index()];
    if (known == null) {
      known = TimeText.scanLine(line.text(), context);
      scans[line.index()] = known;
    }
    return known;
  }

  /** The times of a line that no label calls a change, a picture's or something else. */
  void unlabelled(List<TimeReading> readings, Line line, String rule) {
    read(readings, line, Set.of(), rule);
  }

  /** The times of a line that stand behind one of these labels. */
  void labelled(List<TimeReading> readings, Line line, Label label, String rule) {
    read(readings, line, Set.of(label), rule);
  }

  /** A line that says little but its time. */
  boolean isAllTime(Line line) {
    StatedTime time = TimeText.scan(line.spaced(), anyYear).first();
    return time != null && (time.end() - time.start()) * 4 > line.text().length();
  }

  /** Whether the line, or an element in it, is named for a time, and not in a list of others. */
  public static boolean isNamedForTime(Line line) {
    if (line.block().amongOthers()) {
      return false;
    }
    if (TIME_HINT.isIn(line.block().hint())) {
      return true;
    }
    for (Span span : line.spans()) {
      if (isNamedForTime(span)) {
        return true;
      }
    }
    return false;
  }

  public static boolean isNamedForTime(Span span) {
    return span.element().nameIs("time") || TIME_HINT.isIn(span.hint());
  }

  private void read(List<TimeReading> readings, Line line, Set<Label> labels, String rule) {
    String text = line.text();
    TimeText.Scan scan = unspaced(line);
    if (!hasClock(scan) && !line.spaced().equals(text)) {
      // Where inline elements touch, a day and its time of day do too.
      TimeText.Scan wider = spaced(line);
      if (wider.times().size() > scan.times().size() || hasClock(wider)) {
        text = line.spaced();
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
        attributes.alone(readings, line, rule);
      }
      return;
    }
    List<Labelled> found = text.equals(line.text()) ? line.labels() : Labelled.in(text);
    for (StatedTime time : scan.times()) {
      Label label = labelOf(time, found, text);
      if (label == null && time.start() <= 2) {
        label = labelAhead(line);
      }
      boolean fits =
          labels.isEmpty()
              ? label != Label.MODIFIED && label != Label.PICTURE
              : label != null && labels.contains(label);
      if (fits) {
        readings.add(new TimeReading(rule, completed(time, line)));
      }
    }
  }

  private static boolean hasClock(TimeText.Scan scan) {
    for (StatedTime time : scan.times()) {
      if (time.clock() != null) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Label labelOf(StatedTime time, List<Labelled> labels, String text) {
    Labelled last = null;
    for (Labelled label : labels) {
      if (label.start() < Math.max(1, time.end()) && label.start() <= time.start() + 2) {
        last = label;
      }
    }
    String behind = text.substring(Math.min(time.end(), text.length()));
    if (CHANGED.matcher(Text.plain(behind)).lookingAt()) {
      return Label.MODIFIED;
    }
    if (last != null) {
      // 报道：张三 摄影：李四 2021-02-19: among other credits, that of the pictures tells no time.
      boolean credit = last.label() == Label.PICTURE && last != labels.get(0);
      return credit ? null : last.label();
    }
    String before = text.substring(0, Math.min(time.start(), text.length()));
    String tail =
        before.substring(Math.max(0, before.length() - LABEL_REACH)).toLowerCase(Locale.ROOT);
    return ChangeWords.end(Text.plain(tail)) ? Label.MODIFIED : null;
  }

  /** A label that a line of its own before this one ends with: 发布时间： above 2020-09-25. */
  private @Nullable Label labelAhead(Line line) {
    Line ahead = draft.page().line(line.index() - 1);
    return ahead == null || ahead.text().length() > SHORT_LINE
        ? null
        : ahead.labelEndingAt(ahead.text().length());
  }

  /**
   * A day, with the time of day that its element repeats for machines, or that stands alone in the
   * line before or after it.
   */
  private StatedTime completed(StatedTime time, Line line) {
    if (time.clock() != null) {
      return context.yearFirst() ? time : attributes.inElementsZone(time, line);
    }
    StatedTime exact = attributes.ofDay(line, time);
    if (line.text().length() > 2 * SHORT_LINE) {
      StatedTime local = exact != null && exact.isUtc() ? exact.in(context.zone()) : exact;
      return local != null && local.day().equals(time.day()) ? local : time;
    }
    if (exact != null) {
      return exact;
    }
    StatedTime joined = joined(time, line.text(), draft.page().line(line.index() + 1), true);
    if (joined == null) {
      joined = joined(time, line.text(), draft.page().line(line.index() - 1), false);
    }
    return joined == null ? time : joined;
  }

  private @Nullable StatedTime joined(
      StatedTime time, String text, @Nullable Line other, boolean after) {
    if (other == null || other.text().length() > SHORT_LINE) {
      return null;
    }
    StatedTime joined = scan(after ? text + ' ' + other.text() : other.text() + ' ' + text).first();
    return joined != null && joined.day().equals(time.day()) && joined.clock() != null
        ? joined
        : null;
  }
}
