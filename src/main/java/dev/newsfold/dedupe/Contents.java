package dev.newsfold.dedupe;

import dev.newsfold.captures.Digests;
import dev.newsfold.records.Article;
import dev.newsfold.records.Content;
import dev.newsfold.records.RecaptureGroup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What captures of one address hold, told apart by what they say: headline, text, publish time and
 * authors. Of each it is known which capture held it first, and no more, so that the contents of
 * captures merge to the same whatever the order and grouping.
 */
final class Contents {
  /** Contents of one address that are kept: those that were captured first. */
  static final int MOST = 20;

  /** Characters of a text that are kept to be compared. */
  static final int TEXT = 20_000;

  private static final Comparator<Content> FIRST_FIRST =
      Comparator.comparing(
              Content::getFirstCapturedAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
          .thenComparing(Content::getTextDigest)
          .thenComparing(Content::getHeadline)
          .thenComparing(
              Content::getPublishedAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
          .thenComparing(content -> String.valueOf(content.getPublishedPrecision()))
          .thenComparing(content -> String.join("\n", content.getAuthors()));

  private static final FirstCapture UNKNOWN = new FirstCapture(null, null, null);

  private Contents() {}

  /** What a capture says, without its time and place: equal for captures that say the same. */
  private static Content saying(Content content) {
    return copy(content, UNKNOWN);
  }

  /** What an article says, as far as it can be compared. */
  static Content of(Article article, FirstCapture first) {
    return new Content(
        first.capturedAt(),
        article.getHeadline(),
        start(article.getBody()),
        Digests.sha256(article.getBody()),
        article.getPublishedAt(),
        article.getPublishedPrecision(),
        List.copyOf(article.getAuthors()),
        first.origin(),
        first.payloadDigest());
  }

  /** Whether a content is what an article says. */
  static boolean isOf(Content content, Article article) {
    return saying(content).equals(of(article, UNKNOWN));
  }

  /**
   * The contents of two groups' captures: none while all say what the latest says; null if of
   * either of the two that is not known.
   */
  static @Nullable List<Content> merge(RecaptureGroup a, RecaptureGroup b) {
    if (a.getContents() == null || b.getContents() == null) {
      return null;
    }
    Map<Content, Content> merged = new LinkedHashMap<>();
    for (RecaptureGroup group : List.of(a, b)) {
      for (Content content : known(group)) {
        merged.merge(saying(content), content, Contents::earlier);
      }
    }
    List<Content> contents = new ArrayList<>(merged.values());
    if (contents.size() == 1) {
      return List.of();
    }
    contents.sort(FIRST_FIRST);
    return contents.size() <= MOST ? contents : new ArrayList<>(contents.subList(0, MOST));
  }

  private static List<Content> known(RecaptureGroup group) {
    List<Content> contents = group.getContents();
    return contents == null || contents.isEmpty()
        ? List.of(of(group.getLatest(), FirstCapture.of(group)))
        : contents;
  }

  private static Content earlier(Content a, Content b) {
    return copy(a, FirstCapture.of(a).or(FirstCapture.of(b)));
  }

  private static Content copy(Content content, FirstCapture first) {
    return new Content(
        first.capturedAt(),
        content.getHeadline(),
        content.getBody(),
        content.getTextDigest(),
        content.getPublishedAt(),
        content.getPublishedPrecision(),
        content.getAuthors(),
        first.origin(),
        first.payloadDigest());
  }

  private static String start(String text) {
    if (text.length() <= TEXT) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(TEXT - 1)) ? TEXT - 1 : TEXT);
  }
}
