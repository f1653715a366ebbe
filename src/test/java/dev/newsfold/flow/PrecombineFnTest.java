package dev.newsfold.flow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThan;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.FixedWindows;
import org.apache.beam.sdk.transforms.windowing.IntervalWindow;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.joda.time.Duration;
import org.joda.time.Instant;
import org.junit.jupiter.api.Test;

/** What is merged before it is sent comes to the same sums, in the same windows. */
class PrecombineFnTest {
  private static final long DAY = Duration.standardDays(1).getMillis();

  /** What has left: its window's day, its key, its stamp in milliseconds, and its sum. */
  private record Sent(long day, String key, long time, long sum) {
    String place() {
      return day + " " + key;
    }
  }

  /** How the times of values follow on each other within a day. */
  private enum Order {
    RISING,
    FALLING
  }

  /** What is asked of values that have left; a pipeline carries it. */
  private interface Check extends Consumer<List<Sent>>, Serializable {}

  @Test
  void fewKeysOfABundleLeaveOnceInEachWindowAtTheirEarliestTime() {
    // Value i of day i % 2, latest first, under three keys.
    check(
        600,
        i -> "k" + i % 3,
        sent -> {
          assertThat(sent.size(), equalTo(6));
          for (Sent one : sent) {
            assertThat(one.toString(), one.sum(), equalTo(100L));
            assertThat(one.toString(), one.time() - one.day() * DAY, lessThan(6L));
          }
        });
  }

  @Test
  void ofMoreKeysThanAreHeldTheOneThatWaitedLongestLeavesFirst() {
    int keys = PrecombineFn.MOST + 1000;
    // Key 0 comes between all others and is never the one that waited longest.
    check(
        2 * keys,
        i -> i % 4 < 2 ? "k0" : "k" + i / 4 * 2,
        sent -> {
          Map<String, Long> pieces = new TreeMap<>();
          sent.forEach(one -> pieces.merge(one.place(), 1L, Long::sum));
          assertThat(pieces.get("0 k0"), equalTo(1L));
          assertThat(pieces.get("1 k0"), equalTo(1L));
        });
    // All keys in turn, twice over: those that had left leave again.
    check(
        4 * keys, i -> "k" + i / 2 % keys, sent -> assertThat(sent.size(), greaterThan(2 * keys)));
  }

  @Test
  void whatLeavesMayBeEarlierThanWhatComes() {
    int keys = PrecombineFn.MOST + 1000;
    check(keys, Order.RISING, i -> "k" + i, sent -> assertThat(sent.size(), equalTo(keys)));
  }

  private static void check(int values, IntFunction<String> keys, Check more) {
    check(values, Order.FALLING, keys, more);
  }

  /** Sends one bundle of ones, and compares sums by window and key with those of a plain loop. */
  private static void check(int values, Order order, IntFunction<String> keys, Check more) {
    Map<String, Long> wanted = new TreeMap<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < values; i++) {
      names.add(keys.apply(i));
      wanted.merge(i % 2 + " " + names.get(i), 1L, Long::sum);
    }
    TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);
    KvCoder<String, Long> keyed = KvCoder.of(StringUtf8Coder.of(), VarLongCoder.of());
    PCollection<String> sent =
        pipeline
            .apply(Create.of(values).withCoder(VarIntCoder.of()))
            .apply("Ones", ParDo.of(new OnesFn(names, order)))
            .setCoder(keyed)
            .apply(Window.into(FixedWindows.of(Duration.standardDays(1))))
            .apply("Precombine", ParDo.of(new PrecombineFn<>(Long::sum)))
            .setCoder(keyed)
            .apply("Tell", ParDo.of(new TellFn()));
    PAssert.that(sent)
        .satisfies(
            all -> {
              List<Sent> told = new ArrayList<>();
              Map<String, Long> sums = new TreeMap<>();
              for (String line : all) {
                String[] parts = line.split(" ", -1);
                Sent one =
                    new Sent(
                        Long.parseLong(parts[0]),
                        parts[1],
                        Long.parseLong(parts[2]),
                        Long.parseLong(parts[3]));
                told.add(one);
                sums.merge(one.place(), one.sum(), Long::sum);
              }
              assertThat(sums, equalTo(wanted));
              more.accept(told);
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  private static final class OnesFn extends DoFn<Integer, KV<String, Long>> {
    private final List<String> names;
    private final Order order;

    private OnesFn(List<String> names, Order order) {
      this.names = names;
      this.order = order;
    }

    @ProcessElement
    public void process(@Element Integer values, OutputReceiver<KV<String, Long>> out) {
      for (int i = 0; i < names.size(); i++) {
        long time = i % 2 * DAY + (order == Order.RISING ? i : values - 1 - i) % DAY;
        out.outputWithTimestamp(KV.of(names.get(i), 1L), Instant.ofEpochMilli(time));
      }
    }

    /** Ahead of the one number that all come from. */
    @Override
    @Deprecated // as in DoFn, where nothing has replaced it
    public Duration getAllowedTimestampSkew() {
      return Duration.millis(Long.MAX_VALUE);
    }
  }

  private static final class TellFn extends DoFn<KV<String, Long>, String> {
    @ProcessElement
    public void process(
        @Element KV<String, Long> sum,
        @Timestamp Instant time,
        IntervalWindow window,
        OutputReceiver<String> out) {
      long day = window.start().getMillis() / DAY;
      out.output(day + " " + sum.getKey() + " " + time.getMillis() + " " + sum.getValue());
    }
  }
}
