package dev.newsfold.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.transforms.DoFn;
import org.jspecify.annotations.Nullable;

/**
 * Drops values that a bundle has had not long ago. For values that may be repeated without harm,
 * but not without cost: it is sure to keep one of each, and drops most of the others.
 *
 * @param <T> has {@code equals}
 */
final class DropRepeatsFn<T> extends DoFn<T, T> {
  /** How many values are held. */
  static final int MOST = 1 << 15;

  private transient @Nullable Map<T, Boolean> recent;

  @StartBundle
  public void start() {
    recent = new LinkedHashMap<>(16, 0.75f, true);
  }

  @ProcessElement
  public void process(@Element T value, OutputReceiver<T> out) {
    Map<T, Boolean> known = Objects.requireNonNull(recent);
    if (known.put(value, true) != null) {
      return;
    }
    out.output(value);
    if (known.size() > MOST) {
      known.remove(known.keySet().iterator().next());
    }
  }

  @FinishBundle
  public void finish() {
    recent = null;
  }
}
