package dev.newsfold.report;

import dev.newsfold.records.Relation;
import java.util.List;

/** The articles of one site, source, day or other value: how many there are, and the latest. */
final class Listing {
  private final TopList<ArticleRow> latest = new TopList<>(ArticleRow.LATEST_FIRST, Limits.LISTED);
  private final String page;
  private long articles;
  private long undated;
  private long copies;

  /**
   * A listing of nothing yet.
   *
   * @param page the name of its page
   */
  Listing(String page) {
    this.page = page;
  }

  /** The name of its page. */
  String page() {
    return page;
  }

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
