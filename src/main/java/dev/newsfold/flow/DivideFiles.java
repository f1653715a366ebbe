package dev.newsfold.flow;

import dev.newsfold.captures.FileFacts;
import dev.newsfold.captures.InputFileRef;
import dev.newsfold.captures.containers.FilePart;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;

/**
 * Divides files in parts that can be read by themselves; enters size and digest of each. Small
 * pages are read here, and where each part makes a bundle of its own other small files, too, as
 * long as what comes of them is not too much for a bundle.
 */
final class DivideFiles extends DoFn<InputFileRef, FilePart> {
  /** Bytes of pages in a bundle from which on small files are parts, as others are. */
  private static final long MOST = 16 << 20;

  private final ReaderSettings settings;
  private final long partBytes;
  private final long maxParts;
  private final boolean bundlesParts;
  private transient long bytes;

  /**
   * The function.
   *
   * @param bundlesParts whether the runner makes a bundle of each part
   */
  DivideFiles(ReaderSettings settings, long partBytes, long maxParts, boolean bundlesParts) {
    this.bundlesParts = bundlesParts;
    this.settings = settings;
    this.partBytes = partBytes;
    this.maxParts = maxParts;
  }

  @StartBundle
  public void start() {
    bytes = 0;
  }

  @ProcessElement
  public void process(
      @Element InputFileRef file, PipelineOptions options, MultiOutputReceiver out) {
    ReadOutput output = settings.output(file.path(), out.get(ReadCaptures.READINGS)::output);
    SortClues clues = new SortClues(file, (int) maxParts, output::names);
    FileFacts facts =
        settings
            .reader(options)
            .parts(
                file,
                partBytes,
                maxParts,
                bundlesParts && bytes < MOST,
                part -> out.get(ReadCaptures.PARTS).output(part),
                clues::take,
                output);
    bytes += output.bytes();
    if (facts != null) {
      clues.finish();
      Counters.count(Metric.FILES);
      output.enter(facts);
    }
  }
}
