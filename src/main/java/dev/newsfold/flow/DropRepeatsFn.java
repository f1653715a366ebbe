package dev.newsfold.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn;

/**
 * Drops values that a bundle has had not long ago. For values that may be repeated without harm,
 * but not without cost: it is sure to keep one of each, and drops most of the others.
 *
 * @param <T> has {@code equals}
 */
final class DropRepeatsFn<T> extends DoFn<T, T> {
  /** How many values are held. */
  static final int MOST = 1 << 15;

  private transient Map<T, Boolean> recent;

  @StartBundle
  public void start() {
    recent = new LinkedHashMap<>(16, 0.75f, true);
  }

  @ProcessElement
  public void process(@Element T value, OutputReceiver<T> out) {
    if (recent.put(value, true) != null) {
      return;
    }
    out.output(value);
    if (recent.size() > MOST) {
      recent.remove(recent.keySet().iterator().next());
    }
  }

  @FinishBundle
  public void finish() {
    recent.clear();
  }
}
