package dev.newsfold.flow;

import dev.newsfold.aggregate.SightingTally;
import dev.newsfold.records.Capture;
import dev.newsfold.records.PageSightings;
import java.util.function.Consumer;
import org.apache.beam.sdk.transforms.join.RawUnionValue;

/** Takes the captures of a file, or of a part of one, and hands on what comes of them. */
sealed interface TakeCaptures {
  /** Takes a capture. */
  void take(Capture capture);

  /** Hands on what is held of the captures so far. */
  void finish();

  /** Hands on each reading as it comes. */
  record AsRead(CaptureStep step, Consumer<RawUnionValue> out) implements TakeCaptures {
    @Override
    public void take(Capture capture) {
      step.take(capture, out);
    }

    @Override
    public void finish() {}
  }

  /** Hands on tallies for sightings. */
  final class Tallied implements TakeCaptures {
    private final CaptureStep step;
    private final Consumer<RawUnionValue> out;
    private final SightingTally tally;

    Tallied(CaptureStep step, Consumer<RawUnionValue> out) {
      this.step = step;
      this.out = out;
      this.tally = new SightingTally(one -> out.accept(Readings.of(one)));
    }

    @Override
    public void take(Capture capture) {
      step.take(capture, this::accept);
    }

    private void accept(RawUnionValue reading) {
      if (reading.getValue() instanceof PageSightings page) {
        tally.add(page.getSightings());
      } else {
        out.accept(reading);
      }
    }

    @Override
    public void finish() {
      tally.finish();
    }
  }
}
