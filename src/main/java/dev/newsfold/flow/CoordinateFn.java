package dev.newsfold.flow;

import dev.newsfold.aggregate.Lateness;
import dev.newsfold.aggregate.PublishCalendar;
import dev.newsfold.aggregate.StoryCoordinator;
import dev.newsfold.aggregate.StreamUpdate;
import dev.newsfold.dedupe.Fold;
import dev.newsfold.records.CoordinatorEntry;
import dev.newsfold.records.Copy;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.LedgerRow;
import dev.newsfold.records.Placement;
import dev.newsfold.records.Remembered;
import dev.newsfold.records.SiteWeeks;
import dev.newsfold.records.Story;
import dev.newsfold.records.StreamProgress;
import dev.newsfold.records.WindowTally;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/**
 * The coordinator's one task: tells {@link StoryCoordinator} what a round brings, and keeps its
 * tables.
 *
 * <p>The tables live in the runner's state, and beside it in memory, where they are looked up. Both
 * are stamped with the number of calls so far: memory that is of another time, after a failure, is
 * made anew from the state.
 */
final class CoordinateFn
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

  CoordinateFn(
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
      arm(fire, at);
    }
    CoordinatorState states =
        new CoordinatorState(
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
    CoordinatorState states =
        new CoordinatorState(
            members, stories, copies, windows, rows, settled, ledger, drift, progress, calls);
    StoryCoordinator coordinator = recall(states);
    Instant now = Times.toJava(fire.getCurrentRelativeTime());
    fire(coordinator, now, now, out);
    save(coordinator, states);
    arm(fire, at);
  }

  private void arm(Timer fire, org.joda.time.Instant at) {
    fire.withOutputTimestamp(Times.ofTimer(fire, at))
        .offset(org.joda.time.Duration.millis(every.toMillis()))
        .setRelative();
  }

  private static void say(StreamUpdate said, MultiOutputReceiver out) {
    said.placements().forEach(out.get(CoordinateStories.PLACES)::output);
    said.stories().forEach(out.get(CoordinateStories.STORIES)::output);
    said.copies().forEach(out.get(CoordinateStories.COPIES)::output);
    said.aggregates().forEach(out.get(CoordinateStories.AGGREGATES)::output);
    said.late().forEach(out.get(CoordinateStories.LATE)::output);
    said.ledger().forEach(out.get(CoordinateStories.LEDGER)::output);
    said.drift().forEach(out.get(CoordinateStories.DRIFT)::output);
    out.get(CoordinateStories.PROGRESS).output(said.progress());
    said.stories().forEach(story -> Counters.count(Metric.STORIES));
    said.late().forEach(late -> Counters.count(Metric.LATE));
  }

  private StoryCoordinator recall(CoordinatorState states) {
    Long calls = states.calls().read();
    StoryCoordinator known = memory;
    if (known != null && calls != null && calls == callsOfMemory) {
      return known;
    }
    StreamProgress last = states.progress().read();
    StoryCoordinator made =
        StoryCoordinator.resume(
            calendar,
            lateness,
            retention,
            states.read(),
            last == null ? StoryCoordinator.first() : last);
    callsOfMemory = calls == null ? 0 : calls;
    memory = made;
    return made;
  }

  private void save(StoryCoordinator coordinator, CoordinatorState states) {
    callsOfMemory++;
    states.save(coordinator.tables(), coordinator.progress(), callsOfMemory);
  }
}
