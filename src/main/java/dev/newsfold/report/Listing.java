package dev.newsfold.report;

import dev.newsfold.records.Relation;
import java.util.List;

/** The articles of one site, source, day or other value: how many there are, and the latest. */
final class Listing {
  private final TopList<ArticleRow> latest = new TopList<>(ArticleRow.LATEST_FIRST, Limits.LISTED);
  private long articles;
  private long undated;
  private long copies;

  void add(ArticleRow row) {
    articles++;
    if (row.publishedAt() == null) {
      undated++;
    }
    if (row.relation() != null && row.relation() != Relation.ORIGINAL) {
      copies++;
    }
    latest.offer(row);
  }

  long articles() {
    return articles;
  }

  /** Those among them without a publish time. */
  long undated() {
    return undated;
  }

  /** Those among them that are not the canonical article of their story. */
  long copies() {
    return copies;
  }

  List<ArticleRow> latest() {
    return latest.items();
  }
}
