package dev.newsfold.flow;

import static org.apache.beam.sdk.values.TypeDescriptors.strings;

import dev.newsfold.dedupe.Edge;
import dev.newsfold.dedupe.Fold;
import dev.newsfold.dedupe.FoldMember;
import dev.newsfold.dedupe.Lore;
import dev.newsfold.dedupe.Verified;
import dev.newsfold.records.Article;
import dev.newsfold.records.Relation;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Folds articles into stories: names the pairs worth a comparison, compares them, brings those that
 * verified together, and lets {@link Fold} make stories of them. The result is that of {@link
 * Fold#all}; it depends on the set of articles alone, not on their order or on parallelism.
 *
 * <p>What travels gets smaller step by step: bodies stay behind, sketches go only to those they are
 * compared with, and components are made of {@link Verified} articles, which have none. Most memory
 * is taken by the largest story, at about a kilobyte a member.
 */
public final class FoldStories extends PTransform<PCollection<Article>, PCollectionTuple> {
  /** The articles, each with its story and its relation to the canonical one. */
  public static final TupleTag<Article> ARTICLES = new TupleTag<>("articles") {};

  /** The stories, those of a single article included. */
  public static final TupleTag<Story> STORIES = new TupleTag<>("stories") {};

  private static final TupleTag<KV<String, Article>> ARTICLE = new TupleTag<>("article") {};
  private static final TupleTag<KV<String, Verified>> MEMBER = new TupleTag<>("member") {};
  private static final TupleTag<KV<String, String>> COMPONENT = new TupleTag<>("component") {};
  private static final TupleTag<KV<String, KV<String, String>>> PLACE = new TupleTag<>("place") {};
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();
  private static final KvCoder<String, String> STRINGS = KvCoder.of(STRING, STRING);
  private static final FoldMemberCoder MEMBER_CODER = new FoldMemberCoder();
  private static final VerifiedCoder VERIFIED = new VerifiedCoder();
  private static final KvCoder<String, Verified> KEYED_VERIFIED = KvCoder.of(STRING, VERIFIED);

  private final Grouping grouping;

  private final int held;

  private FoldStories(Grouping grouping, int held) {
    this.grouping = grouping;
    this.held = held;
  }

  /** The transform. */
  public static FoldStories with(Grouping grouping) {
    return new FoldStories(grouping, PairCandidates.HELD);
  }

  /** The same, holding so many candidates of a key, 16 at least; it makes no difference. */
  FoldStories holding(int candidates) {
    return new FoldStories(grouping, candidates);
  }

  @Override
  public PCollectionTuple expand(PCollection<Article> articles) {
    PCollection<FoldMember> members =
        articles
            .apply(
                "Members",
                MapElements.into(TypeDescriptor.of(FoldMember.class)).via(FoldMember::of))
            .setCoder(MEMBER_CODER);
    PCollectionView<List<String>> lore = members.apply("LearnLore", LearnLore.with(grouping));

    PCollection<KV<String, String>> pairs =
        members.apply("PairCandidates", PairCandidates.with(grouping, lore).holding(held));
    PCollectionTuple verified = members.apply("VerifyPairs", VerifyPairs.of(pairs, lore, grouping));
    PCollection<Verified> compared = verified.get(VerifyPairs.COMPARED);
    PCollection<KV<String, String>> components =
        compared
            .apply("Edges", ParDo.of(new EdgesFn()))
            .setCoder(STRINGS)
            .apply("Connect", ConnectComponents.with(grouping));

    PCollection<Story> together =
        KeyedPCollectionTuple.of(
                MEMBER,
                compared
                    .apply("ComparedById", ParDo.of(new ByIdFn()))
                    .setCoder(KEYED_VERIFIED)
                    .apply("SpreadCompared", grouping.spread(VERIFIED)))
            .and(COMPONENT, components.apply("SpreadComponents", grouping.spread(STRING)))
            .apply("FindComponent", CoGroupByKey.create())
            .apply("ByComponent", ParDo.of(new ComponentFn()))
            .setCoder(KEYED_VERIFIED)
            .apply("Components", grouping.group(VERIFIED))
            .apply("Fold", ParDo.of(new StoriesFn(grouping, lore)).withSideInputs(lore))
            .setCoder(AvroCoder.specific(Story.class));
    PCollection<Story> alone =
        verified
            .get(VerifyPairs.ALONE)
            .apply("StoriesOfOne", ParDo.of(new AloneFn()))
            .setCoder(AvroCoder.specific(Story.class));
    PCollection<Story> stories =
        PCollectionList.of(together).and(alone).apply("Stories", Flatten.pCollections());

    AvroCoder<Article> articleCoder = AvroCoder.specific(Article.class);
    PCollection<Article> placed =
        KeyedPCollectionTuple.of(
                ARTICLE,
                articles
                    .apply("ArticlesById", WithKeys.of(Article::getId).withKeyType(strings()))
                    .setCoder(KvCoder.of(STRING, articleCoder))
                    .apply("SpreadArticles", grouping.spread(articleCoder)))
            .and(
                PLACE,
                stories
                    .apply("Places", ParDo.of(new PlacesFn()))
                    .setCoder(KvCoder.of(STRING, STRINGS))
                    .apply("SpreadPlaces", grouping.spread(STRINGS)))
            .apply("FindPlace", CoGroupByKey.create())
            .apply("Place", ParDo.of(new PlaceFn()))
            .setCoder(articleCoder);
    return PCollectionTuple.of(ARTICLES, placed).and(STORIES, stories);
  }

  private static final class EdgesFn extends DoFn<Verified, KV<String, String>> {
    @ProcessElement
    public void process(@Element Verified article, OutputReceiver<KV<String, String>> out) {
      for (Edge edge : article.edges()) {
        out.output(KV.of(edge.from(), article.id()));
      }
    }
  }

  private static final class ByIdFn extends DoFn<Verified, KV<String, Verified>> {
    @ProcessElement
    public void process(@Element Verified article, OutputReceiver<KV<String, Verified>> out) {
      out.output(KV.of(article.id(), article));
    }
  }

  /** An article that no edge touches is a component of its own. */
  private static final class ComponentFn
      extends DoFn<KV<String, CoGbkResult>, KV<String, Verified>> {
    @ProcessElement
    public void process(
        @Element KV<String, CoGbkResult> group, OutputReceiver<KV<String, Verified>> out) {
      Map<String, String> components = only(group.getValue().getAll(COMPONENT));
      for (KV<String, Verified> article : group.getValue().getAll(MEMBER)) {
        String component = components.getOrDefault(article.getKey(), article.getKey());
        out.output(KV.of(component, article.getValue()));
      }
    }
  }

  private static final class StoriesFn
      extends DoFn<KV<String, Iterable<KV<String, Verified>>>, Story> {
    private final Grouping grouping;
    private final LearnLore.Reader lore;

    private StoriesFn(Grouping grouping, PCollectionView<List<String>> lore) {
      this.grouping = grouping;
      this.lore = new LearnLore.Reader(lore);
    }

    @ProcessElement
    public void process(ProcessContext context) {
      Fold fold = Fold.with(lore.read(context));
      grouping.<Verified>forEachKey(
          context.element(),
          (key, articles) -> {
            List<Verified> component = new ArrayList<>();
            articles.forEach(component::add);
            for (Story story : fold.stories(component)) {
              Counters.count(Metric.STORIES);
              context.output(story);
            }
          });
    }
  }

  private static final class AloneFn extends DoFn<Verified, Story> {
    @ProcessElement
    public void process(@Element Verified article, OutputReceiver<Story> out) {
      for (Story story : Fold.with(Lore.NONE).stories(List.of(article))) {
        Counters.count(Metric.STORIES);
        out.output(story);
      }
    }
  }

  private static final class PlacesFn extends DoFn<Story, KV<String, KV<String, String>>> {
    @ProcessElement
    public void process(@Element Story story, OutputReceiver<KV<String, KV<String, String>>> out) {
      for (StoryMember member : story.getMembers()) {
        out.output(KV.of(member.getArticleId(), KV.of(story.getId(), member.getRelation().name())));
      }
    }
  }

  private static final class PlaceFn extends DoFn<KV<String, CoGbkResult>, Article> {
    @ProcessElement
    public void process(@Element KV<String, CoGbkResult> group, OutputReceiver<Article> out) {
      Map<String, KV<String, String>> places = only(group.getValue().getAll(PLACE));
      for (KV<String, Article> article : group.getValue().getAll(ARTICLE)) {
        KV<String, String> place = Objects.requireNonNull(places.get(article.getKey()));
        Counters.count(Metric.ARTICLES);
        out.output(
            Article.newBuilder(article.getValue())
                .setStoryId(place.getKey())
                .setCrossPostRelation(Relation.valueOf(place.getValue()))
                .build());
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
