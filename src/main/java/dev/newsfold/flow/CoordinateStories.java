package dev.newsfold.flow;

import dev.newsfold.aggregate.Lateness;
import dev.newsfold.aggregate.Ledger;
import dev.newsfold.aggregate.PublishCalendar;
import dev.newsfold.aggregate.StoryCoordinator;
import dev.newsfold.dedupe.Fold;
import dev.newsfold.records.CoordinatorEntry;
import dev.newsfold.records.Copy;
import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.Drift;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Late;
import dev.newsfold.records.Placement;
import dev.newsfold.records.Rejection;
import dev.newsfold.records.Story;
import dev.newsfold.records.StreamProgress;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * The coordinator of a stream: hears in each round which articles, stories and files are new or
 * changed, names the stories, and says at each firing what has changed ({@link StoryCoordinator}).
 *
 * <p>There is one, whatever the parallelism, since an id that one story takes is no other's. It
 * hears of stories that others have made, and holds a row of each article: ids, times and what
 * windows count by. No text and no sketch comes to it.
 *
 * <p>What it says is in the global window, whose end never comes, so a runner has nothing to drop
 * as late; which articles are late is decided by {@link Lateness} alone.
 */
public final class CoordinateStories
    extends PTransform<PCollection<CoordinatorEntry>, PCollectionTuple> {
  /** Places of articles, among them the last words about forgotten ones. */
  public static final TupleTag<Placement> PLACES = new TupleTag<>("places") {};

  /** Stories that are new, changed or withdrawn. */
  public static final TupleTag<Story> STORIES = new TupleTag<>("stories") {};

  /** Who copied whom, where that is new, changed or withdrawn. */
  public static final TupleTag<Copy> COPIES = new TupleTag<>("copies") {};

  /** Rows that are new, changed or withdrawn. */
  public static final TupleTag<DailyAggregate> AGGREGATES = new TupleTag<>("aggregates") {};

  /** Articles that are too late, or no more. */
  public static final TupleTag<Late> LATE = new TupleTag<>("late") {};

  /** Rows of the ledger that are new or changed. */
  public static final TupleTag<InputFile> LEDGER = new TupleTag<>("ledger") {};

  /** How often sites fill each field by week, where that is new, changed or withdrawn. */
  public static final TupleTag<Drift> DRIFT = new TupleTag<>("drift") {};

  /** The sums after each firing that had something to say. */
  public static final TupleTag<StreamProgress> PROGRESS = new TupleTag<>("progress") {};

  private final Grouping grouping;
  private final CoordinateFn coordinator;

  private CoordinateStories(Grouping grouping, CoordinateFn coordinator) {
    this.grouping = grouping;
    this.coordinator = coordinator;
  }

  /**
   * Folds and counts.
   *
   * @param grouping in rounds
   * @param retention see {@link StoryCoordinator#resume}
   */
  public static CoordinateStories with(
      PublishCalendar calendar, Lateness lateness, Grouping grouping, Duration retention) {
    return new CoordinateStories(
        grouping,
        new CoordinateFn(
            calendar,
            lateness,
            Objects.requireNonNull(grouping.round(), "in rounds"),
            retention,
            Clock.systemUTC()));
  }

  /** Tells the coordinator what files hold. */
  public static MapElements<InputFile, CoordinatorEntry> files() {
    return tell(entry -> CoordinatorEntry.newBuilder().setLedger(entry).build());
  }

  /** Tells the coordinator of rejections. */
  public static MapElements<Rejection, CoordinatorEntry> rejections() {
    return tell(
        rejection -> CoordinatorEntry.newBuilder().setLedger(Ledger.rejected(rejection)).build());
  }

  /**
   * Tells the coordinator of stories; one that is there no more is told of by what took its place.
   */
  public static ParDo.SingleOutput<Change<Fold.Folded>, CoordinatorEntry> stories() {
    return ParDo.of(new StoryFn());
  }

  private static <T> MapElements<T, CoordinatorEntry> tell(
      SerializableFunction<T, CoordinatorEntry> entry) {
    return MapElements.into(TypeDescriptor.of(CoordinatorEntry.class)).via(entry);
  }

  @Override
  public PCollectionTuple expand(PCollection<CoordinatorEntry> entries) {
    return entries
        .apply(
            "OneKey",
            WithKeys.<String, CoordinatorEntry>of("").withKeyType(TypeDescriptors.strings()))
        .setCoder(Coders.keyed(CoordinatorEntry.class))
        .apply("Rounds", grouping.group(RecordCoder.of(CoordinatorEntry.class)))
        .apply(
            "Coordinate",
            ParDo.of(coordinator)
                .withOutputTags(
                    PLACES,
                    TupleTagList.of(STORIES)
                        .and(COPIES)
                        .and(AGGREGATES)
                        .and(LATE)
                        .and(LEDGER)
                        .and(DRIFT)
                        .and(PROGRESS)));
  }

  private static final class StoryFn extends DoFn<Change<Fold.Folded>, CoordinatorEntry> {
    @ProcessElement
    public void process(@Element Change<Fold.Folded> story, OutputReceiver<CoordinatorEntry> out) {
      if (story.kind() != Change.Kind.REMOVED) {
        out.output(
            CoordinatorEntry.newBuilder()
                .setStory(story.value().story())
                .setCopies(story.value().copies())
                .setForgotten(story.kind() == Change.Kind.FORGOTTEN)
                .build());
      }
    }
  }
}
