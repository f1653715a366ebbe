package dev.newsfold.flow;

import dev.newsfold.captures.containers.FilePart;
import dev.newsfold.captures.warc.RecordStart;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.join.RawUnionValue;
import org.apache.beam.sdk.transforms.splittabledofn.RestrictionTracker;

/**
 * Reads parts of files, a bounded number of bytes at a time, so that no runner has to hold more of
 * a large file. Runners deal the parts out to all workers, and may split them further.
 *
 * <p>What is read in a turn is one element. The DirectRunner ends the turn of a splittable function
 * behind a hundred of them, and each turn is a bundle for all steps that follow.
 */
@DoFn.BoundedPerElement
final class ReadParts extends DoFn<FilePart, List<RawUnionValue>> {
  /**
   * Bytes of pages behind which a turn ends. The DirectRunner works breadth first: some turns of
   * each part are read ahead of the parsing of the first.
   */
  private static final long TURN = 2 << 20;

  private final PartReading reading;

  ReadParts(PartReading reading) {
    this.reading = reading;
  }

  @GetInitialRestriction
  public PartRange range(@Element FilePart part) {
    return PartRange.of(part);
  }

  @GetRestrictionCoder
  public Coder<PartRange> coder() {
    return new PartRange.RangeCoder();
  }

  @ProcessElement
  public ProcessContinuation process(
      @Element FilePart part,
      RestrictionTracker<PartRange, RecordStart> tracker,
      PipelineOptions options,
      OutputReceiver<List<RawUnionValue>> out) {
    PartRange range = tracker.currentRestriction();
    List<RawUnionValue> readings = new ArrayList<>();
    ReadOutput output = reading.settings().output(part.file().path(), readings::add);
    Claims claims = new Claims(tracker, output);
    boolean unused = tracker.tryClaim(PartTracker.BEGIN);
    reading.read(part, range, claims::claim, options, output);
    out.output(readings);
    if (claims.paused) {
      return ProcessContinuation.resume();
    }
    if (!claims.refused) {
      unused = tracker.tryClaim(PartTracker.END);
    }
    return ProcessContinuation.stop();
  }

  private static final class Claims {
    private final RestrictionTracker<PartRange, RecordStart> tracker;
    private final ReadOutput output;
    private boolean paused;
    private boolean refused;

    private Claims(RestrictionTracker<PartRange, RecordStart> tracker, ReadOutput output) {
      this.tracker = tracker;
      this.output = output;
    }

    private boolean claim(RecordStart start) {
      paused = output.bytes() >= TURN;
      if (paused) {
        return false;
      }
      refused = !tracker.tryClaim(start) || start.offset() >= tracker.currentRestriction().to();
      return !refused;
    }
  }
}
