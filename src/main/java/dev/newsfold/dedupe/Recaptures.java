package dev.newsfold.dedupe;

import dev.newsfold.captures.Digests;
import dev.newsfold.records.Article;
import dev.newsfold.records.RecaptureGroup;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Collapses the captures of one address into one article: the latest capture wins. Captures without
 * a time lose against those with one; ties are broken by digest and origin, so the winner does not
 * depend on the order of arrival.
 */
public final class Recaptures {
  /** The most different texts that are told apart; more count as this many. */
  public static final int MAX_TEXTS = 1000;

  private static final Comparator<Article> LATEST_LAST =
      Comparator.comparing(
              Article::getCapturedAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
          .thenComparing(Article::getPayloadDigest)
          .thenComparing(article -> article.getOrigin().getFile())
          .thenComparing(
              article -> article.getOrigin().getOffset(),
              Comparator.nullsFirst(Comparator.<Long>naturalOrder()));

  private Recaptures() {}

  /** The group of a single capture. */
  public static RecaptureGroup of(Article article) {
    return RecaptureGroup.newBuilder()
        .setLatest(article)
        .setCaptures(article.getCaptures())
        .setFirstCapturedAt(article.getCapturedAt())
        .setTexts(List.of(hash(article.getBody())))
        .build();
  }

  /** The group of two groups' captures; associative and commutative. */
  public static RecaptureGroup merge(RecaptureGroup a, RecaptureGroup b) {
    // Set by hand: a builder would copy the article, body and all, at every merge.
    RecaptureGroup merged = new RecaptureGroup();
    merged.setLatest(
        LATEST_LAST.compare(a.getLatest(), b.getLatest()) >= 0 ? a.getLatest() : b.getLatest());
    merged.setCaptures(a.getCaptures() + b.getCaptures());
    merged.setFirstCapturedAt(Instants.earlier(a.getFirstCapturedAt(), b.getFirstCapturedAt()));
    merged.setTexts(SortedSets.smallest(a.getTexts(), b.getTexts(), MAX_TEXTS));
    return merged;
  }

  /** The article that stays, with what is known of its captures. */
  public static Article winner(RecaptureGroup group) {
    return Article.newBuilder(group.getLatest())
        .setCaptures(group.getCaptures())
        .setFirstCapturedAt(group.getFirstCapturedAt())
        .setDifferingTexts(group.getTexts().size())
        .build();
  }

  private static long hash(String body) {
    return Long.parseUnsignedLong(Digests.sha256(body).substring(0, 16), 16);
  }
}
