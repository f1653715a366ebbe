package dev.newsfold.report;

import dev.newsfold.records.Article;
import dev.newsfold.records.Precision;
import dev.newsfold.records.Relation;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * An article as lists show it.
 *
 * @param exact whether its publish time is known to the minute
 */
record ArticleRow(
    String id,
    String url,
    String site,
    @Nullable String source,
    String headline,
    @Nullable String language,
    @Nullable Instant publishedAt,
    boolean exact,
    @Nullable String storyId,
    @Nullable Relation relation) {
  private static final int HEADLINE = 300;

  /** Latest first, undated ones last; then by id. */
  static final Comparator<ArticleRow> LATEST_FIRST =
      Comparator.comparing(
              ArticleRow::publishedAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
          .reversed()
          .thenComparing(ArticleRow::id);

  static ArticleRow of(Article article) {
    return new ArticleRow(
        article.getId(),
        article.getCanonicalUrl(),
        article.getSite(),
        article.getSource(),
        Html.shorten(article.getHeadline(), HEADLINE),
        article.getLanguage(),
        article.getPublishedAt(),
        isExact(article),
        article.getStoryId(),
        article.getCrossPostRelation());
  }

  static boolean isExact(Article article) {
    return article.getPublishedAt() != null
        && article.getPublishedPrecision() != null
        && article.getPublishedPrecision() != Precision.DAY;
  }
}
