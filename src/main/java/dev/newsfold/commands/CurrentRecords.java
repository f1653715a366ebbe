package dev.newsfold.commands;

import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.Revisions;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;

/**
 * What is true at the end of one run or several: of the records that are the same thing the one
 * that counts, without those that have been withdrawn; and where a record names a story that has
 * been absorbed, the story that has taken its place.
 *
 * <p>Files are read twice, and some 30 bytes kept for each thing of the dataset that is read.
 */
final class CurrentRecords {
  private static final String STORIES = Dataset.STORIES.folder();
  private static final String STORY_ID = "storyId";

  private final List<RunFolder> runs;
  private final Map<String, String> successors = new HashMap<>();

  private CurrentRecords(List<RunFolder> runs) {
    this.runs = runs;
  }

  /**
   * Of the runs of these folders.
   *
   * @param runs oldest first
   */
  static CurrentRecords of(List<RunFolder> runs) throws CommandFailure, IOException {
    CurrentRecords current = new CurrentRecords(runs);
    if (current.isRevised()) {
      current.learnSuccessors();
    }
    return current;
  }

  /** Takes a record, and the folder that it lies in below its dataset's. */
  @FunctionalInterface
  interface Sink {
    void take(String partition, GenericRecord record) throws CommandFailure, IOException;
  }

  /** The datasets that there are. */
  SortedSet<String> datasets() {
    SortedSet<String> datasets = new TreeSet<>();
    runs.forEach(run -> datasets.addAll(run.datasets().keySet()));
    return datasets;
  }

  /** Hands on the records of a dataset that count. */
  void forEach(String dataset, Sink sink) throws CommandFailure, IOException {
    forEachUntil(
        dataset,
        (run, partition, record) -> {
          sink.take(partition, record);
          return true;
        });
  }

  /** Takes a record of the run of this number, the oldest being 0; says whether it takes more. */
  @FunctionalInterface
  interface Taker {
    boolean take(int run, String partition, GenericRecord record)
        throws CommandFailure, IOException;
  }

  /** Hands on the records of a dataset that count until they are no more wanted: false then. */
  boolean forEachUntil(String dataset, Taker taker) throws CommandFailure, IOException {
    LatestRevisions latest = latest(dataset);
    for (int run = 0; run < runs.size(); run++) {
      int number = run;
      boolean goesOn =
          runs.get(run)
              .forEachUntil(
                  dataset,
                  (partition, record) -> {
                    if (!latest.has(record, number)) {
                      return true;
                    }
                    rename(record);
                    return taker.take(number, partition, record);
                  });
      if (!goesOn) {
        return false;
      }
    }
    return true;
  }

  private LatestRevisions latest(String dataset) throws CommandFailure {
    DatasetShape shape = DatasetShape.of(dataset);
    // What each run has seen for itself stands beside what others have.
    boolean owned =
        Stream.of(Dataset.values()).anyMatch(d -> d.folder().equals(dataset) && d.ownedByRun());
    return isRevised() && !owned
        ? LatestRevisions.ofRuns(shape, runs.stream().map(run -> run.files(dataset)).toList())
        : LatestRevisions.all(shape);
  }

  /** Whether a thing may have several records. */
  private boolean isRevised() {
    return runs.size() > 1 || runs.stream().anyMatch(RunFolder::isRevised);
  }

  private void learnSuccessors() throws CommandFailure, IOException {
    LatestRevisions latest = latest(STORIES);
    for (int run = 0; run < runs.size(); run++) {
      int number = run;
      runs.get(run)
          .forEachUntil(
              STORIES,
              (partition, story) -> {
                if (Revisions.isWithdrawn(story)
                    && story.hasField("successor")
                    && story.get("successor") != null
                    && latest.isLatest(story, number)) {
                  successors.put(story.get("id").toString(), story.get("successor").toString());
                }
                return true;
              });
    }
  }

  private void rename(GenericRecord record) {
    Object story = record.hasField(STORY_ID) ? record.get(STORY_ID) : null;
    if (story != null && successors.containsKey(story.toString())) {
      record.put(STORY_ID, standing(story.toString()));
    }
  }

  /** The story at the end of a chain of those that took each other's place. */
  private String standing(String story) {
    Set<String> seen = new HashSet<>();
    String at = story;
    for (String next = at; next != null && seen.add(next); next = successors.get(at)) {
      at = next;
    }
    return at;
  }
}
