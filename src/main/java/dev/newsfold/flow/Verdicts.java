package dev.newsfold.flow;

import dev.newsfold.captures.Verdict;
import dev.newsfold.records.Rejection;
import org.apache.beam.sdk.transforms.DoFn.MultiOutputReceiver;
import org.apache.beam.sdk.values.TupleTag;

/** How the stages' verdicts leave a DoFn: a value by its own tag, a rejection by the common one. */
final class Verdicts {
  /** Rejections of every stage. */
  static final TupleTag<Rejection> REJECTIONS = new TupleTag<>("rejections") {};

  private Verdicts() {}

  static <T> void output(Verdict<T> verdict, TupleTag<T> tag, MultiOutputReceiver out) {
    if (verdict instanceof Verdict.Accepted<T> accepted) {
      out.get(tag).output(accepted.value());
    } else if (verdict instanceof Verdict.Rejected<T> rejected) {
      reject(rejected.rejection(), out);
    }
  }

  static void reject(Rejection rejection, MultiOutputReceiver out) {
    Counters.rejection(rejection.getReason()).inc();
    out.get(REJECTIONS).output(rejection);
  }
}
