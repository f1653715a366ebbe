package dev.newsfold.flow;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.SerializableBiFunction;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.PaneInfo;
import org.apache.beam.sdk.values.KV;
import org.joda.time.Duration;
import org.joda.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Merges the values of a key that come in one bundle before they are sent: in-mapper combining (J.
 * Lin and C. Dyer, "Data-Intensive Text Processing with MapReduce", 2010, 3.1.1). Flink's own
 * combiner sorts and writes all values for that; this one holds the keys that were seen last, and
 * sends the one that has waited longest when there are more than it may hold.
 *
 * <p>A key may leave in several pieces, each stamped with the earliest time of what is in it.
 */
final class PrecombineFn<V> extends DoFn<KV<String, V>, KV<String, V>> {
  /** How many keys are held: some megabytes of small records. */
  static final int MOST = 8_192;

  private final SerializableBiFunction<V, V, V> merge;
  private transient @Nullable Map<Place, Held<V>> held;

  /**
   * The function.
   *
   * @param merge associative and commutative; changes neither of its arguments
   */
  PrecombineFn(SerializableBiFunction<V, V, V> merge) {
    this.merge = merge;
  }

  private record Place(BoundedWindow window, String key) {}

  private record Held<V>(V value, Instant time) {}

  @StartBundle
  public void start() {
    held = new LinkedHashMap<>(16, 0.75f, true);
  }

  @ProcessElement
  public void process(
      @Element KV<String, V> item,
      @Timestamp Instant time,
      BoundedWindow window,
      OutputReceiver<KV<String, V>> out) {
    Map<Place, Held<V>> keys = Objects.requireNonNull(held);
    keys.merge(
        new Place(window, item.getKey()),
        new Held<>(item.getValue(), time),
        (a, b) ->
            new Held<>(
                merge.apply(a.value(), b.value()),
                a.time().isBefore(b.time()) ? a.time() : b.time()));
    if (keys.size() > MOST) {
      Iterator<Map.Entry<Place, Held<V>>> eldest = keys.entrySet().iterator();
      Map.Entry<Place, Held<V>> sent = eldest.next();
      eldest.remove();
      out.outputWindowedValue(
          KV.of(sent.getKey().key(), sent.getValue().value()),
          sent.getValue().time(),
          List.of(sent.getKey().window()),
          PaneInfo.NO_FIRING);
    }
  }

  @FinishBundle
  public void finish(FinishBundleContext context) {
    Objects.requireNonNull(held)
        .forEach(
            (place, last) ->
                context.output(KV.of(place.key(), last.value()), last.time(), place.window()));
    held = null;
  }

  /** What leaves while another comes may be earlier than it, but is of the same bundle. */
  @Override
  @Deprecated // as in DoFn, where nothing has replaced it
  public Duration getAllowedTimestampSkew() {
    return Duration.millis(Long.MAX_VALUE);
  }
}
