package dev.newsfold.flow;

import dev.newsfold.captures.FileFacts;
import dev.newsfold.captures.InputFileRef;
import dev.newsfold.captures.containers.FilePart;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.join.RawUnionValue;

/**
 * Divides files in parts that can be read by themselves; enters size and digest of each. Small
 * pages are read here: each part makes a bundle of its own.
 */
final class DivideFiles extends DoFn<InputFileRef, FilePart> {
  private final ReaderSettings settings;
  private final long partBytes;
  private final long maxParts;

  DivideFiles(ReaderSettings settings, long partBytes, long maxParts) {
    this.settings = settings;
    this.partBytes = partBytes;
    this.maxParts = maxParts;
  }

  @ProcessElement
  public void process(
      @Element InputFileRef file, PipelineOptions options, MultiOutputReceiver out) {
    OutputReceiver<RawUnionValue> readings = out.get(ReadCaptures.READINGS);
    ReadOutput output = new ReadOutput(file.path(), readings);
    SortClues clues =
        new SortClues(
            file, (int) maxParts, (group, some) -> readings.output(Readings.of(group, some)));
    FileFacts facts =
        settings
            .reader(options)
            .parts(
                file,
                partBytes,
                maxParts,
                part -> out.get(ReadCaptures.PARTS).output(part),
                clues::take,
                output);
    if (facts != null) {
      clues.finish();
      Counters.count(Metric.FILES);
      output.enter(facts);
    }
  }
}
