package dev.newsfold.flow;

import dev.newsfold.aggregate.HeadlineTallies;
import dev.newsfold.aggregate.Lateness;
import dev.newsfold.aggregate.Ledger;
import dev.newsfold.aggregate.PublishCalendar;
import dev.newsfold.aggregate.StoryCoordinator;
import dev.newsfold.aggregate.WindowLength;
import dev.newsfold.records.CoordinatorEntry;
import dev.newsfold.records.DownstreamSums;
import dev.newsfold.records.Headline;
import dev.newsfold.records.HeadlineNews;
import dev.newsfold.records.HeadlineSighting;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.StreamProgress;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TimestampedValue;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.joda.time.Instant;
import org.junit.jupiter.api.Test;

/** Steps that set timers take what a source stamped by a clock that is ahead of theirs. */
class ClocksApartTest {
  private static final Duration EVERY = Duration.ofSeconds(30);
  private static final Duration RETENTION = Duration.ofDays(10);
  private static final Instant SOURCE = Instant.parse("2026-11-28T08:00:00Z");
  private static final Instant BEHIND = SOURCE.minus(org.joda.time.Duration.standardMinutes(5));

  private final TestPipeline pipeline = pipeline();

  @Test
  void headlinesAreSaid() {
    HeadlineSighting sighting =
        HeadlineSighting.newBuilder()
            .setHeadline("一座虚构的桥")
            .setPageUrl("https://b.example/1")
            .setSite("b.example")
            .setCapturedAt(Times.toJava(SOURCE))
            .setRank(1)
            .setList("ticker")
            .build();
    HeadlineNews news = HeadlineNews.newBuilder().setSighting(HeadlineTallies.of(sighting)).build();
    PCollection<Headline> said =
        come(KV.of("a", news), Coders.keyed(HeadlineNews.class))
            .apply(
                ParDo.of(new SayHeadlines(EVERY, RETENTION))
                    .withOutputTags(
                        FollowHeadlines.HEADLINES, TupleTagList.of(FollowHeadlines.SUMS)))
            .get(FollowHeadlines.HEADLINES);
    checkThatCome(said, 1);
  }

  @Test
  void progressIsTold() {
    StreamProgress fired =
        StreamProgress.newBuilder(StoryCoordinator.first())
            .setTotals(new TreeMap<>(Map.of("captures", 0L)))
            .build();
    PCollection<StreamProgress> firings =
        pipeline.apply("Firings", Create.of(fired).withCoder(RecordCoder.of(StreamProgress.class)));
    PCollection<StreamProgress> told =
        come(
                DownstreamSums.newBuilder().setArticles(1).build(),
                RecordCoder.of(DownstreamSums.class))
            .apply(TellProgress.of(firings, EVERY, false));
    checkThatCome(told, 2);
  }

  @Test
  void storiesAreCoordinated() {
    CoordinatorEntry entry =
        CoordinatorEntry.newBuilder().setLedger(Ledger.of("a.warc.gz").build()).build();
    PCollection<InputFile> told =
        come(entry, RecordCoder.of(CoordinatorEntry.class))
            .apply(
                CoordinateStories.with(
                    new PublishCalendar(ZoneId.of("Asia/Shanghai"), WindowLength.DAY),
                    new Lateness(null),
                    Grouping.BY_KEY.inRounds(EVERY),
                    RETENTION))
            .get(CoordinateStories.LEDGER);
    checkThatCome(told, 1);
  }

  /** One element, by the clock of the source; then time passes here. */
  private <T> PCollection<T> come(T element, Coder<T> coder) {
    return pipeline.apply(
        TestStream.create(coder)
            .advanceProcessingTime(
                new org.joda.time.Duration(BoundedWindow.TIMESTAMP_MIN_VALUE, BEHIND))
            .addElements(TimestampedValue.of(element, SOURCE))
            .advanceWatermarkTo(SOURCE.plus(EVERY.toMillis()))
            .advanceProcessingTime(org.joda.time.Duration.millis(EVERY.toMillis()))
            .advanceProcessingTime(org.joda.time.Duration.millis(EVERY.toMillis()))
            .advanceWatermarkToInfinity());
  }

  private <T> void checkThatCome(PCollection<T> results, int count) {
    PCollection<String> told =
        results.apply("Results", MapElements.into(TypeDescriptors.strings()).via(any -> "told"));
    PAssert.that(told).containsInAnyOrder(Collections.nCopies(count, "told"));
    pipeline.run().waitUntilFinish();
  }

  private static TestPipeline pipeline() {
    TestPipeline made = TestPipeline.create().enableAbandonedNodeEnforcement(false);
    Coders.register(made);
    return made;
  }
}
