package dev.newsfold.report;

import dev.newsfold.records.Article;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;

/**
 * How often each field is filled, by site and week of publishing: where a site changes its layout,
 * a field that was there falls away. Undated articles are left out.
 */
final class FieldRates {
  /** Sites times weeks that are told apart. */
  private static final int CELLS = 50_000;

  /** Articles that a week needs on both sides of a fall, so that chance alone is no fall. */
  static final int ENOUGH = 5;

  /** A fall worth telling: the rate of a week is this much below that of the weeks before. */
  static final double FALL = 0.3;

  private static final Schema SCHEMA = Article.getClassSchema();
  private static final int[] POSITIONS =
      Totals.FIELDS.stream().mapToInt(field -> SCHEMA.getField(field).pos()).toArray();

  /** By site and week: articles, then how many of them have each field. */
  private final Map<String, SortedMap<LocalDate, int[]>> sites = new HashMap<>();

  private int cells;
  private long leftOut;

  /**
   * A field that is filled less often in a week than in the site's weeks before.
   *
   * @param before its rate in the weeks before, 0 to 1
   * @param rate its rate in this week
   * @param articles articles of this week
   */
  record Fall(
      String site, String field, LocalDate week, double before, double rate, long articles) {
    double depth() {
      return before - rate;
    }
  }

  /** The rate of a field in a week of a site. */
  record Rate(String site, LocalDate week, String field, long articles, long filled) {}

  void add(Article article) {
    LocalDate day = article.getPublishDay();
    if (day == null) {
      return;
    }
    SortedMap<LocalDate, int[]> weeks =
        sites.computeIfAbsent(article.getSite(), site -> new TreeMap<>());
    LocalDate week = Grain.WEEK.floor(day);
    int[] counts = weeks.get(week);
    if (counts == null) {
      if (cells == CELLS) {
        leftOut++;
        return;
      }
      cells++;
      counts = new int[1 + POSITIONS.length];
      weeks.put(week, counts);
    }
    counts[0]++;
    for (int i = 0; i < POSITIONS.length; i++) {
      if (Totals.isFilled(article.get(POSITIONS[i]))) {
        counts[i + 1]++;
      }
    }
  }

  /** Articles of sites and weeks that are not told apart. */
  long leftOut() {
    return leftOut;
  }

  /** The falls, deepest first. */
  List<Fall> falls() {
    List<Fall> falls = new ArrayList<>();
    sites.forEach(
        (site, weeks) -> {
          for (int field = 0; field < POSITIONS.length; field++) {
            addFalls(falls, site, weeks, field);
          }
        });
    falls.sort(
        Comparator.comparingDouble((Fall fall) -> -fall.depth())
            .thenComparing(Fall::site)
            .thenComparing(Fall::week)
            .thenComparing(Fall::field));
    return falls;
  }

  private static void addFalls(
      List<Fall> falls, String site, SortedMap<LocalDate, int[]> weeks, int field) {
    long articles = 0;
    long filled = 0;
    for (Map.Entry<LocalDate, int[]> week : weeks.entrySet()) {
      int[] counts = week.getValue();
      double rate = counts[0] == 0 ? 0 : (double) counts[field + 1] / counts[0];
      double before = articles == 0 ? 0 : (double) filled / articles;
      if (articles >= ENOUGH && counts[0] >= ENOUGH && before - rate >= FALL) {
        falls.add(new Fall(site, Totals.FIELDS.get(field), week.getKey(), before, rate, counts[0]));
        // What comes after is measured by the new layout, or each later week would fall again.
        articles = 0;
        filled = 0;
      }
      articles += counts[0];
      filled += counts[field + 1];
    }
  }

  /** Every rate, by site, week and field; at most so many. */
  List<Rate> rates(int most) {
    List<Rate> rates = new ArrayList<>();
    for (String site : new TreeMap<>(sites).keySet()) {
      for (Map.Entry<LocalDate, int[]> week :
          sites.getOrDefault(site, Collections.emptySortedMap()).entrySet()) {
        for (int field = 0; field < POSITIONS.length; field++) {
          if (rates.size() == most) {
            return rates;
          }
          rates.add(
              new Rate(
                  site,
                  week.getKey(),
                  Totals.FIELDS.get(field),
                  week.getValue()[0],
                  week.getValue()[field + 1]));
        }
      }
    }
    return rates;
  }
}
