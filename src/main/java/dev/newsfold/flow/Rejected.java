package dev.newsfold.flow;

import dev.newsfold.records.Rejection;
import org.apache.beam.sdk.transforms.DoFn.MultiOutputReceiver;
import org.apache.beam.sdk.values.TupleTag;

/** Where rejections go, whichever stage they come from. */
public final class Rejected {
  /** Rejections of every stage. */
  public static final TupleTag<Rejection> REJECTIONS = new TupleTag<>("rejections") {};

  private Rejected() {}

  static void reject(Rejection rejection, MultiOutputReceiver out) {
    Counters.rejected(rejection.getReason());
    out.get(REJECTIONS).output(rejection);
  }
}
