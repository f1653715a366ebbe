package dev.newsfold.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.state.StateSpec;
import org.apache.beam.sdk.state.StateSpecs;
import org.apache.beam.sdk.state.ValueState;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/**
 * A {@link Reduction} of a collection that changes: remembers the values of each key, and tells how
 * a round of changes to them changes what is made of them. A key costs time by the number of its
 * values in every round that touches it, and state by their size.
 */
final class ReduceInRounds<I, O>
    extends DoFn<KV<String, Iterable<KV<String, Change<I>>>>, Change<O>> {
  @StateId("values")
  private final StateSpec<ValueState<List<I>>> valuesSpec;

  private final Coder<I> coder;
  private final Coder<O> results;
  private final Reduction<I, O> reduction;

  ReduceInRounds(Coder<I> coder, Coder<O> results, Reduction<I, O> reduction) {
    this.valuesSpec = StateSpecs.value(ListCoder.of(coder));
    this.coder = coder;
    this.results = results;
    this.reduction = reduction;
  }

  @ProcessElement
  public void process(
      @Element KV<String, Iterable<KV<String, Change<I>>>> round,
      @StateId("values") ValueState<List<I>> values,
      OutputReceiver<Change<O>> out) {
    String key = round.getKey();
    Tally<I> tally = new Tally<>(coder);
    for (KV<String, Change<I>> change : round.getValue()) {
      tally.count(change.getValue());
    }
    List<I> before = Objects.requireNonNullElse(values.read(), List.of());
    List<I> kept = new ArrayList<>(before.size());
    List<I> after = new ArrayList<>(before.size());
    before.forEach(value -> tally.sort(value, kept, after));
    List<I> added = tally.added();
    if (added.isEmpty() && after.size() == before.size()) {
      // Changes that undo each other, or are of values that are remembered no longer.
      return;
    }
    after.addAll(added);
    Set<Object> stillMade = new HashSet<>();
    if (kept.size() != before.size()) {
      make(key, kept, result -> stillMade.add(results.structuralValue(result)));
    }
    Map<Object, Made<O>> made = new HashMap<>();
    make(key, before, result -> made(made, result).number--);
    make(key, after, result -> made(made, result).number++);
    made.forEach(
        (name, one) -> {
          for (int i = one.number; i < 0; i++) {
            boolean quietly = kept.size() != before.size() && !stillMade.contains(name);
            out.output(quietly ? Change.forgotten(one.result) : Change.removed(one.result));
          }
          for (int i = 0; i < one.number; i++) {
            out.output(Change.added(one.result));
          }
        });
    if (after.isEmpty()) {
      values.clear();
    } else {
      values.write(after);
    }
  }

  private void make(String key, List<I> of, java.util.function.Consumer<O> out) {
    if (!of.isEmpty()) {
      reduction.reduce(key, of, out);
    }
  }

  private Made<O> made(Map<Object, Made<O>> made, O result) {
    return made.computeIfAbsent(results.structuralValue(result), name -> new Made<>(result));
  }

  /** How often more a result is made than before. */
  private static final class Made<O> {
    private final O result;
    private int number;

    private Made(O result) {
      this.result = result;
    }
  }

  /** The changes of a round, those that undo each other left out. */
  private static final class Tally<I> {
    private final Coder<I> coder;
    private final Map<Object, Counts<I>> counts = new HashMap<>();

    private Tally(Coder<I> coder) {
      this.coder = coder;
    }

    private static final class Counts<I> {
      private final I value;
      private int more;
      private boolean forgotten;

      private Counts(I value) {
        this.value = value;
      }
    }

    void count(Change<I> change) {
      I value = change.value();
      Counts<I> of =
          counts.computeIfAbsent(coder.structuralValue(value), name -> new Counts<>(value));
      of.more += change.kind() == Change.Kind.ADDED ? 1 : -1;
      of.forgotten |= change.kind() == Change.Kind.FORGOTTEN;
    }

    /** Keeps a value, unless it is removed or forgotten. */
    void sort(I value, List<I> kept, List<I> after) {
      Counts<I> of = counts.get(coder.structuralValue(value));
      if (of == null || of.more >= 0) {
        kept.add(value);
        after.add(value);
        return;
      }
      of.more++;
      if (!of.forgotten) {
        kept.add(value);
      }
    }

    List<I> added() {
      List<I> added = new ArrayList<>();
      for (Counts<I> of : counts.values()) {
        for (int i = 0; i < of.more; i++) {
          added.add(of.value);
        }
      }
      return added;
    }
  }
}
