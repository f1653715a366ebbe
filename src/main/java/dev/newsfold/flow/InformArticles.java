package dev.newsfold.flow;

import dev.newsfold.dedupe.Facts;
import dev.newsfold.dedupe.FoldMember;
import dev.newsfold.dedupe.Observation;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.Keys;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionView;
import org.jspecify.annotations.Nullable;

/**
 * Learns from all articles what no single one tells, which endings of headlines are names of sites,
 * which headlines name a column, which bodies are furniture, and tells each article what of it
 * concerns it ({@link Facts}). So the steps that follow need nothing but the articles they compare.
 *
 * <p>What is learnt is small: a handful for a site, and one for each column. In a batch it is a
 * side input; in rounds it goes to every shard of the articles ({@link InformInRounds}).
 */
final class InformArticles
    extends PTransform<PCollection<Change<FoldMember>>, PCollection<Change<FoldMember>>> {
  /** Shards of a stream's articles, each of which knows all that was learnt. */
  private static final int SHARDS = 64;

  private static final StringUtf8Coder STRING = StringUtf8Coder.of();
  private static final FoldMemberCoder MEMBER = new FoldMemberCoder();
  private static final ObservationCoder OBSERVATION = new ObservationCoder();

  private final Grouping grouping;

  private InformArticles(Grouping grouping) {
    this.grouping = grouping;
  }

  static InformArticles with(Grouping grouping) {
    return new InformArticles(grouping);
  }

  @Override
  public PCollection<Change<FoldMember>> expand(PCollection<Change<FoldMember>> members) {
    PCollection<KV<String, Change<Observation>>> observed =
        members
            .apply("Observe", ParDo.of(new ObserveFn()))
            .setCoder(KvCoder.of(STRING, ChangeCoder.of(OBSERVATION)));
    PCollection<Change<FoldMember>> informed =
        grouping.isInRounds() ? inRounds(members, observed) : atOnce(members, observed);
    return informed.setCoder(ChangeCoder.of(MEMBER));
  }

  private PCollection<Change<FoldMember>> atOnce(
      PCollection<Change<FoldMember>> members,
      PCollection<KV<String, Change<Observation>>> observed) {
    PCollectionView<List<String>> facts =
        observed
            .apply("Seen", ParDo.of(new SeenFn()))
            .setCoder(KvCoder.of(STRING, OBSERVATION))
            .apply("AddUp", grouping.merge(OBSERVATION, Observation::plus))
            .apply("Remarkable", Filter.by(seen -> seen.getValue().remarkable()))
            .apply("About", Keys.create())
            .apply("Facts", View.asList());
    return members.apply("Inform", ParDo.of(new InformFn(facts)).withSideInputs(facts));
  }

  private PCollection<Change<FoldMember>> inRounds(
      PCollection<Change<FoldMember>> members,
      PCollection<KV<String, Change<Observation>>> observed) {
    LearntCoder coder = new LearntCoder();
    KvCoder<String, Change<Learnt>> keyed = KvCoder.of(STRING, ChangeCoder.of(coder));
    PCollection<KV<String, Change<Learnt>>> facts =
        observed
            .apply("Observations", grouping.group(ChangeCoder.of(OBSERVATION)))
            .apply("Count", ParDo.of(new CountObservations()))
            .setCoder(ChangeCoder.of(STRING))
            .apply("ToAllShards", ParDo.of(new BroadcastFn()))
            .setCoder(keyed);
    return PCollectionList.of(facts)
        .and(members.apply("ToShard", ParDo.of(new ShardFn())).setCoder(keyed))
        .apply("FactsAndArticles", Flatten.pCollections())
        .apply("Shards", grouping.group(ChangeCoder.of(coder)))
        .apply("Inform", ParDo.of(new InformInRounds()));
  }

  private static final class ObserveFn
      extends DoFn<Change<FoldMember>, KV<String, Change<Observation>>> {
    @ProcessElement
    public void process(
        @Element Change<FoldMember> member, OutputReceiver<KV<String, Change<Observation>>> out) {
      for (Observation seen : Observation.of(member.value())) {
        out.output(KV.of(seen.about(), member.of(seen)));
      }
    }
  }

  private static final class SeenFn
      extends DoFn<KV<String, Change<Observation>>, KV<String, Observation>> {
    @ProcessElement
    public void process(
        @Element KV<String, Change<Observation>> seen,
        OutputReceiver<KV<String, Observation>> out) {
      out.output(KV.of(seen.getKey(), seen.getValue().value()));
    }
  }

  /** Informs articles by a side input, made up once and then kept. */
  private static final class InformFn extends DoFn<Change<FoldMember>, Change<FoldMember>> {
    private final PCollectionView<List<String>> view;
    private transient @Nullable Facts facts;

    private InformFn(PCollectionView<List<String>> view) {
      this.view = view;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      Facts known = facts;
      if (known == null) {
        known = Facts.of(context.sideInput(view));
        facts = known;
      }
      FoldMember member = context.element().value();
      List<String> concerning = known.concerning(member).facts();
      context.output(context.element().of(member.knowing(concerning)));
    }
  }

  private static final class BroadcastFn extends DoFn<Change<String>, KV<String, Change<Learnt>>> {
    @ProcessElement
    public void process(
        @Element Change<String> fact, OutputReceiver<KV<String, Change<Learnt>>> out) {
      for (int shard = 0; shard < SHARDS; shard++) {
        out.output(KV.of(Integer.toString(shard), fact.of(Learnt.fact(fact.value()))));
      }
    }
  }

  private static final class ShardFn extends DoFn<Change<FoldMember>, KV<String, Change<Learnt>>> {
    @ProcessElement
    public void process(
        @Element Change<FoldMember> member, OutputReceiver<KV<String, Change<Learnt>>> out) {
      int shard = Math.floorMod(member.value().id().hashCode(), SHARDS);
      out.output(KV.of(Integer.toString(shard), member.of(Learnt.of(member.value()))));
    }
  }
}
