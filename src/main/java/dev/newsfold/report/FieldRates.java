package dev.newsfold.report;

import dev.newsfold.aggregate.FieldDrift;
import dev.newsfold.records.Article;
import dev.newsfold.records.Drift;
import dev.newsfold.records.FieldRate;
import dev.newsfold.records.SiteWeeks;
import dev.newsfold.records.WeekFill;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * How often each field is filled, by site and week, as {@link FieldDrift} counts it, in bounded
 * memory.
 */
final class FieldRates {
  /** Sites times weeks that are told apart. */
  private static final int CELLS = 50_000;

  private static final Schema SCHEMA = Article.getClassSchema();
  private static final int[] POSITIONS =
      FieldDrift.FIELDS.stream().mapToInt(field -> SCHEMA.getField(field).pos()).toArray();

  private final ZoneId zone;

  /** By site and week: articles, then how many of them have each field. */
  private final SortedMap<String, SortedMap<LocalDate, int[]>> sites = new TreeMap<>();

  private int cells;

  FieldRates(ZoneId zone) {
    this.zone = zone;
  }

  /** A field that is filled less often in a week than in the site's weeks before. */
  record Fall(Drift row, FieldRate rate) {
    double depth() {
      return FieldDrift.depth(row, rate);
    }
  }

  void add(Article article) {
    LocalDate week = FieldDrift.week(article, zone);
    if (week == null || article.getSite().isEmpty()) {
      return;
    }
    SortedMap<LocalDate, int[]> weeks = sites.get(article.getSite());
    int[] counts = weeks == null ? null : weeks.get(week);
    if (counts == null) {
      if (cells == CELLS) {
        return;
      }
      cells++;
      counts = new int[1 + POSITIONS.length];
      sites.computeIfAbsent(article.getSite(), site -> new TreeMap<>()).put(week, counts);
    }
    counts[0]++;
    for (int i = 0; i < POSITIONS.length; i++) {
      if (FieldDrift.isFilled(article.get(POSITIONS[i]))) {
        counts[i + 1]++;
      }
    }
  }

  /** The falls, deepest first. */
  List<Fall> falls() {
    return rows()
        .flatMap(
            row ->
                row.getFields().stream()
                    .filter(FieldRate::getFell)
                    .map(rate -> new Fall(row, rate)))
        .sorted(
            Comparator.comparingDouble((Fall fall) -> -fall.depth())
                .thenComparing(fall -> fall.row().getSite())
                .thenComparing(fall -> fall.row().getWeek())
                .thenComparing(fall -> fall.rate().getField()))
        .toList();
  }

  /** Every site and week, in order. */
  Stream<Drift> rows() {
    return sites.entrySet().stream()
        .flatMap(site -> FieldDrift.rows(site.getKey(), weeks(site.getValue())).stream());
  }

  private static SiteWeeks weeks(SortedMap<LocalDate, int[]> counts) {
    List<WeekFill> weeks = new ArrayList<>();
    for (Map.Entry<LocalDate, int[]> week : counts.entrySet()) {
      List<Long> filled = new ArrayList<>();
      for (int i = 0; i < POSITIONS.length; i++) {
        filled.add((long) week.getValue()[i + 1]);
      }
      weeks.add(new WeekFill(week.getKey(), (long) week.getValue()[0], filled));
    }
    return new SiteWeeks(weeks);
  }
}
