package dev.newsfold.parse.time;

import dev.newsfold.parse.body.Boilerplate;
import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.Regions;
import dev.newsfold.parse.text.Keys;
import dev.newsfold.parse.text.Label;
import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.PrefilteredPattern;
import dev.newsfold.parse.text.Sentences;
import dev.newsfold.parse.text.Text;
import dev.newsfold.parse.time.notation.StatedTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Collects the times that a page shows away from its headline: below the text, in sentences, in
 * elements named for a time, in lists, in the browser's tab. In order of trust.
 */
final class TimesElsewhere {
  /** What parts a headline from the time behind it in a title. */
  private static final Pattern BEFORE_TIME = Pattern.compile("(?<![\\s:|·,(–—-])[\\s:|·,(–—-]++$");

  /** 本贴由…于2005年8月12日16:12:21在〖…〗发表. */
  private static final PrefilteredPattern POSTED =
      PrefilteredPattern.of(
          "%s%s.{1,40}%s\\s?\\d".formatted(any("this post"), any("posted by"), any("posted at")));

  private static final int LONGEST_LINE = 240;
  private static final int SHORT_LINE = 60;
  private static final int SIGNATURE = 120;
  private static final int LONGEST_SENTENCE = 700;
  private static final int OPENING = 60;
  private static final int FOOT = 8;
  private static final int REACH = 40;
  private static final int ENOUGH = 4;

  private final Draft draft;
  private final Regions margins;
  private final LineTimes times;
  private final boolean changeShown;

  TimesElsewhere(Draft draft, Regions margins, LineTimes times, boolean changeShown) {
    this.draft = draft;
    this.margins = margins;
    this.times = times;
    this.changeShown = changeShown;
  }

  private static String any(String kind) {
    return Lexicon.anyOf("time-words.tsv", 3, kind);
  }

  /** Times below the body, in sentences that tell of publishing, and in elements named for it. */
  List<TimeReading> all() {
    List<TimeReading> readings = new ArrayList<>();
    signed(readings);
    for (Line line : margins.aroundEnd()) {
      times.labelled(readings, line, Label.PUBLISHED, "text:label below");
    }
    foot(readings);
    opening(readings);
    byClass(readings);
    for (Line line : margins.closing()) {
      if (line.text().length() <= SHORT_LINE
          && line.linkWeight() == 0
          && !Sentences.isComplete(line.text())
          && line.block().within("li") == null) {
        List<TimeReading> found = new ArrayList<>();
        times.unlabelled(found, line, "text:end");
        found.removeIf(reading -> DaysOfStories.isOne(line.text(), reading.time()));
        readings.addAll(found);
      }
    }
    if (readings.isEmpty()) {
      said(readings);
    }
    if (readings.isEmpty()) {
      alone(readings);
    }
    if (readings.isEmpty()) {
      ownTeaser(readings);
    }
    if (readings.isEmpty()) {
      inTitle(readings);
    }
    return readings;
  }

  /** Each post of a thread is signed below it: the first signature is that of the first post. */
  private void signed(List<TimeReading> readings) {
    Line first = draft.firstBodyLine();
    Line last = draft.lastBodyLine();
    if (first == null || last == null) {
      return;
    }
    for (Line line : draft.page().lines().subList(first.index(), last.index() + 1)) {
      if (readings.isEmpty() && !line.hidden() && line.text().length() <= SIGNATURE) {
        times.labelled(readings, line, Label.PUBLISHED, "text:label in the text");
        if (readings.isEmpty() && POSTED.begins(line.plain())) {
          times.unlabelled(readings, line, "text:signature of a post");
        }
      }
    }
  }

  /** The lines right below the body, up to the first heading: many blogs sign there. */
  private void foot(List<TimeReading> readings) {
    for (Line line : margins.below().subList(0, Math.min(FOOT, margins.below().size()))) {
      if (line.isHeading() || Boilerplate.whatBegins(line) != null) {
        return;
      }
      if (line.linkDensity() < 0.8) {
        List<TimeReading> found = new ArrayList<>();
        times.unlabelled(found, line, "text:foot");
        // Lists of other articles leave out the year: February 20, 14:22.
        found.removeIf(reading -> !reading.time().complete() && !Text.hasHan(line.text()));
        readings.addAll(found);
      }
    }
  }

  /**
   * "Karlsruhe, (12.11.2021).", "29.11.2022 – …": a day at the head of the text's first lines. Amid
   * the first it counts less than the time of change that the page shows.
   */
  private void opening(List<TimeReading> readings) {
    for (Line line : margins.opening()) {
      String text = line.text();
      for (StatedTime time :
          times.scan(text.substring(0, Math.min(OPENING, text.length()))).times()) {
        boolean first =
            line == margins.opening().get(0)
                && !changeShown
                && (time.complete() || Text.hasHan(text))
                && !DaysOfStories.isOne(text, time);
        if (first || DaysOfStories.isSetOff(text, time)) {
          readings.add(new TimeReading("text:opening", time));
        }
      }
    }
  }

  private void byClass(List<TimeReading> readings) {
    for (Line line : draft.page().lines()) {
      if (readings.size() > ENOUGH) {
        return;
      }
      if (!line.hidden()
          && line.text().length() <= LONGEST_LINE
          && line.linkDensity() < 0.5
          && LineTimes.isNamedForTime(line)) {
        times.unlabelled(readings, line, "text:class");
      }
    }
  }

  /** "Der Artikel wurde am 19. Mai 2010 um 23:03 Uhr gepostet": a verb close to a day. */
  private void said(List<TimeReading> readings) {
    for (Line line : draft.page().lines()) {
      String text = line.text();
      if (line.hidden() || text.length() > LONGEST_SENTENCE || line.block().amongOthers()) {
        continue;
      }
      List<TimeReading> found = new ArrayList<>();
      times.unlabelled(found, line, "text:said to be published");
      for (TimeReading reading : found) {
        int from = Math.max(0, reading.time().start() - REACH);
        int to = Math.min(text.length(), reading.time().end() + REACH);
        String around = Text.plain(text.substring(Math.min(from, to), to)).toLowerCase(Locale.ROOT);
        if (reading.time().complete() && PublishWords.isIn(around)) {
          readings.add(reading);
        }
      }
    }
  }

  /** The only day that stands in lines of its own, wherever these are. */
  private void alone(List<TimeReading> readings) {
    List<TimeReading> found = new ArrayList<>();
    Set<LocalDate> days = new HashSet<>();
    for (Line line : draft.page().lines()) {
      StatedTime time =
          line.hidden() || line.linkWeight() > 0 || line.text().length() > SHORT_LINE
              ? null
              : times.spaced(line).first();
      if (time != null
          && time.complete()
          && time.end() - time.start() >= line.text().length() - 2
          && !line.block().amongOthers()) {
        found.add(new TimeReading("text:alone", time));
        days.add(time.day());
      }
    }
    if (days.size() == 1) {
      readings.addAll(found);
    }
  }

  /** The day beside the page's own headline, where a list of articles names this one too. */
  private void ownTeaser(List<TimeReading> readings) {
    String own = Keys.of(draft.headline().text());
    Line title = draft.headline().line();
    for (Line line : draft.page().lines()) {
      if (line == title || own.length() < 8 || !line.key().contains(own)) {
        continue;
      }
      for (int at : new int[] {line.index(), line.index() - 1, line.index() + 1}) {
        Line beside = draft.page().line(at);
        if (beside != null && readings.isEmpty() && (beside == line || times.isAllTime(beside))) {
          times.unlabelled(readings, beside, "text:beside the headline in a list");
        }
      }
    }
  }

  /**
   * The last part of what the browser's tab shows: Council approves plan | Gazette | 04.05.2020.
   */
  private void inTitle(List<TimeReading> readings) {
    String title = draft.page().title();
    for (StatedTime time : times.scan(title).times()) {
      String ahead = BEFORE_TIME.matcher(title.substring(0, time.start())).replaceFirst("");
      boolean behindHeadline =
          time.clock() != null && !ahead.isEmpty() && ahead.endsWith(draft.headline().text());
      boolean last = title.substring(Math.min(title.length(), time.end())).isBlank();
      if (time.complete() && (last || behindHeadline)) {
        readings.add(new TimeReading("title", time));
      }
    }
  }
}
