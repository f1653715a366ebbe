package dev.newsfold.parse.time;

import dev.newsfold.parse.draft.Chain.Named;
import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Regions;
import dev.newsfold.parse.page.SiteFields;
import dev.newsfold.parse.site.SiteRule;
import dev.newsfold.parse.time.notation.AddressTime;
import dev.newsfold.parse.time.notation.StatedTime;
import dev.newsfold.parse.time.notation.TimeContext;
import dev.newsfold.parse.time.notation.TimeText;
import dev.newsfold.parse.time.notation.Zones;
import dev.newsfold.records.Article;
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
  private final Draft draft;
  private final ZoneId zone;
  private final TimeContext context;
  private final PossibleTimes possible;
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
    possible = new PossibleTimes(draft, zone);
    stated = new StatedTimes(draft);
    Regions margins = draft.margins();
    machine = possible.of(stated.published(anyDay));
    address = address();
    changes = possible.of(stated.modified(anyDay));
    LocalDate stands = nearDay(machine, address, changes);
    Supplier<@Nullable LocalDate> near =
        stands != null || anyDay.capturedAt() != null ? () -> stands : new LatestDay(draft, anyDay);
    context = anyDay.near(near);
    shown = new ShownTimes(draft, margins, context);
    changes.addAll(possible.of(shown.modified()));
    visible = possible.of(shown.aroundHeadline());
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
    return named(possible.of(readings));
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
      List<TimeReading> elsewhere = possible.of(shown.elsewhere());
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
    return named(possible.of(shown.elsewhere()));
  }

  /** The day that the address is made of, and the hour of a change on that day. */
  public List<Named<TimeReading>> inAddress() {
    return named(address == null ? List.of() : List.of(choice.refine(address, changes)));
  }

  /** Times of change, where the page shows no other; where there are none, why none was taken. */
  public List<Named<TimeReading>> ofChange() {
    List<TimeReading> shownChanges = possible.of(shown.changes());
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
      scripts = possible.of(stated.inScripts(context));
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
    return time == null ? null : first(possible.of(List.of(new TimeReading("url", time))));
  }

  private static @Nullable LocalDate nearDay(
      List<TimeReading> machine, @Nullable TimeReading address, List<TimeReading> changes) {
    TimeReading known = first(machine);
    if (known == null) {
      known = address != null ? address : first(changes);
    }
    return known == null ? null : known.time().day();
  }

  private static @Nullable TimeReading first(List<TimeReading> readings) {
    return readings.isEmpty() ? null : readings.get(0);
  }
}
