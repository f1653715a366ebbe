package dev.newsfold.dedupe;

import dev.newsfold.records.Article;
import dev.newsfold.records.Content;
import dev.newsfold.records.Origin;
import dev.newsfold.records.RecaptureGroup;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The first of some captures: the one with the earliest time; without times, or at one time, the
 * one with the lowest digest, as a file's name says nothing of its age; and of equal bytes the one
 * whose place comes first. So it does not depend on the order in which captures are merged.
 *
 * @param capturedAt null if none of them has a time
 * @param origin where its bytes lie; null if a version read it that did not keep that
 * @param payloadDigest null as {@code origin} is
 */
record FirstCapture(
    @Nullable Instant capturedAt, @Nullable Origin origin, @Nullable String payloadDigest) {

  /** By file, then by where in it. */
  static final Comparator<Origin> BY_ORIGIN =
      Comparator.comparing(Origin::getFile)
          .thenComparing(Origin::getOffset, Comparator.nullsFirst(Comparator.<Long>naturalOrder()))
          .thenComparing(
              Origin::getMember, Comparator.nullsFirst(Comparator.<String>naturalOrder()));

  private static final Comparator<FirstCapture> FIRST_FIRST =
      Comparator.comparing(
              FirstCapture::capturedAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
          .thenComparing(
              FirstCapture::payloadDigest, Comparator.nullsFirst(Comparator.<String>naturalOrder()))
          .thenComparing(FirstCapture::origin, Comparator.nullsFirst(BY_ORIGIN));

  /** Of the captures that an article stands for. */
  static FirstCapture of(Article article) {
    boolean single = article.getCaptures() == 1;
    return new FirstCapture(
        Instants.earlier(article.getFirstCapturedAt(), article.getCapturedAt()),
        single ? article.getOrigin() : article.getFirstOrigin(),
        single ? article.getPayloadDigest() : article.getFirstPayloadDigest());
  }

  /** Of the captures of a group. */
  static FirstCapture of(RecaptureGroup group) {
    boolean single = group.getCaptures() == 1;
    return new FirstCapture(
        group.getFirstCapturedAt(),
        single ? group.getLatest().getOrigin() : group.getFirstOrigin(),
        single ? group.getLatest().getPayloadDigest() : group.getFirstPayloadDigest());
  }

  /** Of the captures that held a content. */
  static FirstCapture of(Content content) {
    return new FirstCapture(
        content.getFirstCapturedAt(), content.getOrigin(), content.getPayloadDigest());
  }

  /** The first of both's captures. */
  FirstCapture or(FirstCapture other) {
    return FIRST_FIRST.compare(this, other) <= 0 ? this : other;
  }
}
