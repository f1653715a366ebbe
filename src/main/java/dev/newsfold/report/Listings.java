package dev.newsfold.report;

import dev.newsfold.aggregate.Dimensions;
import dev.newsfold.records.Article;
import dev.newsfold.records.Dimension;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The articles by site, source, section, agency, language and day. */
final class Listings {
  /** The dimensions that have pages, with the number of values that have one. */
  static final Map<Dimension, Integer> PAGES = pages();

  private final Map<Dimension, Map<String, Listing>> keys = new EnumMap<>(Dimension.class);
  private final SortedMap<LocalDate, Listing> periods = new TreeMap<>();
  private final Listing undated = new Listing(PageNames.undated());
  private final Timeline timeline;

  /**
   * Listings of nothing yet.
   *
   * @param chosen the values that have a page, largest first
   * @param timeline whose bars have a page
   */
  Listings(Map<Dimension, List<String>> chosen, Timeline timeline) {
    this.timeline = timeline;
    chosen.forEach(
        (dimension, values) -> {
          Map<String, Listing> listings = new HashMap<>();
          values.forEach(
              value -> listings.put(value, new Listing(PageNames.key(dimension, value))));
          keys.put(dimension, listings);
        });
    timeline
        .bars()
        .forEach(bar -> periods.put(bar.start(), new Listing(PageNames.period(bar.start()))));
  }

  void add(Article article) {
    ArticleRow row = ArticleRow.of(article);
    for (Dimensions.Row value : Dimensions.of(article)) {
      Listing listing = of(value.dimension(), value.key());
      if (listing != null) {
        listing.add(row);
      }
    }
    LocalDate day = article.getPublishDay();
    if (day == null) {
      undated.add(row);
      return;
    }
    Listing period = periods.get(timeline.grain().floor(day));
    if (period != null) {
      period.add(row);
    }
  }

  /** The listing of a value; null if it has no page. */
  @Nullable Listing of(Dimension dimension, String key) {
    return keys.getOrDefault(dimension, Map.of()).get(key);
  }

  /** The articles of a value; 0 if it has no page. */
  long count(Dimension dimension, String key) {
    Listing listing = of(dimension, key);
    return listing == null ? 0 : listing.articles();
  }

  /** The listings by the first day of a bar. */
  SortedMap<LocalDate, Listing> periods() {
    return Collections.unmodifiableSortedMap(periods);
  }

  Listing undated() {
    return undated;
  }

  private static Map<Dimension, Integer> pages() {
    Map<Dimension, Integer> pages = new EnumMap<>(Dimension.class);
    pages.put(Dimension.SITE, Limits.KEYS);
    pages.put(Dimension.SOURCE, Limits.KEYS);
    pages.put(Dimension.SECTION, Limits.KEYS / 5);
    pages.put(Dimension.AGENCY, Limits.KEYS / 10);
    pages.put(Dimension.LANGUAGE, Limits.KEYS / 20);
    return Collections.unmodifiableMap(pages);
  }
}
