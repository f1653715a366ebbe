package dev.newsfold.cluster;

import dev.newsfold.records.Article;
import dev.newsfold.records.Copy;
import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.Rejection;
import dev.newsfold.records.Stage;
import dev.newsfold.records.Story;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.Revisions;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * What a reader of a stream's output goes by: of each article, story and row the one with the
 * highest revision, unless that says it is withdrawn. Of a batch, which has one of each, it is all.
 *
 * @param records without what a stream differs in from a batch: their revisions, and the ids of
 *     stories whose canonical article has changed, which are told here by that article
 * @param unread rejections of what could not be read as a capture
 * @param twice records that are there more than once under one revision, and such as were listed
 *     beyond what was said
 */
record Latest(Output records, int unread, int twice) {
  private static final String REVISION = "revision";

  /** Datasets that are the same wherever the captures come from. */
  static final Set<Dataset> FROM_ANYWHERE =
      Set.of(
          Dataset.ARTICLES,
          Dataset.STORIES,
          Dataset.COPIES,
          Dataset.VERSIONS,
          Dataset.AGGREGATES,
          Dataset.LATE,
          Dataset.HEADLINES,
          Dataset.REJECTIONS);

  /** Reads the datasets {@code wanted} of an output folder. */
  static Latest read(Path folder, Set<Dataset> wanted) throws IOException {
    Map<String, Integer> rejections = new TreeMap<>();
    Map<String, SpecificRecord> latest = new HashMap<>();
    Map<String, Dataset> datasets = new HashMap<>();
    Map<String, Integer> seen = new HashMap<>();
    int[] unread = new int[1];
    Output.forEach(
        folder,
        (dataset, item) -> {
          String key = dataset + " " + dataset.orderOf(item);
          if (dataset != Dataset.REJECTIONS) {
            seen.merge(key + ' ' + revision(item), 1, Integer::sum);
          }
          if (!wanted.contains(dataset)) {
            return;
          }
          if (item instanceof Rejection rejection) {
            if (rejection.getStage() == Stage.READ) {
              unread[0]++;
            } else {
              Output.count(dataset, item, rejections);
            }
          } else {
            datasets.put(key, dataset);
            latest.merge(key, item, (a, b) -> revision(a) >= revision(b) ? a : b);
          }
        });
    Map<String, String> canonical = new HashMap<>();
    latest
        .values()
        .forEach(
            item -> {
              if (item instanceof Story story && !Revisions.isWithdrawn(story)) {
                canonical.put(story.getId(), story.getCanonicalArticleId());
              }
            });
    Map<String, Integer> records = new TreeMap<>(rejections);
    latest.forEach(
        (key, item) -> {
          if (!Revisions.isWithdrawn(item)) {
            item.put(revisionOf(item).pos(), 0);
            name(item, canonical);
            Output.count(Objects.requireNonNull(datasets.get(key)), item, records);
          }
        });
    int twice = seen.values().stream().mapToInt(times -> times - 1).sum();
    return new Latest(
        new Output(records), unread[0], twice + listedBeyond(Output.manifest(folder)));
  }

  /** Names stories by their canonical articles. */
  private static void name(SpecificRecord item, Map<String, String> canonical) {
    if (item instanceof Article article) {
      article.setStoryId(canonical.getOrDefault(article.getStoryId(), article.getStoryId()));
    } else if (item instanceof Story story) {
      story.setId(story.getCanonicalArticleId());
    } else if (item instanceof Copy copy) {
      copy.setStoryId(canonical.getOrDefault(copy.getStoryId(), copy.getStoryId()));
    } else if (item instanceof DailyAggregate row) {
      row.getTopStories()
          .forEach(
              top -> top.setStoryId(canonical.getOrDefault(top.getStoryId(), top.getStoryId())));
    }
  }

  private static int listedBeyond(RunManifest manifest) {
    Map<String, Long> sent = manifest.sent() == null ? Map.of() : manifest.sent();
    return sent.entrySet().stream()
        .mapToInt(
            dataset -> {
              RunManifest.Count listed =
                  manifest.datasets().getOrDefault(dataset.getKey(), RunManifest.Count.NONE);
              return (int) Math.max(0, listed.records() - dataset.getValue());
            })
        .sum();
  }

  private static int revision(SpecificRecord item) {
    Schema.Field field = item.getSchema().getField(REVISION);
    return field == null ? 0 : (int) item.get(field.pos());
  }

  private static Schema.Field revisionOf(SpecificRecord item) {
    return item.getSchema().getField(REVISION);
  }
}
