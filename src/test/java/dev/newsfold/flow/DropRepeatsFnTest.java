package dev.newsfold.flow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.jupiter.api.Test;

/** One of each value is kept, and of those that come again soon no more. */
class DropRepeatsFnTest {
  /** What is asked of values that have left; a pipeline carries it. */
  private interface Check extends Consumer<List<Integer>>, Serializable {}

  @Test
  void whatComesAgainSoonIsDropped() {
    List<Integer> values = IntStream.range(0, 1000).mapToObj(i -> i % 10).toList();
    check(values, kept -> assertThat(kept.size(), equalTo(10)));
  }

  @Test
  void whatHasNotComeForLongIsForgottenButNeverLost() {
    int many = DropRepeatsFn.MOST + 1;
    List<Integer> twice = IntStream.range(0, 2 * many).mapToObj(i -> i % many).toList();
    check(twice, kept -> assertThat(kept.size(), greaterThan(many)));
  }

  private static void check(List<Integer> values, Check more) {
    Set<Integer> wanted = new HashSet<>(values);
    TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);
    PCollection<Integer> kept =
        pipeline
            .apply(Create.of(1))
            // Of one element, so that all are in one bundle.
            .apply(FlatMapElements.into(TypeDescriptors.integers()).via(one -> values))
            .apply(ParDo.of(new DropRepeatsFn<>()))
            .setCoder(VarIntCoder.of());
    PAssert.that(kept)
        .satisfies(
            all -> {
              List<Integer> got = StreamSupport.stream(all.spliterator(), false).toList();
              assertThat(new HashSet<>(got), equalTo(wanted));
              more.accept(got);
              return null;
            });
    pipeline.run().waitUntilFinish();
  }
}
