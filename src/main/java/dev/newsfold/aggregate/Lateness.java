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
        Late.newBuilder()
            .setArticleId(article.getId())
            .setCanonicalUrl(article.getCanonicalUrl())
            .setPublishedAt(publishedAt)
            .setPublishDay(article.getPublishDay())
            .setCapturedAt(capturedAt)
            .setReason("published " + age + " before its capture; the horizon is " + horizon)
            .build());
  }
}
