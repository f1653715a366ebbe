package dev.newsfold.flow;

import dev.newsfold.aggregate.BareCaptures;
import dev.newsfold.aggregate.Firing;
import dev.newsfold.aggregate.Lateness;
import dev.newsfold.aggregate.Ledger;
import dev.newsfold.aggregate.LiveFold;
import dev.newsfold.aggregate.LiveTables;
import dev.newsfold.aggregate.PublishCalendar;
import dev.newsfold.aggregate.WriteBackMap;
import dev.newsfold.records.Article;
import dev.newsfold.records.Copy;
import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.DeskEntry;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Late;
import dev.newsfold.records.LedgerRow;
import dev.newsfold.records.Placement;
import dev.newsfold.records.Pulse;
import dev.newsfold.records.RecaptureGroup;
import dev.newsfold.records.Rejection;
import dev.newsfold.records.Remembered;
import dev.newsfold.records.Story;
import dev.newsfold.records.WindowTally;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
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
 * The desk of a stream: hears of every capture and every file, and says at each firing what has
 * changed ({@link LiveFold}).
 *
 * <p>There is one desk, whatever the parallelism. Stories are connected components, which need one
 * owner; and folding an article costs microseconds where reading and parsing its page cost
 * milliseconds, so one desk keeps up with hundreds of parsers. No body comes to it.
 *
 * <p>All is in the global window, whose end never comes, so a runner has nothing to drop as late;
 * which articles are late is decided by {@link Lateness} alone.
 *
 * <p>The tables live in the runner's state, and beside it in memory, where the fold needs them.
 * Both are stamped with the number of calls so far: memory that is of another time, after a
 * failure, is made anew from the state.
 */
public final class FoldLive extends PTransform<PCollection<DeskEntry>, PCollectionTuple> {
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

  /** The sums after each firing that had something to say. */
  public static final TupleTag<Pulse> PULSES = new TupleTag<>("pulses") {};

  private final DeskFn desk;

  private FoldLive(DeskFn desk) {
    this.desk = desk;
  }

  /**
   * Folds and counts.
   *
   * @param every how long between two firings
   * @param retention see {@link LiveFold#resume}
   */
  public static FoldLive with(
      PublishCalendar calendar, Lateness lateness, Duration every, Duration retention) {
    return new FoldLive(new DeskFn(calendar, lateness, every, retention));
  }

  /** Tells the desk of captures that could be parsed, all but their text. */
  public static MapElements<Article, DeskEntry> captures() {
    return tell(article -> DeskEntry.newBuilder().setCapture(BareCaptures.of(article)).build());
  }

  /** Tells the desk what files hold. */
  public static MapElements<InputFile, DeskEntry> files() {
    return tell(entry -> DeskEntry.newBuilder().setLedger(entry).build());
  }

  /** Tells the desk of rejections. */
  public static MapElements<Rejection, DeskEntry> rejections() {
    return tell(rejection -> DeskEntry.newBuilder().setLedger(Ledger.rejected(rejection)).build());
  }

  private static <T> MapElements<T, DeskEntry> tell(SerializableFunction<T, DeskEntry> entry) {
    return MapElements.into(TypeDescriptor.of(DeskEntry.class)).via(entry);
  }

  @Override
  public PCollectionTuple expand(PCollection<DeskEntry> entries) {
    return entries
        .apply("OneKey", WithKeys.<String, DeskEntry>of("").withKeyType(TypeDescriptors.strings()))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), AvroCoder.specific(DeskEntry.class)))
        .apply(
            "Desk",
            ParDo.of(desk)
                .withOutputTags(
                    PLACES,
                    TupleTagList.of(STORIES)
                        .and(COPIES)
                        .and(AGGREGATES)
                        .and(LATE)
                        .and(LEDGER)
                        .and(PULSES)));
  }

  private static final class DeskFn extends DoFn<KV<String, DeskEntry>, Placement> {
    private static final StringUtf8Coder STRING = StringUtf8Coder.of();
    private static final Coder<Long> LONG = VarLongCoder.of();

    @StateId("members")
    private final StateSpec<MapState<String, Remembered>> membersSpec =
        StateSpecs.map(STRING, AvroCoder.specific(Remembered.class));

    @StateId("stories")
    private final StateSpec<MapState<String, Long>> storiesSpec = StateSpecs.map(STRING, LONG);

    @StateId("copies")
    private final StateSpec<MapState<String, Copy>> copiesSpec =
        StateSpecs.map(STRING, AvroCoder.specific(Copy.class));

    @StateId("windows")
    private final StateSpec<MapState<String, Long>> windowsSpec = StateSpecs.map(STRING, LONG);

    @StateId("rows")
    private final StateSpec<MapState<String, Long>> rowsSpec = StateSpecs.map(STRING, LONG);

    @StateId("settled")
    private final StateSpec<MapState<String, WindowTally>> settledSpec =
        StateSpecs.map(STRING, AvroCoder.specific(WindowTally.class));

    @StateId("ledger")
    private final StateSpec<MapState<String, LedgerRow>> ledgerSpec =
        StateSpecs.map(STRING, AvroCoder.specific(LedgerRow.class));

    @StateId("pulse")
    private final StateSpec<ValueState<Pulse>> pulseSpec =
        StateSpecs.value(AvroCoder.specific(Pulse.class));

    @StateId("calls")
    private final StateSpec<ValueState<Long>> callsSpec = StateSpecs.value(LONG);

    @TimerId("fire")
    private final TimerSpec fireSpec = TimerSpecs.timer(TimeDomain.PROCESSING_TIME);

    private final PublishCalendar calendar;
    private final Lateness lateness;
    private final Duration every;
    private final Duration retention;

    private final DeskGauges gauges = new DeskGauges();

    private transient @Nullable LiveFold memory;
    private transient long callsOfMemory;
    private transient java.time.@Nullable Instant firedAt;

    private DeskFn(
        PublishCalendar calendar, Lateness lateness, Duration every, Duration retention) {
      this.calendar = calendar;
      this.lateness = lateness;
      this.every = every;
      this.retention = retention;
    }

    @ProcessElement
    public void process(
        @Element KV<String, DeskEntry> element,
        @StateId("members") MapState<String, Remembered> members,
        @StateId("stories") MapState<String, Long> stories,
        @StateId("copies") MapState<String, Copy> copies,
        @StateId("windows") MapState<String, Long> windows,
        @StateId("rows") MapState<String, Long> rows,
        @StateId("settled") MapState<String, WindowTally> settled,
        @StateId("ledger") MapState<String, LedgerRow> ledger,
        @StateId("pulse") ValueState<Pulse> pulse,
        @StateId("calls") ValueState<Long> calls,
        @TimerId("fire") Timer fire) {
      if (calls.read() == null) {
        arm(fire);
      }
      States states =
          new States(members, stories, copies, windows, rows, settled, ledger, pulse, calls);
      LiveFold desk = recall(states);
      DeskEntry entry = element.getValue();
      gauges.heard(entry, Times.toJava(fire.getCurrentRelativeTime()));
      RecaptureGroup capture = entry.getCapture();
      InputFile file = entry.getLedger();
      if (capture != null) {
        desk.capture(capture);
      }
      if (file != null) {
        desk.ledger(file);
      }
      save(desk, states);
    }

    @OnTimer("fire")
    public void fire(
        @StateId("members") MapState<String, Remembered> members,
        @StateId("stories") MapState<String, Long> stories,
        @StateId("copies") MapState<String, Copy> copies,
        @StateId("windows") MapState<String, Long> windows,
        @StateId("rows") MapState<String, Long> rows,
        @StateId("settled") MapState<String, WindowTally> settled,
        @StateId("ledger") MapState<String, LedgerRow> ledger,
        @StateId("pulse") ValueState<Pulse> pulse,
        @StateId("calls") ValueState<Long> calls,
        @TimerId("fire") Timer fire,
        MultiOutputReceiver out) {
      States states =
          new States(members, stories, copies, windows, rows, settled, ledger, pulse, calls);
      LiveFold desk = recall(states);
      Instant now = Times.toJava(fire.getCurrentRelativeTime());
      Optional<Firing> firing = desk.fire(now, elapsed(now));
      firedAt = now;
      gauges.fired(now, Times.toJava(fire.getCurrentRelativeTime()), desk);
      firing.ifPresent(said -> say(said, out));
      save(desk, states);
      arm(fire);
    }

    /** Time in which the stream was down is no time that it ran. */
    private long elapsed(Instant now) {
      Instant before = firedAt;
      return before == null
          ? every.toMillis()
          : Math.max(0, Duration.between(before, now).toMillis());
    }

    private void arm(Timer fire) {
      // Without an output timestamp of its own the first timer's would hold back the watermark.
      fire.withOutputTimestamp(fire.getCurrentRelativeTime())
          .offset(org.joda.time.Duration.millis(every.toMillis()))
          .setRelative();
    }

    private static void say(Firing said, MultiOutputReceiver out) {
      said.placements().forEach(out.get(PLACES)::output);
      said.stories().forEach(out.get(STORIES)::output);
      said.copies().forEach(out.get(COPIES)::output);
      said.aggregates().forEach(out.get(AGGREGATES)::output);
      said.late().forEach(out.get(LATE)::output);
      said.ledger().forEach(out.get(LEDGER)::output);
      out.get(PULSES).output(said.pulse());
      said.stories().forEach(story -> Counters.count(Metric.STORIES));
      said.late().forEach(late -> Counters.count(Metric.LATE));
    }

    private LiveFold recall(States states) {
      Long calls = states.calls.read();
      LiveFold known = memory;
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
      Pulse last = states.pulse.read();
      LiveFold made =
          LiveFold.resume(
              calendar, lateness, retention, tables, last == null ? LiveFold.first() : last);
      callsOfMemory = calls == null ? 0 : calls;
      memory = made;
      return made;
    }

    private void save(LiveFold desk, States states) {
      LiveTables tables = desk.tables();
      save(tables.members(), states.members);
      save(tables.stories(), states.stories);
      save(tables.copies(), states.copies);
      save(tables.windows(), states.windows);
      save(tables.rows(), states.rows);
      save(tables.settled(), states.settled);
      save(tables.ledger(), states.ledger);
      states.pulse.write(desk.pulse());
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
      ValueState<Pulse> pulse,
      ValueState<Long> calls) {}
}
