package dev.newsfold.flow;

import dev.newsfold.aggregate.BareCaptures;
import dev.newsfold.aggregate.LiveRecaptures;
import dev.newsfold.dedupe.FoldMember;
import dev.newsfold.records.Article;
import dev.newsfold.records.CoordinatorEntry;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.RecaptureGroup;
import dev.newsfold.records.Remembered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Collapses the captures of a stream into articles, round by round, each article by itself ({@link
 * LiveRecaptures}), and tells how the articles change. Their texts go another way: what comes in
 * here is without.
 *
 * <p>An article is forgotten when no capture of it has come for the retention.
 */
public final class FollowRecaptures extends PTransform<PCollection<Article>, PCollectionTuple> {
  /** Articles for the fold, as they come, change and are forgotten. */
  public static final TupleTag<Change<FoldMember>> MEMBERS = new TupleTag<>("members") {};

  /** What the coordinator has to know of them. */
  public static final TupleTag<CoordinatorEntry> ENTRIES = new TupleTag<>("entries") {};

  private final Grouping grouping;
  private final Duration retention;

  private FollowRecaptures(Grouping grouping, Duration retention) {
    this.grouping = grouping;
    this.retention = retention;
  }

  /**
   * Follows captures.
   *
   * @param grouping in rounds
   */
  public static FollowRecaptures with(Grouping grouping, Duration retention) {
    return new FollowRecaptures(grouping, retention);
  }

  @Override
  public PCollectionTuple expand(PCollection<Article> sketched) {
    PCollectionTuple followed =
        sketched
            .apply(
                "Bare",
                MapElements.into(
                        TypeDescriptors.kvs(
                            TypeDescriptors.strings(), TypeDescriptor.of(RecaptureGroup.class)))
                    .via(article -> KV.of(article.getId(), BareCaptures.of(article))))
            .setCoder(Coders.keyed(RecaptureGroup.class))
            .apply("ByArticle", grouping.group(RecordCoder.of(RecaptureGroup.class)))
            .apply(
                "Follow",
                ParDo.of(new FollowFn(retention))
                    .withOutputTags(MEMBERS, TupleTagList.of(ENTRIES)));
    followed.get(MEMBERS).setCoder(FoldStories.MEMBERS);
    return followed;
  }

  private static final class FollowFn
      extends DoFn<KV<String, Iterable<KV<String, RecaptureGroup>>>, Change<FoldMember>> {
    @StateId("known")
    private final StateSpec<ValueState<Remembered>> knownSpec =
        StateSpecs.value(RecordCoder.of(Remembered.class));

    @TimerId("forget")
    private final TimerSpec forgetSpec = TimerSpecs.timer(TimeDomain.EVENT_TIME);

    private final Duration retention;

    private FollowFn(Duration retention) {
      this.retention = retention;
    }

    @ProcessElement
    public void process(
        @Element KV<String, Iterable<KV<String, RecaptureGroup>>> round,
        @Timestamp org.joda.time.Instant at,
        @StateId("known") ValueState<Remembered> known,
        @TimerId("forget") Timer forget,
        MultiOutputReceiver out) {
      List<RecaptureGroup> captures = new ArrayList<>();
      round.getValue().forEach(capture -> captures.add(capture.getValue()));
      Remembered before = known.read();
      LiveRecaptures taken = LiveRecaptures.of(before, captures);
      taken.ledger().forEach(entry -> out.get(ENTRIES).output(entry(entry)));
      Remembered now = taken.now();
      CoordinatorEntry.Builder entry =
          CoordinatorEntry.newBuilder().setHeard(captures.size()).setFirst(before == null);
      if (taken.isNews()) {
        entry.setArticle(LiveRecaptures.withoutSketch(now));
      }
      out.get(ENTRIES).output(entry.build());
      FoldMember is = FoldMember.of(now.getGroup().getLatest());
      FoldMember was = before == null ? null : FoldMember.of(before.getGroup().getLatest());
      if (!is.equals(was)) {
        if (was != null) {
          out.get(MEMBERS).output(Change.removed(was));
        }
        out.get(MEMBERS).output(Change.added(is));
      }
      known.write(now);
      forget.set(at.plus(org.joda.time.Duration.millis(retention.toMillis())));
    }

    private static CoordinatorEntry entry(InputFile ledger) {
      return CoordinatorEntry.newBuilder().setLedger(ledger).build();
    }

    @OnTimer("forget")
    public void forget(@StateId("known") ValueState<Remembered> known, MultiOutputReceiver out) {
      Remembered gone = known.read();
      if (gone != null) {
        out.get(MEMBERS).output(Change.forgotten(FoldMember.of(gone.getGroup().getLatest())));
        known.clear();
      }
    }
  }
}
