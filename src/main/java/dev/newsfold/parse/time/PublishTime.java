package dev.newsfold.parse.time;

import dev.newsfold.parse.draft.Chain.Named;
import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Regions;
import dev.newsfold.parse.site.SiteFields;
import dev.newsfold.parse.site.SiteRule;
import dev.newsfold.parse.time.notation.AddressTime;
import dev.newsfold.parse.time.notation.StatedTime;
import dev.newsfold.parse.time.notation.TimeContext;
import dev.newsfold.parse.time.notation.TimeText;
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
public final class PublishTime {
  private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);

  /** An assumed zone may be wrong by as much as zones differ. */
  private static final Duration ZONE_SLACK = Duration.ofHours(26);

  private static final Duration CLOCK_SLACK = Duration.ofHours(1);

  private final Draft draft;
  private final ZoneId zone;
  private final TimeContext context;
  private final StatedTimes stated;
  private final ShownTimes shown;
  private final TimeChoice choice;
  private final List<TimeReading> machine;
  private final @Nullable TimeReading address;
  private final List<TimeReading> changes;
  private final List<TimeReading> visible;
  private @Nullable List<TimeReading> scripts;

  private PublishTime(Draft draft) {
    this.draft = draft;
    Article article = draft.article();
    String language = article.getLanguage() == null ? "" : article.getLanguage();
    String site = article.getSite() == null ? "" : article.getSite();
    zone = zone(draft, site, language);
    TimeContext anyDay = TimeContext.of(language, site, zone, draft.page().capturedAt());
    stated = new StatedTimes(draft);
    Regions margins = draft.margins();
    machine = acceptable(stated.published(anyDay));
    address = address();
    changes = acceptable(stated.modified(anyDay));
    LocalDate stands = nearDay(machine, address, changes);
    Supplier<@Nullable LocalDate> near =
        stands != null || anyDay.capturedAt() != null
            ? () -> stands
            : new LatestDay(draft, new ShownTimes(draft, margins, anyDay));
    context = anyDay.near(near);
    shown = new ShownTimes(draft, margins, context);
    changes.addAll(acceptable(shown.modified()));
    visible = acceptable(shown.aroundHeadline());
    choice =
        new TimeChoice(
            language.startsWith("zh"), language.startsWith("en"), zone, context.captureDay());
  }

  /** The rules, with what the page states and shows read once. */
  public static PublishTime of(Draft draft) {
    return draft.reading(PublishTime.class, PublishTime::new);
  }

  /** What the site's rule selects. */
  public List<Named<TimeReading>> bySiteRule() {
    List<TimeReading> readings = new ArrayList<>();
    for (String text : SiteFields.times(draft.page())) {
      StatedTime time = TimeText.scanValue(text, context).first();
      if (time != null) {
        readings.add(new TimeReading("site-rule:publishedAt", time));
      }
    }
    return named(acceptable(readings));
  }

  /**
   * What {@link TimeChoice} makes of the times that are stated, those around the headline and that
   * of the address, with what all others add to it; behind it, for the evidence, what it was chosen
   * from.
   */
  public List<Named<TimeReading>> agreed() {
    TimeReading chosen = choice.of(machine, visible, address, first(changes));
    if (chosen == null) {
      return List.of();
    }
    List<TimeReading> others = new ArrayList<>(machine);
    others.addAll(visible);
    others.addAll(chosen.time().clock() == null ? scripts() : List.of());
    others.addAll(changes);
    if (chosen.time().clock() == null || chosen.time().swappable()) {
      List<TimeReading> elsewhere = acceptable(shown.elsewhere());
      chosen = DayOrder.settle(unswapped(chosen, elsewhere, address), draft.page());
      others.addAll(elsewhere);
    }
    chosen = choice.inPagesZone(TimeChoice.zoned(choice.refine(chosen, others), others), visible);
    List<TimeReading> readings = new ArrayList<>(List.of(chosen));
    if (draft.evidence().complete()) {
      readings.addAll(machine);
      readings.addAll(visible);
      TimeReading winner = chosen;
      readings.removeIf(reading -> reading == winner && readings.indexOf(reading) > 0);
    }
    return named(readings);
  }

  /** What page data in scripts says. */
  public List<Named<TimeReading>> inScripts() {
    return named(scripts());
  }

  /** Times that the page shows anywhere else. */
  public List<Named<TimeReading>> elsewhere() {
    return named(acceptable(shown.elsewhere()));
  }

  /** The day that the address is made of. */
  public List<Named<TimeReading>> inAddress() {
    return named(address == null ? List.of() : List.of(address));
  }

  /** Times of change, where the page shows no other; where there are none, why none was taken. */
  public List<Named<TimeReading>> ofChange() {
    List<TimeReading> shownChanges = acceptable(shown.changes());
    if (shownChanges.isEmpty()) {
      for (String refusal : shown.refusals()) {
        draft.evidence().refused("publishedAt", "text", "", refusal);
      }
    }
    return named(shownChanges);
  }

  /** When the page says it was last changed: stated first, then shown. */
  public List<Named<TimeReading>> modified() {
    return named(changes);
  }

  /** The instant of a reading, in the page's zone where it states none. */
  public Instant instant(TimeReading reading) {
    return reading.time().instant(zone);
  }

  /** Sets the time of publishing, its zone and how exactly it is stated. */
  public static void set(Draft draft, TimeReading chosen) {
    ZoneId assumed = of(draft).zone;
    StatedTime time = chosen.time();
    ZoneId zone = time.zone() == null ? assumed : time.zone();
    Article article = draft.article();
    article.setPublishedAt(time.instant(assumed));
    article.setPublishedZone(zone.getId());
    article.setPublishedPrecision(time.precision());
  }

  private List<TimeReading> scripts() {
    if (scripts == null) {
      scripts = acceptable(stated.inScripts(context));
    }
    return scripts;
  }

  private static List<Named<TimeReading>> named(List<TimeReading> readings) {
    return readings.stream().map(reading -> new Named<>(reading.rule(), reading)).toList();
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

  private @Nullable TimeReading address() {
    String address = draft.article().getCanonicalUrl();
    StatedTime time = address == null ? null : AddressTime.read(address);
    if (time == null && draft.page().url() != null) {
      time = AddressTime.read(draft.page().url());
    }
    return time == null ? null : first(acceptable(List.of(new TimeReading("url", time))));
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

  private List<TimeReading> acceptable(List<TimeReading> readings) {
    List<TimeReading> acceptable = new ArrayList<>(readings.size());
    for (TimeReading reading : readings) {
      String why = refusal(reading.time(), draft.page().latest(), zone);
      TimeReading other = why == null ? null : DayOrder.otherWay(reading);
      if (other != null && refusal(other.time(), draft.page().latest(), zone) == null) {
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

  private static @Nullable String refusal(StatedTime time, Instant latest, ZoneId zone) {
    if (time.day().isBefore(FIRST_DAY)) {
      return time.day() + " is before the web";
    }
    Duration slack = time.zone() == null ? ZONE_SLACK : CLOCK_SLACK;
    return time.instant(zone).isAfter(latest.plus(slack))
        ? time.day() + " is after the page was captured"
        : null;
  }

  private static @Nullable TimeReading first(List<TimeReading> readings) {
    return readings.isEmpty() ? null : readings.get(0);
  }
}
