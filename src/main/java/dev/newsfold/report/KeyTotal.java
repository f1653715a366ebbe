package dev.newsfold.report;

import dev.newsfold.records.DailyAggregate;
import java.util.Comparator;

/**
 * One value of a dimension, over the whole run.
 *
 * @param key the site, source, section, agency or language; empty for articles that have none
 * @param articles all of its articles; those with a publish day, as far as only windows are known
 * @param stories stories, summed over the windows: one that spans two windows counts in each
 */
public record KeyTotal(String key, long articles, long stories) {

  /** Most articles first; then by key. */
  public static final Comparator<KeyTotal> LARGEST_FIRST =
      Comparator.comparingLong(KeyTotal::articles).reversed().thenComparing(KeyTotal::key);

  /** What one row of the aggregates contributes. */
  public static KeyTotal of(DailyAggregate row) {
    return new KeyTotal(row.getKey(), row.getArticles(), row.getStories());
  }

  /** Both rows of one key, summed. */
  public KeyTotal plus(KeyTotal other) {
    return new KeyTotal(key, articles + other.articles, stories + other.stories);
  }
}
