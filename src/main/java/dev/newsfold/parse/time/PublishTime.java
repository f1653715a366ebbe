package dev.newsfold.parse.time;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.draft.FieldRules;
import dev.newsfold.parse.page.Regions;
import dev.newsfold.parse.site.SiteRule;
import dev.newsfold.parse.time.notation.AddressTime;
import dev.newsfold.parse.time.notation.StatedTime;
import dev.newsfold.parse.time.notation.TimeContext;
import dev.newsfold.parse.time.notation.Zones;
import dev.newsfold.records.Article;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads publishedAt, publishedZone, publishedPrecision and modifiedAt: what the page tells machines
 * ({@link StatedTimes}), what it shows its readers ({@link ShownTimes}) and the day its address is
 * made of ({@link AddressTime}); {@link TimeChoice} decides. A time of change is no time of
 * publishing; only where a page shows no other does it stand for one, and the evidence says so.
 */
public final class PublishTime implements FieldRules {
  private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);

  /** An assumed zone may be wrong by as much as zones differ. */
  private static final Duration ZONE_SLACK = Duration.ofHours(26);

  private static final Duration CLOCK_SLACK = Duration.ofHours(1);

  @Override
  public void fill(Draft draft) {
    Article article = draft.article();
    String language = article.getLanguage() == null ? "" : article.getLanguage();
    String site = article.getSite() == null ? "" : article.getSite();
    ZoneId zone = zone(draft, site, language);
    TimeContext context = TimeContext.of(language, site, zone, draft.page().capturedAt());
    StatedTimes stated = new StatedTimes(draft);
    Regions margins = draft.margins();

    List<TimeReading> machine = acceptable(draft, stated.published(context), zone);
    TimeReading address = address(draft, zone);
    List<TimeReading> changes = acceptable(draft, stated.modified(context), zone);
    LocalDate stands = nearDay(machine, address, changes);
    Supplier<@Nullable LocalDate> near =
        stands != null || context.capturedAt() != null
            ? () -> stands
            : new LatestDay(draft, new ShownTimes(draft, margins, context));
    context = context.near(near);
    ShownTimes shown = new ShownTimes(draft, margins, context);
    changes.addAll(acceptable(draft, shown.modified(), zone));
    List<TimeReading> visible = acceptable(draft, shown.aroundHeadline(), zone);
    TimeChoice choice =
        new TimeChoice(
            language.startsWith("zh"), language.startsWith("en"), zone, context.captureDay());
    TimeReading chosen = choice.of(machine, visible, address, first(changes));
    List<TimeReading> scripts = List.of();
    if (chosen == null || chosen.time().clock() == null) {
      scripts = acceptable(draft, stated.inScripts(context), zone);
    }
    if (chosen == null) {
      List<TimeReading> rest = new ArrayList<>(scripts);
      rest.addAll(acceptable(draft, shown.elsewhere(), zone));
      if (address != null) {
        rest.add(address);
      }
      if (rest.isEmpty()) {
        rest.addAll(acceptable(draft, shown.changes(), zone));
      }
      chosen = first(rest);
    } else {
      List<TimeReading> others = new ArrayList<>(machine);
      others.addAll(visible);
      others.addAll(scripts);
      others.addAll(changes);
      if (chosen.time().clock() == null || chosen.time().swappable()) {
        List<TimeReading> elsewhere = acceptable(draft, shown.elsewhere(), zone);
        chosen = unswapped(chosen, elsewhere, address);
        others.addAll(elsewhere);
      }
      chosen = choice.inPagesZone(choice.refine(chosen, others), visible);
    }
    if (chosen == null) {
      for (String refusal : shown.refusals()) {
        draft.evidence().refused("publishedAt", "text", "", refusal);
      }
    } else {
      set(article, chosen, zone);
      draft.evidence().won("publishedAt", chosen.rule(), chosen);
      note(draft, chosen, machine, visible);
    }
    TimeReading modified = first(changes);
    if (modified != null) {
      article.setModifiedAt(modified.time().instant(zone));
      draft.evidence().won("modifiedAt", modified.rule(), modified);
    }
  }

  private static ZoneId zone(Draft draft, String site, String language) {
    SiteRule rule = draft.page().siteRule();
    return rule != null && rule.zone() != null
        ? rule.zone()
        : Zones.of(site, language, draft.page().zone());
  }

  /** Where two numbers may be day or month, the order that another place on the page confirms. */
  private static TimeReading unswapped(
      TimeReading chosen, List<TimeReading> elsewhere, @Nullable TimeReading address) {
    List<TimeReading> witnesses = new ArrayList<>(elsewhere);
    if (address != null) {
      witnesses.add(address);
    }
    for (TimeReading witness : witnesses) {
      if (chosen.time().swappable()
          && !witness.time().swappable()
          && chosen.time().isSwapOf(witness.time().day())) {
        return new TimeReading(
            chosen.rule() + ", " + witness.rule(), chosen.time().on(witness.time().day()));
      }
    }
    return chosen;
  }

  private static void set(Article article, TimeReading chosen, ZoneId assumed) {
    StatedTime time = chosen.time();
    ZoneId zone = time.zone() == null ? assumed : time.zone();
    article.setPublishedAt(time.instant(assumed));
    article.setPublishedZone(zone.getId());
    article.setPublishedPrecision(time.precision());
  }

  private static @Nullable TimeReading address(Draft draft, ZoneId zone) {
    String address = draft.article().getCanonicalUrl();
    StatedTime time = address == null ? null : AddressTime.read(address);
    if (time == null && draft.page().url() != null) {
      time = AddressTime.read(draft.page().url());
    }
    return time == null
        ? null
        : first(acceptable(draft, List.of(new TimeReading("url", time)), zone));
  }

  private static @Nullable LocalDate nearDay(
      List<TimeReading> machine, @Nullable TimeReading address, List<TimeReading> changes) {
    TimeReading known = first(machine);
    if (known == null) {
      known = address != null ? address : first(changes);
    }
    return known == null ? null : known.time().day();
  }

  /** The latest day on the page, looked for when the first year-less time needs it. */
  private static final class LatestDay implements Supplier<@Nullable LocalDate> {
    private final Draft draft;
    private final ShownTimes shown;
    private boolean known;
    private @Nullable LocalDate day;

    LatestDay(Draft draft, ShownTimes shown) {
      this.draft = draft;
      this.shown = shown;
    }

    @Override
    public @Nullable LocalDate get() {
      if (!known) {
        day = shown.latestDay(draft.page().latest().atZone(draft.page().zone()).toLocalDate());
        known = true;
      }
      return day;
    }
  }

  private static List<TimeReading> acceptable(
      Draft draft, List<TimeReading> readings, ZoneId zone) {
    List<TimeReading> acceptable = new ArrayList<>(readings.size());
    for (TimeReading reading : readings) {
      String why = refusal(reading.time(), draft.page().latest(), zone);
      if (why == null) {
        acceptable.add(reading);
      } else {
        draft.evidence().refused("publishedAt", reading.rule(), reading, why);
      }
    }
    return acceptable;
  }

  private static @Nullable String refusal(StatedTime time, Instant latest, ZoneId zone) {
    if (time.day().isBefore(FIRST_DAY)) {
      return time.day() + " is before the web";
    }
    Duration slack = time.zone() == null ? ZONE_SLACK : CLOCK_SLACK;
    return time.instant(zone).isAfter(latest.plus(slack))
        ? time.day() + " is after the page was captured"
        : null;
  }

  private static void note(
      Draft draft, TimeReading chosen, List<TimeReading> machine, List<TimeReading> visible) {
    if (draft.evidence().complete()) {
      for (List<TimeReading> readings : List.of(machine, visible)) {
        for (TimeReading reading : readings) {
          if (reading != chosen) {
            draft.evidence().lost("publishedAt", reading.rule(), reading);
          }
        }
      }
    }
  }

  private static @Nullable TimeReading first(List<TimeReading> readings) {
    return readings.isEmpty() ? null : readings.get(0);
  }
}
