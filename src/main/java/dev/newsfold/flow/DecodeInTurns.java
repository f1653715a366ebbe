package dev.newsfold.flow;

import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.io.range.OffsetRange;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.splittabledofn.RestrictionTracker;
import org.apache.beam.sdk.values.KV;

/**
 * Hands on the groups of a shard one at a time, with a pause after each. The steps that follow have
 * their turn in it: what they make of a whole shard would otherwise lie in memory at once.
 */
@DoFn.BoundedPerElement
final class DecodeInTurns<T>
    extends SpillingFn<KV<String, List<List<Block>>>, KV<String, Iterable<T>>> {
  private final Coder<T> coder;

  DecodeInTurns(Coder<T> coder, long spill) {
    super(spill);
    this.coder = coder;
  }

  @GetInitialRestriction
  public OffsetRange groups(@Element KV<String, List<List<Block>>> shard) {
    return new OffsetRange(0, shard.getValue().size());
  }

  @ProcessElement
  public ProcessContinuation process(
      @Element KV<String, List<List<Block>>> shard,
      RestrictionTracker<OffsetRange, Long> tracker,
      OutputReceiver<KV<String, Iterable<T>>> out) {
    long next = tracker.currentRestriction().getFrom();
    if (!tracker.tryClaim(next)) {
      return ProcessContinuation.stop();
    }
    List<Block> group = shard.getValue().get((int) next);
    SpillFile file = file();
    out.output(KV.of(shard.getKey(), () -> new BlockItems<>(coder, group.iterator(), file)));
    return ProcessContinuation.resume();
  }
}
