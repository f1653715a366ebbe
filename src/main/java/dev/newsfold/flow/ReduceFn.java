package dev.newsfold.flow;

import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Reduces the values of each key of a group, in a batch. */
final class ReduceFn<I, O> extends DoFn<KV<String, Iterable<KV<String, Change<I>>>>, Change<O>> {
  private final Grouping grouping;
  private final Reduction<I, O> reduction;

  ReduceFn(Grouping grouping, Reduction<I, O> reduction) {
    this.grouping = grouping;
    this.reduction = reduction;
  }

  @ProcessElement
  public void process(
      @Element KV<String, Iterable<KV<String, Change<I>>>> group, OutputReceiver<Change<O>> out) {
    grouping.<Change<I>>forEachKey(
        group,
        (key, changes) ->
            reduction.reduce(
                key,
                () -> new AddedValues<>(changes.iterator()),
                result -> out.output(Change.added(result))));
  }
}
