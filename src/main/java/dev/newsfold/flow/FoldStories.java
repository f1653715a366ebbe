package dev.newsfold.flow;

import dev.newsfold.dedupe.CorpusStatistics;
import dev.newsfold.dedupe.Edge;
import dev.newsfold.dedupe.Fold;
import dev.newsfold.dedupe.FoldMember;
import dev.newsfold.dedupe.NodeKey;
import dev.newsfold.dedupe.Pair;
import dev.newsfold.dedupe.Verified;
import dev.newsfold.records.Article;
import dev.newsfold.records.Copy;
import dev.newsfold.records.Story;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Folds articles into stories: names the pairs worth a comparison, compares them, finds which
 * articles are connected by those that verify, and lets {@link Fold} make stories of each connected
 * component. The result is that of {@link Fold#all}; it depends on the set of articles alone, not
 * on their order or on parallelism.
 *
 * <p>What travels gets less step by step: bodies stay behind, sketches go only to those they are
 * compared with, and only ids go through the one task that labels components. Most memory is taken
 * by the largest component, at some two kilobytes an article.
 */
public final class FoldStories extends PTransform<PCollection<Article>, PCollectionTuple> {
  /** The stories, those of a single article included. */
  public static final TupleTag<Story> STORIES = new TupleTag<>("stories") {};

  /** For every member of a story but the canonical, whom it most likely copied. */
  public static final TupleTag<Copy> COPIES = new TupleTag<>("copies") {};

  private static final TupleTag<KV<String, Verified>> CONNECTED = new TupleTag<>("connected") {};
  private static final TupleTag<Verified> ALONE = new TupleTag<>("alone") {};
  private static final TupleTag<KV<String, Verified>> MEMBER = new TupleTag<>("member") {};
  private static final TupleTag<KV<String, String>> COMPONENT = new TupleTag<>("component") {};
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();
  private static final FoldMemberCoder MEMBER_CODER = new FoldMemberCoder();
  private static final VerifiedCoder VERIFIED = new VerifiedCoder();
  private static final KvCoder<String, Verified> KEYED_VERIFIED = KvCoder.of(STRING, VERIFIED);

  private final Grouping grouping;

  private FoldStories(Grouping grouping) {
    this.grouping = grouping;
  }

  /** The transform. */
  public static FoldStories with(Grouping grouping) {
    return new FoldStories(grouping);
  }

  @Override
  public PCollectionTuple expand(PCollection<Article> articles) {
    PCollection<FoldMember> members =
        articles
            .apply(
                "Members",
                MapElements.into(TypeDescriptor.of(FoldMember.class)).via(FoldMember::of))
            .setCoder(MEMBER_CODER);
    PCollectionView<List<String>> statistics =
        members.apply("LearnStatistics", LearnStatistics.with(grouping));
    PCollection<Pair> pairs =
        members.apply("PairCandidates", PairCandidates.with(grouping, statistics));
    PCollectionTuple verified =
        members.apply("VerifyPairs", VerifyPairs.of(pairs, statistics, grouping));
    PCollectionTuple parted = byComponent(verified.get(VerifyPairs.COMPARED));
    PCollectionTuple together =
        parted
            .get(CONNECTED)
            .setCoder(KEYED_VERIFIED)
            .apply("Components", grouping.group(VERIFIED))
            .apply(
                "Assemble",
                ParDo.of(new AssembleFn(grouping, statistics))
                    .withSideInputs(statistics)
                    .withOutputTags(STORIES, TupleTagList.of(COPIES)));
    PCollection<Story> alone =
        PCollectionList.of(verified.get(VerifyPairs.ALONE))
            .and(parted.get(ALONE).setCoder(VERIFIED))
            .apply("Alone", Flatten.pCollections())
            .apply("StoriesOfOne", ParDo.of(new AloneFn()));
    return PCollectionTuple.of(
            STORIES,
            PCollectionList.of(together.get(STORIES))
                .and(alone)
                .apply("Stories", Flatten.pCollections()))
        .and(COPIES, together.get(COPIES));
  }

  /** Tells compared articles that an edge connects from those that are alone. */
  private PCollectionTuple byComponent(PCollection<Verified> compared) {
    PCollection<KV<String, String>> components =
        compared
            .apply("Edges", ParDo.of(new EdgesFn()))
            .setCoder(LabelComponents.EDGES)
            .apply("LabelComponents", LabelComponents.create());
    return KeyedPCollectionTuple.of(
            MEMBER,
            compared
                .apply("ComparedByNode", ParDo.of(new ByNodeFn()))
                .setCoder(KEYED_VERIFIED)
                .apply("SpreadCompared", grouping.spread(VERIFIED)))
        .and(COMPONENT, components.apply("SpreadComponents", grouping.spread(STRING)))
        .apply("FindComponent", CoGroupByKey.create())
        .apply(
            "ByComponent",
            ParDo.of(new ComponentFn()).withOutputTags(CONNECTED, TupleTagList.of(ALONE)));
  }

  private static final class EdgesFn extends DoFn<Verified, KV<NodeKey, NodeKey>> {
    @ProcessElement
    public void process(@Element Verified article, OutputReceiver<KV<NodeKey, NodeKey>> out) {
      for (Edge edge : article.edges()) {
        out.output(KV.of(NodeKey.of(edge.from()), NodeKey.of(article.id())));
      }
    }
  }

  private static final class ByNodeFn extends DoFn<Verified, KV<String, Verified>> {
    @ProcessElement
    public void process(@Element Verified article, OutputReceiver<KV<String, Verified>> out) {
      out.output(KV.of(NodeKey.of(article.id()).hex(), article));
    }
  }

  private static final class ComponentFn
      extends DoFn<KV<String, CoGbkResult>, KV<String, Verified>> {
    @ProcessElement
    public void process(@Element KV<String, CoGbkResult> group, MultiOutputReceiver out) {
      Map<String, String> components = only(group.getValue().getAll(COMPONENT));
      for (KV<String, Verified> article : group.getValue().getAll(MEMBER)) {
        String component = components.get(article.getKey());
        if (component == null) {
          out.get(ALONE).output(article.getValue());
        } else {
          out.get(CONNECTED).output(KV.of(component, article.getValue()));
        }
      }
    }
  }

  private static final class AssembleFn
      extends DoFn<KV<String, Iterable<KV<String, Verified>>>, Story> {
    private final Grouping grouping;
    private final LearnStatistics.Reader statistics;

    private AssembleFn(Grouping grouping, PCollectionView<List<String>> statistics) {
      this.grouping = grouping;
      this.statistics = new LearnStatistics.Reader(statistics);
    }

    @ProcessElement
    public void process(ProcessContext context) {
      Fold fold = Fold.with(statistics.read(context));
      grouping.<Verified>forEachKey(
          context.element(),
          (key, articles) -> {
            List<Verified> component = new ArrayList<>();
            articles.forEach(component::add);
            for (Fold.Folded folded : fold.stories(component)) {
              Counters.count(Metric.STORIES);
              context.output(folded.story());
              folded.copies().forEach(copy -> context.output(COPIES, copy));
            }
          });
    }
  }

  private static final class AloneFn extends DoFn<Verified, Story> {
    @ProcessElement
    public void process(@Element Verified article, OutputReceiver<Story> out) {
      for (Fold.Folded folded : Fold.with(CorpusStatistics.NONE).stories(List.of(article))) {
        Counters.count(Metric.STORIES);
        out.output(folded.story());
      }
    }
  }

  /** Values of keys that have one each. */
  private static <V> Map<String, V> only(Iterable<KV<String, V>> items) {
    Map<String, V> byKey = new HashMap<>();
    items.forEach(item -> byKey.put(item.getKey(), item.getValue()));
    return byKey;
  }
}
