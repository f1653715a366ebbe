package dev.newsfold;

import dev.newsfold.records.Article;
import dev.newsfold.records.Copy;
import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.Story;
import dev.newsfold.sinks.AvroFiles;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.Revisions;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * What a reader of an output goes by: of each thing the record with the highest revision, unless
 * that is withdrawn. In what may differ from one way of running to another they are made equal:
 * revisions are 0, and stories bear the ids of their canonical articles.
 */
public final class CurrentRecords {
  private CurrentRecords() {}

  /** The records of an output folder as text, sorted, by their datasets. */
  public static Map<Dataset, List<String>> of(Path output, Set<Dataset> datasets)
      throws IOException {
    Map<Dataset, List<SpecificRecord>> records = new TreeMap<>();
    for (Dataset dataset : datasets) {
      records.put(dataset, current(output, dataset));
    }
    Map<String, String> canonical = new HashMap<>();
    for (SpecificRecord item : current(output, Dataset.STORIES)) {
      if (item instanceof Story story) {
        canonical.put(story.getId(), story.getCanonicalArticleId());
      }
    }
    Map<Dataset, List<String>> text = new TreeMap<>();
    records.forEach(
        (dataset, items) ->
            text.put(
                dataset,
                items.stream()
                    .map(item -> Revisions.withRevision(item, 0))
                    .map(item -> named(item, canonical).toString())
                    .sorted()
                    .toList()));
    return text;
  }

  private static List<SpecificRecord> current(Path output, Dataset dataset) throws IOException {
    Class<? extends SpecificRecord> type =
        SpecificData.get().getClass(dataset.schema()).asSubclass(SpecificRecord.class);
    List<SpecificRecord> all = new ArrayList<>();
    for (RunManifest.DataFile file :
        RunManifest.read(output.resolve("run.json")).orElseThrow().files()) {
      if (file.dataset().equals(dataset.folder())) {
        AvroFiles.read(output.resolve(file.path()), type, all::add);
      }
    }
    if (dataset.keyFields().isEmpty() || dataset == Dataset.REJECTIONS) {
      return all;
    }
    Map<String, SpecificRecord> latest = new HashMap<>();
    for (SpecificRecord item : all) {
      latest.merge(
          Revisions.keyOf(dataset, item),
          item,
          (a, b) -> Revisions.revisionOf(a) >= Revisions.revisionOf(b) ? a : b);
    }
    return latest.values().stream().filter(item -> !Revisions.isWithdrawn(item)).toList();
  }

  /** A record with the stories that it names under the ids of their canonical articles. */
  public static SpecificRecord named(SpecificRecord item, Map<String, String> canonical) {
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
    return item;
  }
}
