package dev.newsfold.flow;

import dev.newsfold.captures.FileFacts;
import dev.newsfold.captures.containers.FilePart;
import dev.newsfold.captures.warc.RecordStart;
import java.io.Serializable;
import java.util.function.Predicate;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * How a part of a file is read, whether all at once or a bounded number of bytes at a time.
 *
 * @param groups how many there are of names of records
 */
record PartReading(ReaderSettings settings, int groups) implements Serializable {
  /** Reads the records that {@code claim} grants, up to the first that it does not. */
  void read(
      FilePart part,
      PartRange range,
      Predicate<RecordStart> claim,
      PipelineOptions options,
      ReadOutput output) {
    boolean[] granted = new boolean[1];
    SortClues clues = new SortClues(part.file(), groups, output::names);
    FileFacts facts =
        settings
            .reader(options)
            .read(
                part,
                range.start(),
                range.from(),
                start -> {
                  boolean mine = claim.test(start);
                  granted[0] |= mine;
                  return mine;
                },
                clue -> clues.take(null, clue),
                output);
    clues.finish();
    if (part.archive() != null) {
      output.enter(facts);
    } else if (granted[0]) {
      Counters.count(Metric.FILES);
      output.enter(facts);
    }
  }
}
