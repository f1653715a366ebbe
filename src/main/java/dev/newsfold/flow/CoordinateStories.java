package dev.newsfold.flow;

import dev.newsfold.aggregate.Lateness;
import dev.newsfold.aggregate.Ledger;
import dev.newsfold.aggregate.LiveTables;
import dev.newsfold.aggregate.PublishCalendar;
import dev.newsfold.aggregate.StoryCoordinator;
import dev.newsfold.aggregate.StreamUpdate;
import dev.newsfold.aggregate.WriteBackMap;
import dev.newsfold.dedupe.Fold;
import dev.newsfold.records.CoordinatorEntry;
import dev.newsfold.records.Copy;
import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.Drift;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Late;
import dev.newsfold.records.LedgerRow;
import dev.newsfold.records.Placement;
import dev.newsfold.records.Rejection;
import dev.newsfold.records.Remembered;
import dev.newsfold.records.SiteWeeks;
import dev.newsfold.records.Story;
import dev.newsfold.records.StreamProgress;
import dev.newsfold.records.WindowTally;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.state.MapState;
import org.apache.beam.sdk.state.StateSpec;
import org.apache.beam.sdk.state.StateSpecs;
import org.apache.beam.sdk.state.TimeDomain;
import org.apache.beam.sdk.state.Timer;
import org.apache.beam.sdk.state.TimerSpec;
import org.apache.beam.sdk.state.TimerSpecs;
import org.apache.beam.sdk.state.ValueState;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.jspecify.annotations.Nullable;

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
 *
 * <p>The tables live in the runner's state, and beside it in memory, where they are looked up. Both
 * are stamped with the number of calls so far: memory that is of another time, after a failure, is
 * made anew from the state.
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

  private static final class CoordinateFn
      extends DoFn<KV<String, Iterable<KV<String, CoordinatorEntry>>>, Placement> {
    private static final StringUtf8Coder STRING = StringUtf8Coder.of();
    private static final Coder<Long> LONG = VarLongCoder.of();

    @StateId("members")
    private final StateSpec<MapState<String, Remembered>> membersSpec =
        StateSpecs.map(STRING, RecordCoder.of(Remembered.class));

    @StateId("stories")
    private final StateSpec<MapState<String, Long>> storiesSpec = StateSpecs.map(STRING, LONG);

    @StateId("copies")
    private final StateSpec<MapState<String, Copy>> copiesSpec =
        StateSpecs.map(STRING, RecordCoder.of(Copy.class));

    @StateId("windows")
    private final StateSpec<MapState<String, Long>> windowsSpec = StateSpecs.map(STRING, LONG);

    @StateId("rows")
    private final StateSpec<MapState<String, Long>> rowsSpec = StateSpecs.map(STRING, LONG);

    @StateId("settled")
    private final StateSpec<MapState<String, WindowTally>> settledSpec =
        StateSpecs.map(STRING, RecordCoder.of(WindowTally.class));

    @StateId("ledger")
    private final StateSpec<MapState<String, LedgerRow>> ledgerSpec =
        StateSpecs.map(STRING, RecordCoder.of(LedgerRow.class));

    @StateId("drift")
    private final StateSpec<MapState<String, SiteWeeks>> driftSpec =
        StateSpecs.map(STRING, RecordCoder.of(SiteWeeks.class));

    @StateId("progress")
    private final StateSpec<ValueState<StreamProgress>> progressSpec =
        StateSpecs.value(RecordCoder.of(StreamProgress.class));

    @StateId("calls")
    private final StateSpec<ValueState<Long>> callsSpec = StateSpecs.value(LONG);

    @TimerId("fire")
    private final TimerSpec fireSpec = TimerSpecs.timer(TimeDomain.PROCESSING_TIME);

    private final PublishCalendar calendar;
    private final Lateness lateness;
    private final Duration every;
    private final Duration retention;
    private final Clock clock;

    private final CoordinatorGauges gauges = new CoordinatorGauges();

    private transient @Nullable StoryCoordinator memory;
    private transient long callsOfMemory;

    private CoordinateFn(
        PublishCalendar calendar,
        Lateness lateness,
        Duration every,
        Duration retention,
        Clock clock) {
      this.calendar = calendar;
      this.lateness = lateness;
      this.every = every;
      this.retention = retention;
      this.clock = clock;
    }

    @ProcessElement
    public void process(
        @Element KV<String, Iterable<KV<String, CoordinatorEntry>>> round,
        @Timestamp org.joda.time.Instant at,
        @StateId("members") MapState<String, Remembered> members,
        @StateId("stories") MapState<String, Long> stories,
        @StateId("copies") MapState<String, Copy> copies,
        @StateId("windows") MapState<String, Long> windows,
        @StateId("rows") MapState<String, Long> rows,
        @StateId("settled") MapState<String, WindowTally> settled,
        @StateId("ledger") MapState<String, LedgerRow> ledger,
        @StateId("drift") MapState<String, SiteWeeks> drift,
        @StateId("progress") ValueState<StreamProgress> progress,
        @StateId("calls") ValueState<Long> calls,
        @TimerId("fire") Timer fire,
        MultiOutputReceiver out) {
      if (calls.read() == null) {
        arm(fire);
      }
      States states =
          new States(
              members, stories, copies, windows, rows, settled, ledger, drift, progress, calls);
      StoryCoordinator coordinator = recall(states);
      Instant started = clock.instant();
      for (KV<String, CoordinatorEntry> entry : round.getValue()) {
        take(entry.getValue(), coordinator);
      }
      fire(coordinator, started, Times.toJava(at), out);
      save(coordinator, states);
    }

    private void take(CoordinatorEntry entry, StoryCoordinator coordinator) {
      gauges.heard(entry, clock.instant());
      Remembered article = entry.getArticle();
      InputFile file = entry.getLedger();
      Story story = entry.getStory();
      coordinator.heard(entry.getHeard());
      if (article != null) {
        coordinator.article(article, entry.getFirst());
      }
      if (file != null) {
        coordinator.ledger(file);
      }
      if (story != null && entry.getForgotten()) {
        coordinator.forget(story);
      } else if (story != null) {
        coordinator.story(new Fold.Folded(story, entry.getCopies()));
      }
    }

    private void fire(
        StoryCoordinator coordinator, Instant started, Instant now, MultiOutputReceiver out) {
      Optional<StreamUpdate> firing = coordinator.fire(now);
      gauges.fired(started, clock.instant(), coordinator);
      firing.ifPresent(said -> say(said, out));
    }

    /** Where no captures come, windows close all the same; and a stream that resumes says so. */
    @OnTimer("fire")
    public void fire(
        @StateId("members") MapState<String, Remembered> members,
        @StateId("stories") MapState<String, Long> stories,
        @StateId("copies") MapState<String, Copy> copies,
        @StateId("windows") MapState<String, Long> windows,
        @StateId("rows") MapState<String, Long> rows,
        @StateId("settled") MapState<String, WindowTally> settled,
        @StateId("ledger") MapState<String, LedgerRow> ledger,
        @StateId("drift") MapState<String, SiteWeeks> drift,
        @StateId("progress") ValueState<StreamProgress> progress,
        @StateId("calls") ValueState<Long> calls,
        @TimerId("fire") Timer fire,
        MultiOutputReceiver out) {
      States states =
          new States(
              members, stories, copies, windows, rows, settled, ledger, drift, progress, calls);
      StoryCoordinator coordinator = recall(states);
      Instant now = Times.toJava(fire.getCurrentRelativeTime());
      fire(coordinator, now, now, out);
      save(coordinator, states);
      arm(fire);
    }

    private void arm(Timer fire) {
      // Without an output timestamp of its own the first timer's would hold back the watermark.
      fire.withOutputTimestamp(fire.getCurrentRelativeTime())
          .offset(org.joda.time.Duration.millis(every.toMillis()))
          .setRelative();
    }

    private static void say(StreamUpdate said, MultiOutputReceiver out) {
      said.placements().forEach(out.get(PLACES)::output);
      said.stories().forEach(out.get(STORIES)::output);
      said.copies().forEach(out.get(COPIES)::output);
      said.aggregates().forEach(out.get(AGGREGATES)::output);
      said.late().forEach(out.get(LATE)::output);
      said.ledger().forEach(out.get(LEDGER)::output);
      said.drift().forEach(out.get(DRIFT)::output);
      out.get(PROGRESS).output(said.progress());
      said.stories().forEach(story -> Counters.count(Metric.STORIES));
      said.late().forEach(late -> Counters.count(Metric.LATE));
    }

    private StoryCoordinator recall(States states) {
      Long calls = states.calls.read();
      StoryCoordinator known = memory;
      if (known != null && calls != null && calls == callsOfMemory) {
        return known;
      }
      LiveTables tables = LiveTables.empty();
      load(states.members, tables.members());
      load(states.stories, tables.stories());
      load(states.copies, tables.copies());
      load(states.windows, tables.windows());
      load(states.rows, tables.rows());
      load(states.settled, tables.settled());
      load(states.ledger, tables.ledger());
      load(states.drift, tables.drift());
      StreamProgress last = states.progress.read();
      StoryCoordinator made =
          StoryCoordinator.resume(
              calendar,
              lateness,
              retention,
              tables,
              last == null ? StoryCoordinator.first() : last);
      callsOfMemory = calls == null ? 0 : calls;
      memory = made;
      return made;
    }

    private void save(StoryCoordinator coordinator, States states) {
      LiveTables tables = coordinator.tables();
      save(tables.members(), states.members);
      save(tables.stories(), states.stories);
      save(tables.copies(), states.copies);
      save(tables.windows(), states.windows);
      save(tables.rows(), states.rows);
      save(tables.settled(), states.settled);
      save(tables.ledger(), states.ledger);
      save(tables.drift(), states.drift);
      states.progress.write(coordinator.progress());
      callsOfMemory++;
      states.calls.write(callsOfMemory);
    }

    private static <V> void load(MapState<String, V> state, WriteBackMap<V> table) {
      for (Map.Entry<String, V> row : state.entries().read()) {
        table.load(row.getKey(), row.getValue());
      }
    }

    private static <V> void save(WriteBackMap<V> table, MapState<String, V> state) {
      table.save(
          (key, value) -> {
            if (value == null) {
              state.remove(key);
            } else {
              state.put(key, value);
            }
          });
    }
  }

  private record States(
      MapState<String, Remembered> members,
      MapState<String, Long> stories,
      MapState<String, Copy> copies,
      MapState<String, Long> windows,
      MapState<String, Long> rows,
      MapState<String, WindowTally> settled,
      MapState<String, LedgerRow> ledger,
      MapState<String, SiteWeeks> drift,
      ValueState<StreamProgress> progress,
      ValueState<Long> calls) {}
}
