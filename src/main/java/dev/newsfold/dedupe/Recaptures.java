package dev.newsfold.dedupe;

import dev.newsfold.captures.Digests;
import dev.newsfold.records.Article;
import dev.newsfold.records.Content;
import dev.newsfold.records.RecaptureGroup;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Collapses the captures of one address into one article: the latest capture wins. Captures without
 * a time lose against those with one, and of those of one time a page that was cut against a whole
 * one: a file may have been read before it was complete. Other ties are broken by digest and
 * origin, so the winner does not depend on the order of arrival.
 */
public final class Recaptures {
  /** The most different texts that are told apart; more count as this many. */
  public static final int MAX_TEXTS = 1000;

  private static final Comparator<Article> LATEST_LAST =
      Comparator.comparing(
              Article::getCapturedAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
          .thenComparing(article -> !article.getTruncated())
          .thenComparing(Article::getPayloadDigest)
          .thenComparing(Article::getOrigin, FirstCapture.BY_ORIGIN)
          .thenComparing(Article::getUrl)
          .thenComparing(Article::getRun, Comparator.nullsFirst(Comparator.<String>naturalOrder()));

  private Recaptures() {}

  /** The group of a single capture, or of those that an article already stands for. */
  public static RecaptureGroup of(Article article) {
    FirstCapture first = FirstCapture.of(article);
    return RecaptureGroup.newBuilder()
        .setLatest(article)
        .setCaptures(article.getCaptures())
        .setFirstCapturedAt(first.capturedAt())
        .setFirstOrigin(article.getCaptures() == 1 ? null : first.origin())
        .setFirstPayloadDigest(article.getCaptures() == 1 ? null : first.payloadDigest())
        .setTexts(
            article.getTextHashes().isEmpty()
                ? List.of(hash(article.getBody()))
                : article.getTextHashes())
        .setContents(contents(article))
        .build();
  }

  /** The article that stays of what several runs made of one address; at least one. */
  public static Article winner(Collection<Article> ofRuns) {
    return ofRuns.size() == 1
        ? ofRuns.iterator().next()
        : winner(ofRuns.stream().map(Recaptures::of).reduce(Recaptures::merge).orElseThrow());
  }

  /** The group of two groups' captures; associative and commutative. */
  public static RecaptureGroup merge(RecaptureGroup a, RecaptureGroup b) {
    // Set by hand: a builder would copy the article, body and all, at every merge.
    RecaptureGroup merged = new RecaptureGroup();
    RecaptureGroup latest = LATEST_LAST.compare(a.getLatest(), b.getLatest()) >= 0 ? a : b;
    merged.setLatest(latest.getLatest());
    merged.setFilled(latest.getFilled());
    merged.setCaptures(a.getCaptures() + b.getCaptures());
    FirstCapture first = FirstCapture.of(a).or(FirstCapture.of(b));
    merged.setFirstCapturedAt(first.capturedAt());
    merged.setContents(Contents.merge(a, b));
    if (merged.getContents() != null) {
      merged.setFirstOrigin(first.origin());
      merged.setFirstPayloadDigest(first.payloadDigest());
    }
    merged.setTexts(SortedSets.smallest(a.getTexts(), b.getTexts(), MAX_TEXTS));
    return merged;
  }

  /** The article that stays, with what is known of its captures. */
  public static Article winner(RecaptureGroup group) {
    return Article.newBuilder(group.getLatest())
        .setCaptures(group.getCaptures())
        .setFirstCapturedAt(group.getFirstCapturedAt())
        .setFirstOrigin(group.getFirstOrigin())
        .setFirstPayloadDigest(group.getFirstPayloadDigest())
        .setDifferingTexts(group.getTexts().size())
        .setTextHashes(group.getTexts().size() > 1 ? group.getTexts() : List.of())
        .setContents(Objects.requireNonNullElse(group.getContents(), List.of()))
        .build();
  }

  /** Releases that kept none left of differing captures the latest alone. */
  private static List<Content> contents(Article article) {
    return article.getContents().isEmpty() && article.getDifferingTexts() > 1
        ? List.of(
            Contents.of(
                article,
                new FirstCapture(
                    article.getCapturedAt(), article.getOrigin(), article.getPayloadDigest())))
        : article.getContents();
  }

  private static long hash(String body) {
    return Long.parseUnsignedLong(Digests.sha256(body).substring(0, 16), 16);
  }
}
