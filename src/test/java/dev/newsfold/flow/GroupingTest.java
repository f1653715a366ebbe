package dev.newsfold.flow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.FixedWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TimestampedValue;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.joda.time.Duration;
import org.joda.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys meet all their values of a window, whether alone or in shards, in any order. */
class GroupingTest {
  private static final int KEYS = 7;
  private static final int DAYS = 5;
  private static final int VALUES_OF_A_KEY = 12;
  private static final int TURN = 256;
  private static final Instant FIRST_DAY = Instant.parse("2024-03-01T00:00:00Z");

  @ParameterizedTest(name = "{0} shards")
  @ValueSource(ints = {0, 1, 3, 16})
  void eachKeyMeetsItsValuesOfAWindow(int shards) {
    Grouping grouping = shards == 0 ? Grouping.BY_KEY : Grouping.inShards(shards);
    check(grouping, "");
    check(grouping.handedOnInTurns(), "");
  }

  @Test
  void valuesThatMemoryIsNotToHoldWaitInAFileThatGoesWithTheRun() {
    // A window's values are more than one block, and than one group.
    String tail = "long".repeat(3_300);
    check(Grouping.inShards(1), tail);
    check(Grouping.inShards(1).handedOnInTurns(), tail);
    assertThat(SpillFile.inUse(), equalTo(0));
  }

  @Test
  void manySmallWindowsShareABundle() {
    List<TimestampedValue<KV<String, String>>> values = new ArrayList<>();
    for (int day = 0; day < 300; day++) {
      values.add(
          TimestampedValue.of(
              KV.of("k", "v".repeat(20_000)), FIRST_DAY.plus(Duration.standardDays(day))));
    }
    TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);
    StringUtf8Coder string = StringUtf8Coder.of();
    PCollection<KV<String, Iterable<KV<String, String>>>> groups =
        pipeline
            .apply(Create.timestamped(values).withCoder(KvCoder.of(string, string)))
            .apply(Window.into(FixedWindows.of(Duration.standardDays(1))))
            .apply("Group", Grouping.inShards(1).handedOnInTurns().group(string));
    groups.apply("Bundles", ParDo.of(new BundleCount<>())).setCoder(groups.getCoder());
    PipelineResult result = pipeline.run();
    result.waitUntilFinish();
    assertThat(BundleCount.of(result), lessThan(10L));
  }

  @Test
  void eachResultIsToldOnceHoweverManyAGroupGives() {
    Map<String, Integer> wanted = new TreeMap<>();
    List<KV<String, Change<String>>> values = new ArrayList<>();
    // None, one, a turn's to the last, one more, and several turns'.
    for (int results : List.of(0, 1, TURN, TURN + 1, 2 * TURN + 7)) {
      values.add(KV.of("k" + results, Change.added(Integer.toString(results))));
      wanted.put("k" + results, results);
    }
    for (int shards : List.of(1, 3)) {
      TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);
      StringUtf8Coder string = StringUtf8Coder.of();
      KvCoder<String, Change<String>> items = KvCoder.of(string, ChangeCoder.of(string));
      PCollection<KV<String, Change<String>>> keyed =
          pipeline.apply(Create.of(values).withCoder(items));
      long spill = SpillFile.newKey();
      checkTold(
          GroupInShards.divided(keyed, shards, items, spill)
              .apply(
                  "Reduce",
                  ParDo.of(new ReduceInTurns<>(items, GroupingTest::countOff, TURN, spill)))
              .setCoder(ChangeCoder.of(string)),
          wanted);
      Grouping grouping = Grouping.inShards(shards).handedOnInTurns();
      checkTold(
          keyed.apply("All", grouping.reduce(string, string, GroupingTest::countOff)), wanted);
      pipeline.run().waitUntilFinish();
    }
  }

  /** Each result once, and of each key as many as are wanted. */
  private static void checkTold(PCollection<Change<String>> results, Map<String, Integer> wanted) {
    PAssert.that(
            results.apply(
                "Results of " + results.getName(),
                MapElements.into(TypeDescriptors.strings()).via(Change::value)))
        .satisfies(
            all -> {
              Map<String, Integer> found = new TreeMap<>();
              wanted.keySet().forEach(key -> found.put(key, 0));
              Set<String> seen = new HashSet<>();
              for (String result : all) {
                assertThat(result, seen.add(result), equalTo(true));
                found.merge(result.split(" ", 2)[0], 1, Integer::sum);
              }
              assertThat(found, equalTo(wanted));
              return null;
            });
  }

  /** As many results as the value says. */
  private static void countOff(String key, Iterable<String> values, Consumer<String> out) {
    int results = Integer.parseInt(values.iterator().next());
    IntStream.range(0, results).forEach(i -> out.accept(key + ' ' + i));
  }

  private static void check(Grouping grouping, String tail) {
    List<TimestampedValue<KV<String, String>>> values = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      for (int key = 0; key < KEYS; key++) {
        for (int i = 0; i < VALUES_OF_A_KEY; i++) {
          Instant time = FIRST_DAY.plus(Duration.standardDays(day)).plus(Duration.standardHours(i));
          values.add(TimestampedValue.of(KV.of("k" + key, i + tail), time));
        }
        List<String> sorted =
            IntStream.range(0, VALUES_OF_A_KEY).mapToObj(i -> i + tail).sorted().toList();
        groups.add(day + " k" + key + " " + sorted.hashCode());
      }
    }
    // As late ones would be: a bundle's oldest value stands behind newer ones.
    Collections.shuffle(values, new Random(5));
    TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);
    StringUtf8Coder string = StringUtf8Coder.of();
    PCollection<String> met =
        pipeline
            .apply(Create.timestamped(values).withCoder(KvCoder.of(string, string)))
            .apply("Bundles", Reshuffle.<KV<String, String>>viaRandomKey().withNumBuckets(9))
            .apply(Window.into(FixedWindows.of(Duration.standardDays(1))))
            .apply("Group", grouping.group(string))
            .apply("Tell", ParDo.of(new TellFn(grouping)));
    PAssert.that(met).containsInAnyOrder(groups);
    pipeline.run().waitUntilFinish();
  }

  private static final class TellFn extends DoFn<KV<String, Iterable<KV<String, String>>>, String> {
    private final Grouping grouping;

    private TellFn(Grouping grouping) {
      this.grouping = grouping;
    }

    @ProcessElement
    public void process(
        @Element KV<String, Iterable<KV<String, String>>> group,
        BoundedWindow window,
        OutputReceiver<String> out) {
      long day = new Duration(FIRST_DAY, window.maxTimestamp()).getStandardDays();
      grouping.<String>forEachKey(
          group,
          (key, values) -> {
            List<String> sorted =
                StreamSupport.stream(values.spliterator(), false).sorted().toList();
            out.output(day + " " + key + " " + sorted.hashCode());
          });
    }
  }
}
