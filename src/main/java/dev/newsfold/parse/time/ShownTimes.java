package dev.newsfold.parse.time;

import dev.newsfold.parse.body.Boilerplate;
import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.Regions;
import dev.newsfold.parse.page.Span;
import dev.newsfold.parse.page.TextDensity;
import dev.newsfold.parse.text.Keys;
import dev.newsfold.parse.text.Label;
import dev.newsfold.parse.text.PrefilteredPattern;
import dev.newsfold.parse.text.Text;
import dev.newsfold.parse.time.notation.AddressTime;
import dev.newsfold.parse.time.notation.StatedTime;
import dev.newsfold.parse.time.notation.TimeContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects the times that a page shows its readers, place by place, in order of trust. */
final class ShownTimes {
  private static final PrefilteredPattern FRAGMENT = PrefilteredPattern.of("[\\d/.:年月日-]{2,10}$");

  /** Words that say of a day in a sentence that the page was published on it. */
  private static final Pattern SAID =
      Pattern.compile(
          "publi[sécrkt]|\\bpost(?:ed|ado|é|et|at)\\b|gepostet|veröffentlicht|erschienen|erstellt"
              + "|eingestellt|verfasst|geschrieben|pubblicat|opublikowan|опубликован|размещен"
              + "|gepubliceerd|geplaatst|julkaistu|yayın|diterbitkan|ditayangkan|zveřejněn|közzét|đăng"
              + "|نشر|发表于|发布于|刊登于|掲载|公开");

  /** 本贴由…于2005年8月12日16:12:21在〖…〗发表. */
  private static final PrefilteredPattern POSTED =
      PrefilteredPattern.of("(?:本|此|该)(?:贴|帖|文章?)(?:子)?由.{1,40}于\\s?\\d");

  private static final String BENEATH = "text:beneath the headline";
  private static final int SIGNATURE = 120;
  private static final int LONGEST_LINE = 240;
  private static final int LONGEST_SENTENCE = 700;
  private static final int CLOSE = 3;
  private static final int OPENING = 60;
  private static final int FOOT = 8;
  private static final int REACH = 40;
  private static final int SHORT_LINE = 60;
  private static final int ENOUGH = 4;

  private final Draft draft;
  private final Regions margins;
  private final LineTimes times;

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
    List<TimeReading> readings = new ArrayList<>();
    for (Line line : margins.aroundHeadline()) {
      times.labelled(readings, line, Label.MODIFIED, "text:label");
    }
    return readings;
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
    near(readings, beneath.stream().filter(ShownTimes::isSentence).toList(), BENEATH);
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

  /** A caption or the like: the day in it is that of what it tells. */
  private static boolean isSentence(Line line) {
    return line.text().length() > SHORT_LINE && TextDensity.isProse(line);
  }

  /** Times below the body, in sentences that tell of publishing, and in elements named for it. */
  List<TimeReading> elsewhere() {
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
          && line.block().within("li") == null) {
        times.unlabelled(readings, line, "text:end");
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

  /**
   * Times of a last change, for pages that show no other: at the headline, at the end, in the foot.
   */
  List<TimeReading> changes() {
    List<TimeReading> readings = modified();
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

  /** The latest complete day that the page shows or links to: what a year-less day is near to. */
  @Nullable LocalDate latestDay(LocalDate limit) {
    LocalDate latest = null;
    for (Line line : draft.page().lines()) {
      List<StatedTime> days = new ArrayList<>(times.scan(line.text()).times());
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
        times.unlabelled(readings, line, "text:foot");
      }
    }
  }

  /** "Karlsruhe, (12.11.2021).", "29.11.2022 – …": a day at the head of the text's first lines. */
  private void opening(List<TimeReading> readings) {
    for (Line line : margins.opening()) {
      String text = line.text();
      for (StatedTime time :
          times.scan(text.substring(0, Math.min(OPENING, text.length()))).times()) {
        boolean heads = line == margins.opening().get(0) || isSetOff(text, time);
        if (heads) {
          readings.add(new TimeReading("text:opening", time));
        }
      }
    }
  }

  /** At the very start, or in brackets after a place, with a dash or stop behind. */
  private static boolean isSetOff(String text, StatedTime time) {
    char before = time.start() == 0 ? '(' : text.charAt(time.start() - 1);
    String rest = text.substring(Math.min(text.length(), time.end())).strip();
    boolean closed = !rest.isEmpty() && "-–—|:)".indexOf(rest.charAt(0)) >= 0;
    return time.complete() && before == '(' && closed;
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
        if (reading.time().complete() && SAID.matcher(around).find()) {
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

  /**
   * The last part of what the browser's tab shows: Council approves plan | Gazette | 04.05.2020.
   */
  private void inTitle(List<TimeReading> readings) {
    String title = draft.page().title();
    for (StatedTime time : times.scan(title).times()) {
      if (time.complete() && title.substring(Math.min(title.length(), time.end())).isBlank()) {
        readings.add(new TimeReading("title", time));
      }
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
}
