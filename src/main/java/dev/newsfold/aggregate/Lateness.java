package dev.newsfold.aggregate;

import dev.newsfold.records.Article;
import dev.newsfold.records.Late;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides which articles come too late to be counted: those published longer before their capture
 * than the horizon. The rule looks at the article alone, never at what has arrived before it or at
 * a watermark, so batch and stream set the same articles aside.
 *
 * @param horizon the greatest age at capture; null counts everything
 */
public record Lateness(@Nullable Duration horizon) implements Serializable {

  /** The record of {@code article} in {@code late/}, or nothing where it is to be counted. */
  public Optional<Late> of(Article article) {
    Instant publishedAt = article.getPublishedAt();
    Instant capturedAt = article.getFirstCapturedAt();
    if (horizon == null || publishedAt == null || capturedAt == null) {
      return Optional.empty();
    }
    Duration age = Duration.between(publishedAt, capturedAt);
    if (age.compareTo(horizon) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        record(article, "published " + age + " before its capture; the horizon is " + horizon));
  }

  /** The record of an article whose window is closed; only a stream, which forgets, has such. */
  static Late closed(Article article) {
    return record(article, "the counts of its window are closed");
  }

  /** The record of an article that is not late any more. */
  static Late withdrawn(Article article) {
    return record(article, "an earlier capture has come, or another publish time");
  }

  private static Late record(Article article, String reason) {
    Instant publishedAt = article.getPublishedAt();
    Instant capturedAt = article.getFirstCapturedAt();
    return Late.newBuilder()
        .setArticleId(article.getId())
        .setCanonicalUrl(article.getCanonicalUrl())
        .setPublishedAt(publishedAt == null ? Instant.EPOCH : publishedAt)
        .setPublishDay(article.getPublishDay())
        .setCapturedAt(capturedAt == null ? Instant.EPOCH : capturedAt)
        .setReason(reason)
        .build();
  }
}
