package dev.newsfold.commands;

import dev.newsfold.captures.Addresses;
import dev.newsfold.dedupe.FoldMember;
import dev.newsfold.dedupe.HeadlineKey;
import dev.newsfold.dedupe.Sketch;
import dev.newsfold.dedupe.SketchBytes;
import dev.newsfold.records.Precision;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Finds articles of a run by id or address. */
final class RunArticles {
  private RunArticles() {}

  /** An article of a run: the fold's view of it, and its publish time. */
  record Found(FoldMember member, @Nullable String storyId, String publishedAt) {}

  /** The most articles that are held to learn from. */
  private static final int MOST_RELATED = 20_000;

  /** The articles that {@code wanted} name, in their order; one that is not there is an error. */
  static List<Found> find(RunFolder run, List<String> wanted) throws CommandFailure {
    List<String> addresses = wanted.stream().map(RunArticles::normalized).toList();
    @Nullable Found[] found = new Found[wanted.size()];
    int missing = found.length;
    LatestRevisions latest = run.latest("articles");
    for (RunFile path : run.files("articles")) {
      try (AvroFile file = AvroFile.open(path)) {
        while (missing > 0 && file.hasNext()) {
          GenericRecord article = file.next();
          for (int i = 0; i < found.length; i++) {
            if (found[i] == null
                && is(article, wanted.get(i), addresses.get(i))
                && latest.has(article)) {
              found[i] = found(article);
              missing--;
            }
          }
        }
      }
    }
    List<Found> all = new ArrayList<>();
    for (int i = 0; i < found.length; i++) {
      Found one = found[i];
      if (one == null) {
        throw CommandFailure.noInput("no article of " + run + " is " + wanted.get(i));
      }
      all.add(one);
    }
    return all;
  }

  /**
   * Articles on the sites of {@code members} or under their headlines: what the run learnt about
   * either, it learnt from them.
   */
  static List<FoldMember> related(RunFolder run, List<FoldMember> members) throws CommandFailure {
    Set<String> sites = members.stream().map(FoldMember::site).collect(Collectors.toSet());
    Set<String> keys =
        members.stream().map(m -> HeadlineKey.of(m.headline())).collect(Collectors.toSet());
    List<FoldMember> related = new ArrayList<>();
    LatestRevisions latest = run.latest("articles");
    for (RunFile path : run.files("articles")) {
      try (AvroFile file = AvroFile.open(path)) {
        while (related.size() < MOST_RELATED && file.hasNext()) {
          GenericRecord article = file.next();
          boolean near =
              sites.contains(text(article, "site"))
                  || keys.contains(HeadlineKey.of(text(article, "headline")));
          if (near && latest.has(article)) {
            related.add(member(article));
          }
        }
      }
    }
    return related;
  }

  private static boolean is(GenericRecord article, String wanted, String address) {
    String canonical = text(article, "canonicalUrl");
    return wanted.equals(text(article, "id"))
        || wanted.equals(canonical)
        || wanted.equals(text(article, "url"))
        || address.equals(canonical);
  }

  private static String normalized(String wanted) {
    String normalized = Addresses.normalize(wanted);
    return normalized == null ? wanted : normalized;
  }

  private static FoldMember member(GenericRecord article) {
    String precision = optional(article, "publishedPrecision");
    return new FoldMember(
        text(article, "id"),
        text(article, "canonicalUrl"),
        text(article, "site"),
        optional(article, "source"),
        agencies(article),
        text(article, "headline"),
        optional(article, "originalHeadline"),
        article.get("publishedAt") instanceof Instant at ? at : null,
        article.get("publishDay") instanceof LocalDate day ? day : null,
        precision == null ? null : Precision.valueOf(precision),
        sketch(article),
        List.of());
  }

  private static Found found(GenericRecord article) {
    Object published = RecordJson.fieldValue(article, article.getSchema().getField("publishedAt"));
    return new Found(
        member(article),
        optional(article, "storyId"),
        published == null ? "undated" : published.toString());
  }

  private static Sketch sketch(GenericRecord article) {
    return article.get("sketch") instanceof ByteBuffer bytes
            && bytes.hasRemaining()
            && SketchBytes.isCurrent(bytes)
        ? SketchBytes.read(bytes)
        : Sketch.of(text(article, "body"));
  }

  private static List<String> agencies(GenericRecord article) {
    return article.hasField("agencies") && article.get("agencies") instanceof List<?> names
        ? names.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static String text(GenericRecord article, String field) {
    String text = optional(article, field);
    return text == null ? "" : text;
  }

  private static @Nullable String optional(GenericRecord article, String field) {
    Object value = article.hasField(field) ? article.get(field) : null;
    return value == null ? null : value.toString();
  }
}
