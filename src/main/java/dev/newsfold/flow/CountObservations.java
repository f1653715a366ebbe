package dev.newsfold.flow;

import dev.newsfold.dedupe.Observation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.state.MapState;
import org.apache.beam.sdk.state.StateSpec;
import org.apache.beam.sdk.state.StateSpecs;
import org.apache.beam.sdk.state.ValueState;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/**
 * Counts what a stream's articles let observe, value by value, so that an observation can be taken
 * back, and tells what becomes remarkable, and what is so no more. A round costs time by the
 * observations in it alone.
 */
final class CountObservations
    extends DoFn<KV<String, Iterable<KV<String, Change<Observation>>>>, Change<String>> {
  @StateId("first")
  private final StateSpec<MapState<Long, Integer>> firstSpec =
      StateSpecs.map(VarLongCoder.of(), VarIntCoder.of());

  @StateId("second")
  private final StateSpec<MapState<Long, Integer>> secondSpec =
      StateSpecs.map(VarLongCoder.of(), VarIntCoder.of());

  @StateId("firsts")
  private final StateSpec<ValueState<Integer>> firstsSpec = StateSpecs.value(VarIntCoder.of());

  @StateId("seconds")
  private final StateSpec<ValueState<Integer>> secondsSpec = StateSpecs.value(VarIntCoder.of());

  @ProcessElement
  public void process(
      @Element KV<String, Iterable<KV<String, Change<Observation>>>> round,
      @StateId("first") MapState<Long, Integer> first,
      @StateId("second") MapState<Long, Integer> second,
      @StateId("firsts") ValueState<Integer> firsts,
      @StateId("seconds") ValueState<Integer> seconds,
      OutputReceiver<Change<String>> out) {
    Map<Long, Integer> moreFirst = new HashMap<>();
    Map<Long, Integer> moreSecond = new HashMap<>();
    for (KV<String, Change<Observation>> item : round.getValue()) {
      Change<Observation> change = item.getValue();
      int by = change.kind() == Change.Kind.ADDED ? 1 : -1;
      count(change.value().first(), by, moreFirst);
      count(change.value().second(), by, moreSecond);
    }
    String about = round.getKey();
    int firstBefore = Objects.requireNonNullElse(firsts.read(), 0);
    int secondBefore = Objects.requireNonNullElse(seconds.read(), 0);
    int firstNow = firstBefore + apply(moreFirst, first);
    int secondNow = secondBefore + apply(moreSecond, second);
    save(firstNow, firsts);
    save(secondNow, seconds);
    boolean before = Observation.remarkable(about, firstBefore, secondBefore);
    boolean now = Observation.remarkable(about, firstNow, secondNow);
    if (before != now) {
      out.output(now ? Change.added(about) : Change.removed(about));
    }
  }

  private static void count(List<Long> values, int by, Map<Long, Integer> more) {
    values.forEach(value -> more.merge(value, by, Integer::sum));
  }

  /** Adds counts to those kept; returns how many more values there are. */
  private static int apply(Map<Long, Integer> more, MapState<Long, Integer> counts) {
    int values = 0;
    for (Map.Entry<Long, Integer> one : more.entrySet()) {
      if (one.getValue() == 0) {
        continue;
      }
      int before = Objects.requireNonNullElse(counts.get(one.getKey()).read(), 0);
      int now = before + one.getValue();
      if (now <= 0) {
        counts.remove(one.getKey());
      } else {
        counts.put(one.getKey(), now);
      }
      values += (now > 0 ? 1 : 0) - (before > 0 ? 1 : 0);
    }
    return values;
  }

  private static void save(int number, ValueState<Integer> state) {
    if (number == 0) {
      state.clear();
    } else {
      state.write(number);
    }
  }
}
