package dev.newsfold.flow;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.io.range.OffsetRange;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.splittabledofn.RestrictionTracker;
import org.apache.beam.sdk.values.KV;

/**
 * Reduces the groups of a shard one at a time, with a pause after each, as {@link DecodeInTurns}
 * hands them on. Of a group that gives more than {@value #TURN} results, so many are told in a
 * turn, and the group is reduced again for the next: a hundred thousand copies of a page are named
 * in a million pairs, which memory need not hold at once.
 */
@DoFn.BoundedPerElement
final class ReduceInTurns<I, O> extends SpillingFn<KV<String, List<List<Block>>>, Change<O>> {
  /** Results of a turn. */
  private static final int TURN = 1 << 16;

  /** A group has fewer results. The restriction counts them, group by group. */
  private static final long GROUP = 1L << 40;

  private final Coder<KV<String, Change<I>>> coder;
  private final Reduction<I, O> reduction;
  private final int turn;

  ReduceInTurns(Coder<KV<String, Change<I>>> coder, Reduction<I, O> reduction, long spill) {
    this(coder, reduction, TURN, spill);
  }

  /**
   * The function, with so many results in a turn.
   *
   * @param spill the key of the grouping's file
   */
  ReduceInTurns(
      Coder<KV<String, Change<I>>> coder, Reduction<I, O> reduction, int turn, long spill) {
    super(spill);
    this.coder = coder;
    this.reduction = reduction;
    this.turn = turn;
  }

  @GetInitialRestriction
  public OffsetRange results(@Element KV<String, List<List<Block>>> shard) {
    return new OffsetRange(0, shard.getValue().size() * GROUP);
  }

  @ProcessElement
  public ProcessContinuation process(
      @Element KV<String, List<List<Block>>> shard,
      RestrictionTracker<OffsetRange, Long> tracker,
      OutputReceiver<Change<O>> out) {
    long next = tracker.currentRestriction().getFrom();
    long group = next / GROUP;
    if (group >= shard.getValue().size()) {
      return ProcessContinuation.stop();
    }
    Turn<O> told = new Turn<>(next % GROUP, turn);
    reduce(shard.getValue().get((int) group), told);
    // The runner may take what is behind a claim elsewhere at any time: all of a turn is claimed at
    // once, and before any of it is told.
    if (!tracker.tryClaim(told.isLast() ? (group + 1) * GROUP - 1 : next + turn - 1)) {
      return ProcessContinuation.stop();
    }
    told.results.forEach(result -> out.output(Change.added(result)));
    return ProcessContinuation.resume();
  }

  private void reduce(List<Block> group, Turn<O> told) {
    SpillFile file = file();
    Grouping.split(() -> new BlockItems<>(coder, group.iterator(), file))
        .forEach(
            (key, changes) ->
                reduction.reduce(key, () -> new AddedValues<>(changes.iterator()), told::offer));
  }

  /** The results of a group from one on, as far as a turn goes. */
  private static final class Turn<O> {
    private final long from;
    private final int most;
    private final List<O> results = new ArrayList<>();
    private long seen;

    private Turn(long from, int most) {
      this.from = from;
      this.most = most;
    }

    private void offer(O result) {
      if (seen >= from && results.size() < most) {
        results.add(result);
      }
      seen++;
    }

    private boolean isLast() {
      return seen <= from + most;
    }
  }
}
