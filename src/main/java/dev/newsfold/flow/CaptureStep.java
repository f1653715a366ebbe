package dev.newsfold.flow;

import dev.newsfold.records.Capture;
import java.io.Serializable;
import java.util.function.Consumer;
import org.apache.beam.sdk.transforms.join.RawUnionValue;

/** What becomes of a capture where it is read. */
@FunctionalInterface
interface CaptureStep extends Serializable {
  /** It is handed on as it is. */
  CaptureStep HAND_ON = (capture, out) -> out.accept(Readings.of(capture));

  /**
   * Takes a capture.
   *
   * @param out takes {@link Readings}
   */
  void take(Capture capture, Consumer<RawUnionValue> out);
}
