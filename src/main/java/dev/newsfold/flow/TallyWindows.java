package dev.newsfold.flow;

import dev.newsfold.aggregate.Dimensions;
import dev.newsfold.aggregate.PublishCalendar;
import dev.newsfold.aggregate.Tallies;
import dev.newsfold.records.Article;
import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.StoryTally;
import dev.newsfold.records.WindowTally;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.GlobalWindows;
import org.apache.beam.sdk.transforms.windowing.IntervalWindow;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.joda.time.Duration;

/**
 * Counts dated articles in calendar windows of their publish time, by every dimension. Counting is
 * in two steps, first the articles of a story, then the stories of a window, so that no step needs
 * a whole window in one place.
 *
 * <p>For batches. Event time is assigned here and nowhere else, and a window fires once, when the
 * input has ended; a row has one value. No article may be late to the runner, whatever its publish
 * time: for that the input must come out of groupings that {@link KeepEventTime}. A stream counts
 * in other windows ({@code LiveWindows} says why).
 */
public final class TallyWindows
    extends PTransform<PCollection<Article>, PCollection<DailyAggregate>> {
  private final PublishCalendar calendar;

  private final Grouping grouping;

  private TallyWindows(PublishCalendar calendar, Grouping grouping) {
    this.calendar = calendar;
    this.grouping = grouping.narrowed();
  }

  /** Counts in the windows of {@code calendar}. */
  public static TallyWindows of(PublishCalendar calendar, Grouping grouping) {
    return new TallyWindows(calendar, grouping);
  }

  @Override
  public PCollection<DailyAggregate> expand(PCollection<Article> articles) {
    return articles
        .apply("AtPublishTime", ParDo.of(new StampFn()))
        .apply("IntoWindows", Window.into(PublishWindows.of(calendar)))
        .apply("RowsOfArticle", ParDo.of(new RowsFn()))
        .setCoder(Coders.keyed(StoryTally.class))
        .apply(
            "TallyStories",
            grouping.mergeFew(RecordCoder.of(StoryTally.class), (a, b) -> Tallies.merge(a, b)))
        .apply(
            "RowsOfStory",
            MapElements.into(
                    TypeDescriptors.kvs(
                        TypeDescriptors.strings(), TypeDescriptor.of(WindowTally.class)))
                .via(
                    story ->
                        KV.of(Dimensions.Row.keyOf(story.getKey()), Tallies.of(story.getValue()))))
        .setCoder(Coders.keyed(WindowTally.class))
        .apply(
            "TallyWindows",
            grouping.merge(RecordCoder.of(WindowTally.class), (a, b) -> Tallies.merge(a, b)))
        .apply("Aggregates", ParDo.of(new AggregateFn(calendar)))
        .setCoder(RecordCoder.of(DailyAggregate.class))
        .apply("OutOfWindows", Window.into(new GlobalWindows()));
  }

  /** Event time is the publish time, from here on. */
  private static final class StampFn extends DoFn<Article, Article> {
    @ProcessElement
    public void process(@Element Article article, OutputReceiver<Article> out) {
      out.outputWithTimestamp(article, Times.toJoda(article.getPublishedAt()));
    }

    /** Publish times lie before capture times, by years: as far back as it takes. */
    @Override
    @Deprecated // as in DoFn, where nothing has replaced it
    public Duration getAllowedTimestampSkew() {
      return Duration.millis(Long.MAX_VALUE);
    }
  }

  private static final class RowsFn extends DoFn<Article, KV<String, StoryTally>> {
    @ProcessElement
    public void process(@Element Article article, OutputReceiver<KV<String, StoryTally>> out) {
      StoryTally tally = Tallies.of(article);
      for (Dimensions.Row row : Dimensions.of(article)) {
        out.output(KV.of(row.encode(tally.getStoryId()), tally));
      }
    }
  }

  private static final class AggregateFn extends DoFn<KV<String, WindowTally>, DailyAggregate> {
    private final PublishCalendar calendar;

    private AggregateFn(PublishCalendar calendar) {
      this.calendar = calendar;
    }

    @ProcessElement
    public void process(
        @Element KV<String, WindowTally> row,
        IntervalWindow window,
        OutputReceiver<DailyAggregate> out) {
      out.output(
          Tallies.aggregate(
              calendar,
              new PublishCalendar.Span(Times.toJava(window.start()), Times.toJava(window.end())),
              Dimensions.Row.decode(row.getKey()),
              row.getValue()));
    }
  }
}
