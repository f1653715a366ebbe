package dev.newsfold.flow;

import dev.newsfold.sinks.Revisions;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/** Which of several records of one thing counts, where each has the place of its output. */
final class Placed {
  private Placed() {}

  /** What a later output says counts, and of one output the higher revision; null for none. */
  static <T extends SpecificRecord> @Nullable KV<Integer, T> last(
      Iterable<KV<Integer, T>> records) {
    KV<Integer, T> last = null;
    for (KV<Integer, T> item : records) {
      last = last == null || isLater(item, last) ? item : last;
    }
    return last;
  }

  /** Which of two records of one thing counts. */
  static <T extends SpecificRecord> KV<Integer, T> later(KV<Integer, T> a, KV<Integer, T> b) {
    return isLater(a, b) ? a : b;
  }

  /** Whether the first of two records of one thing counts. */
  static <T extends SpecificRecord> boolean isLater(KV<Integer, T> a, KV<Integer, T> b) {
    int order = Integer.compare(a.getKey(), b.getKey());
    return order != 0
        ? order > 0
        : Revisions.revisionOf(a.getValue()) > Revisions.revisionOf(b.getValue());
  }
}
