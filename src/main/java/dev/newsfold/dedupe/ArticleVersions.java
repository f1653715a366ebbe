package dev.newsfold.dedupe;

import dev.newsfold.dedupe.Differences.Kind;
import dev.newsfold.dedupe.Differences.Part;
import dev.newsfold.records.Article;
import dev.newsfold.records.Content;
import dev.newsfold.records.Version;
import dev.newsfold.records.VersionChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The versions of an article, each with what changed from the one before. */
public final class ArticleVersions {
  private static final int PASSAGES = 20;
  private static final int PASSAGE = 200;

  private ArticleVersions() {}

  /**
   * The versions in order.
   *
   * @return none if all captures of the article say the same
   */
  public static List<Version> of(Article article) {
    List<Content> contents = article.getContents();
    if (contents.isEmpty()) {
      return List.of();
    }
    List<Version> versions = new ArrayList<>();
    for (Content content : contents) {
      Version version =
          Version.newBuilder()
              .setArticleId(article.getId())
              .setNumber(versions.size() + 1)
              .setVersions(contents.size())
              .setCurrent(Contents.isOf(content, article))
              .setUrl(article.getCanonicalUrl())
              .setSite(article.getSite())
              .setFirstCapturedAt(content.getFirstCapturedAt())
              .setHeadline(content.getHeadline())
              .setTextDigest(content.getTextDigest())
              .setPublishedAt(content.getPublishedAt())
              .setPublishedPrecision(content.getPublishedPrecision())
              .setAuthors(content.getAuthors())
              .setPublishDay(article.getPublishDay())
              .setRevision(article.getRevision())
              .setOrigin(content.getOrigin())
              .setPayloadDigest(content.getPayloadDigest())
              .build();
      if (!versions.isEmpty()) {
        compare(contents.get(versions.size() - 1), content, version);
      }
      versions.add(version);
    }
    return versions;
  }

  /** How many versions {@link #of} tells. */
  public static int count(Article article) {
    return article.getContents().size();
  }

  private static void compare(Content before, Content after, Version version) {
    List<VersionChange> changed = new ArrayList<>();
    if (!before.getHeadline().equals(after.getHeadline())) {
      changed.add(VersionChange.HEADLINE);
    }
    if (!before.getTextDigest().equals(after.getTextDigest())) {
      changed.add(VersionChange.TEXT);
      compareTexts(before.getBody(), after.getBody(), version);
    }
    if (!Objects.equals(before.getPublishedAt(), after.getPublishedAt())
        || before.getPublishedPrecision() != after.getPublishedPrecision()) {
      changed.add(VersionChange.TIME);
    }
    if (!before.getAuthors().equals(after.getAuthors())) {
      changed.add(VersionChange.AUTHORS);
    }
    version.setChanged(changed);
  }

  private static void compareTexts(String before, String after, Version version) {
    @Nullable List<Part> parts = Differences.between(before, after);
    if (parts == null) {
      Map<String, Integer> surplus = new HashMap<>();
      Words.of(after).forEach(word -> surplus.merge(word, 1, Integer::sum));
      Words.of(before).forEach(word -> surplus.merge(word, -1, Integer::sum));
      int[] counts = new int[2];
      surplus.forEach(
          (word, count) -> {
            if (isWord(word)) {
              counts[count > 0 ? 0 : 1] += Math.abs(count);
            }
          });
      version.setWordsAdded(counts[0]);
      version.setWordsRemoved(counts[1]);
      return;
    }
    version.setWordsAdded(words(parts, Kind.ADDED));
    version.setWordsRemoved(words(parts, Kind.REMOVED));
    version.setAdded(passages(parts, Kind.ADDED));
    version.setRemoved(passages(parts, Kind.REMOVED));
  }

  private static int words(List<Part> parts, Kind kind) {
    return (int)
        parts.stream()
            .filter(part -> part.kind() == kind)
            .flatMap(part -> Words.of(part.text()).stream())
            .filter(ArticleVersions::isWord)
            .count();
  }

  private static boolean isWord(String piece) {
    return Character.isLetterOrDigit(piece.codePointAt(0));
  }

  private static List<String> passages(List<Part> parts, Kind kind) {
    return parts.stream()
        .filter(part -> part.kind() == kind)
        .map(part -> part.text().strip())
        .filter(text -> !text.isEmpty())
        .limit(PASSAGES)
        .map(ArticleVersions::shortened)
        .toList();
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= PASSAGE
        ? text
        : text.substring(0, text.offsetByCodePoints(0, PASSAGE - 1)) + '…';
  }
}
