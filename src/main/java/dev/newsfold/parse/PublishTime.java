package dev.newsfold.parse;

import dev.newsfold.parse.TimeReadings.Reading;
import dev.newsfold.records.Article;
import dev.newsfold.records.Precision;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads publishedAt, publishedZone, publishedPrecision and modifiedAt.
 *
 * <p>Machines and people are told the time apart, and they are told differently: templates fill the
 * metadata with the hour of the crawl, of the last change, or with local time and a Z behind it. On
 * Chinese pages the line beneath the headline is written by hand and wins; elsewhere the metadata
 * is tended and wins, unless the address and the visible line agree against it.
 */
final class PublishTime implements FieldRules {
  private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);

  /** An assumed zone may be wrong by as much as zones differ. */
  private static final Duration ZONE_SLACK = Duration.ofHours(26);

  private static final int QUARTER = 15;
  private static final int WIDEST_OFFSET_MINUTES = 14 * 60;
  private static final Duration CLOCK_SLACK = Duration.ofHours(1);

  @Override
  public void fill(Draft draft) {
    Article article = draft.article();
    String language = article.getLanguage() == null ? "" : article.getLanguage();
    String site = article.getSite() == null ? "" : article.getSite();
    SiteRule rule = draft.page().siteRule();
    ZoneId zone =
        rule != null && rule.zone() != null
            ? rule.zone()
            : Zones.of(site, language, draft.page().zone());
    TimeContext context = TimeContext.of(language, site, zone, draft.page().capturedAt());
    TimeReadings readings = new TimeReadings(draft, Margins.of(draft));

    List<Reading> machine = acceptable(draft, readings.published(context), zone);
    List<Reading> scripts = acceptable(draft, readings.inScripts(context), zone);
    Reading address = address(draft, zone);
    List<Reading> changed = acceptable(draft, readings.modified(context), zone);
    context = context.near(nearDay(machine, scripts, address, changed));
    List<Reading> visible = acceptable(draft, readings.aroundHeadline(context), zone);
    Reading chosen = choose(context, first(machine), first(visible), address);
    if (chosen == null) {
      List<Reading> rest = new ArrayList<>(scripts);
      rest.addAll(acceptable(draft, readings.elsewhere(context), zone));
      if (address != null) {
        rest.add(address);
      }
      chosen = first(rest);
    } else {
      List<Reading> others = new ArrayList<>(machine);
      others.addAll(visible);
      others.addAll(scripts);
      others.addAll(changed);
      if (chosen.time().clock() == null) {
        others.addAll(acceptable(draft, readings.elsewhere(context), zone));
      }
      chosen = inPagesZone(refine(chosen, others, zone), visible, zone);
    }
    if (chosen == null) {
      for (String refusal : readings.refusals()) {
        draft.evidence().refused("publishedAt", "text", "", refusal);
      }
    } else {
      set(article, chosen, zone);
      draft.evidence().won("publishedAt", chosen.rule(), chosen);
      note(draft, chosen, machine, visible);
    }
    Reading modified = first(changed);
    if (modified != null) {
      article.setModifiedAt(modified.time().instant(zone));
      draft.evidence().won("modifiedAt", modified.rule(), modified);
    }
  }

  private static @Nullable Reading choose(
      TimeContext context,
      @Nullable Reading machine,
      @Nullable Reading visible,
      @Nullable Reading address) {
    if (machine == null) {
      return visible;
    }
    LocalDate stated = machine.time().day();
    if (visible == null) {
      return isRepublished(stated, address) ? address : machine;
    }
    LocalDate shown = visible.time().day();
    if (context.language().startsWith("zh")) {
      boolean written = visible.time().clock() != null || visible.rule().startsWith("text:label");
      boolean coarser = visible.time().clock() == null && machine.time().clock() != null;
      return written && !(coarser && stated.equals(shown)) ? visible : machine;
    }
    if (stated.equals(shown)) {
      return machine.time().clock() == null && visible.time().clock() != null ? visible : machine;
    }
    boolean againstMachine =
        visible.time().complete()
            && ((address != null
                    && address.time().day().equals(shown)
                    && Math.abs(stated.toEpochDay() - shown.toEpochDay()) > 1)
                || (!context.language().startsWith("en") && isSwapped(stated, shown))
                || stated.equals(context.captureDay()));
    return againstMachine ? visible : isRepublished(stated, address) ? address : machine;
  }

  /** 2023-01-11 where the page shows 1 November: the template took the month for the day. */
  private static boolean isSwapped(LocalDate stated, LocalDate shown) {
    return stated.getYear() == shown.getYear()
        && stated.getMonthValue() == shown.getDayOfMonth()
        && stated.getDayOfMonth() == shown.getMonthValue();
  }

  /** An address keeps the day an article first had, when a later one has come into its metadata. */
  private static boolean isRepublished(LocalDate stated, @Nullable Reading address) {
    return address != null && address.time().day().plusDays(2).isBefore(stated);
  }

  /** Adds seconds that another place on the page knows, where both agree to the minute. */
  private static Reading refine(Reading chosen, List<Reading> others, ZoneId zone) {
    if (chosen.time().precision() == Precision.SECOND) {
      return chosen;
    }
    for (Reading other : others) {
      StatedTime exact = other.time();
      if (exact.precision() != Precision.SECOND && chosen.time().clock() != null) {
        continue;
      }
      if (exact.clock() == null) {
        continue;
      }
      StatedTime local = atZone(exact, zone);
      StatedTime found =
          exact.sameMinute(chosen.time())
                  || chosen.time().clock() == null && exact.day().equals(chosen.time().day())
              ? exact
              : local.sameMinute(chosen.time()) ? local : null;
      if (found != null) {
        // The wall clock agrees: a Z or offset beside it that says otherwise is the template's.
        boolean keepsZone = found == local || chosen.time().clock() == null;
        return new Reading(
            chosen.rule() + ", " + other.rule(),
            new StatedTime(
                found.day(),
                found.clock(),
                keepsZone ? found.zone() : chosen.time().zone(),
                found.precision(),
                chosen.time().complete(),
                0,
                1));
      }
    }
    return chosen;
  }

  /**
   * A time told in UTC, put into the zone of the wall clock that the page shows beside it: the
   * difference of the two is the zone's offset. Where only a day is shown, the site's zone, if that
   * makes the days agree.
   */
  private static Reading inPagesZone(Reading chosen, List<Reading> visible, ZoneId site) {
    StatedTime time = chosen.time();
    boolean utc = time.zone() instanceof ZoneOffset offset && offset.getTotalSeconds() == 0;
    if (!utc || time.clock() == null) {
      return chosen;
    }
    for (Reading shown : visible) {
      StatedTime wall = shown.time();
      if (wall.zone() != null) {
        continue;
      }
      if (wall.clock() == null) {
        StatedTime local = atZone(time, site);
        return local.day().equals(wall.day()) ? new Reading(chosen.rule(), local) : chosen;
      }
      long minutes =
          Duration.between(time.local().truncatedTo(ChronoUnit.MINUTES), wall.local()).toMinutes();
      if (minutes % QUARTER == 0 && Math.abs(minutes) <= WIDEST_OFFSET_MINUTES) {
        return new Reading(
            chosen.rule(), atZone(time, ZoneOffset.ofTotalSeconds((int) minutes * 60)));
      }
    }
    return chosen;
  }

  private static StatedTime atZone(StatedTime time, ZoneId zone) {
    if (time.zone() == null) {
      return time;
    }
    var local = time.instant(zone).atZone(zone);
    return new StatedTime(
        local.toLocalDate(), local.toLocalTime(), zone, time.precision(), time.complete(), 0, 1);
  }

  private static void set(Article article, Reading chosen, ZoneId assumed) {
    StatedTime time = chosen.time();
    ZoneId zone = time.zone() == null ? assumed : time.zone();
    article.setPublishedAt(time.instant(assumed));
    article.setPublishedZone(zone.getId());
    article.setPublishedPrecision(time.precision());
  }

  private static @Nullable Reading address(Draft draft, ZoneId zone) {
    String address = draft.article().getCanonicalUrl();
    StatedTime time = address == null ? null : AddressTime.read(address);
    if (time == null && draft.page().url() != null) {
      time = AddressTime.read(draft.page().url());
    }
    return time == null ? null : first(acceptable(draft, List.of(new Reading("url", time)), zone));
  }

  private static @Nullable LocalDate nearDay(
      List<Reading> machine,
      List<Reading> scripts,
      @Nullable Reading address,
      List<Reading> changed) {
    Reading known = first(machine);
    if (known == null) {
      known = first(scripts);
    }
    if (known == null) {
      known = address;
    }
    if (known == null) {
      known = first(changed);
    }
    return known == null ? null : known.time().day();
  }

  private static List<Reading> acceptable(Draft draft, List<Reading> readings, ZoneId zone) {
    List<Reading> acceptable = new ArrayList<>(readings.size());
    for (Reading reading : readings) {
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
      Draft draft, Reading chosen, List<Reading> machine, List<Reading> visible) {
    if (draft.evidence().complete()) {
      for (List<Reading> readings : List.of(machine, visible)) {
        for (Reading reading : readings) {
          if (reading != chosen) {
            draft.evidence().lost("publishedAt", reading.rule(), reading);
          }
        }
      }
    }
  }

  private static @Nullable Reading first(List<Reading> readings) {
    return readings.isEmpty() ? null : readings.get(0);
  }
}
