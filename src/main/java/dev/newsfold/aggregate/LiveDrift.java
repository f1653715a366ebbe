package dev.newsfold.aggregate;

import dev.newsfold.records.Article;
import dev.newsfold.records.Drift;
import dev.newsfold.records.RecaptureGroup;
import dev.newsfold.records.SiteWeeks;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How often the sites of a stream fill each field by week ({@link FieldDrift}): sums that articles
 * are added to and taken out of as they change. What an article was counted as stays when it is
 * forgotten, so there is a row for each site and week that ever was, as there is in {@code drift/}.
 */
final class LiveDrift {
  private static final SiteWeeks NONE = new SiteWeeks(List.of());

  private final ZoneId zone;
  private final WriteBackMap<SiteWeeks> sites;

  /** What was last said of the sites that have changed since. */
  private final Map<String, SiteWeeks> said = new TreeMap<>();

  LiveDrift(ZoneId zone, WriteBackMap<SiteWeeks> sites) {
    this.zone = zone;
    this.sites = sites;
  }

  /**
   * Counts an article that is new or has changed.
   *
   * @param before as it was counted; null for a new one
   */
  void change(@Nullable RecaptureGroup before, RecaptureGroup now) {
    if (before == null) {
      add(now, 1);
    } else if (!countsAlike(before, now)) {
      add(before, -1);
      add(now, 1);
    }
  }

  /** As most captures of an article that is known do. */
  private boolean countsAlike(RecaptureGroup a, RecaptureGroup b) {
    return a.getFilled() == b.getFilled()
        && a.getLatest().getSite().equals(b.getLatest().getSite())
        && Objects.equals(
            FieldDrift.week(a.getLatest(), zone), FieldDrift.week(b.getLatest(), zone));
  }

  private void add(RecaptureGroup group, int articles) {
    Article article = group.getLatest();
    LocalDate week = FieldDrift.week(article, zone);
    String site = article.getSite();
    if (week != null && !site.isEmpty()) {
      SiteWeeks weeks = Objects.requireNonNullElse(sites.get(site), NONE);
      said.putIfAbsent(site, weeks);
      sites.put(site, FieldDrift.merge(weeks, FieldDrift.of(group.getFilled(), week, articles)));
    }
  }

  /** The rows that are not as they were when this was called last. */
  List<Drift> changed(int revision) {
    List<Drift> changed = new ArrayList<>();
    said.forEach(
        (site, weeks) -> {
          Map<LocalDate, Drift> before = new TreeMap<>();
          FieldDrift.rows(site, weeks).forEach(row -> before.put(row.getWeek(), row));
          for (Drift row : FieldDrift.rows(site, Objects.requireNonNull(sites.get(site)))) {
            if (!RecordDigests.same(row, before.remove(row.getWeek()))) {
              changed.add(Drift.newBuilder(row).setRevision(revision).build());
            }
          }
          for (Drift gone : before.values()) {
            changed.add(Drift.newBuilder(gone).setWithdrawn(true).setRevision(revision).build());
          }
        });
    said.clear();
    return changed;
  }
}
