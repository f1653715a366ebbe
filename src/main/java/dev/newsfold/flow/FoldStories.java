package dev.newsfold.flow;

import static org.apache.beam.sdk.values.TypeDescriptors.strings;

import dev.newsfold.dedupe.CandidateKeys;
import dev.newsfold.dedupe.Edge;
import dev.newsfold.dedupe.Fold;
import dev.newsfold.dedupe.FoldMember;
import dev.newsfold.records.Article;
import dev.newsfold.records.Relation;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Folds articles into stories. Articles that may be cross-posts meet in buckets; pairs that verify
 * there become edges; articles that edges connect come together; and {@link Fold} makes stories of
 * them. The result depends on the set of articles alone, not on their order or on parallelism.
 */
public final class FoldStories extends PTransform<PCollection<Article>, PCollectionTuple> {
  /** The articles, each with its story and its relation to the canonical one. */
  public static final TupleTag<Article> ARTICLES = new TupleTag<>("articles") {};

  /** The stories, those of a single article included. */
  public static final TupleTag<Story> STORIES = new TupleTag<>("stories") {};

  private static final TupleTag<KV<String, Article>> ARTICLE = new TupleTag<>("article") {};
  private static final TupleTag<KV<String, FoldMember>> MEMBER = new TupleTag<>("member") {};
  private static final TupleTag<KV<String, String>> COMPONENT = new TupleTag<>("component") {};
  private static final TupleTag<KV<String, KV<String, String>>> PLACE = new TupleTag<>("place") {};
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();
  private static final KvCoder<String, String> STRINGS = KvCoder.of(STRING, STRING);
  private static final FoldMemberCoder MEMBER_CODER = new FoldMemberCoder();
  private static final KvCoder<String, FoldMember> KEYED_MEMBER = KvCoder.of(STRING, MEMBER_CODER);

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
    PCollectionView<List<String>> lore = members.apply("LearnLore", LearnLore.with(grouping));

    PCollection<KV<String, String>> components =
        members
            .apply("CandidateKeys", ParDo.of(new KeysFn(lore)).withSideInputs(lore))
            .setCoder(KEYED_MEMBER)
            .apply("Buckets", grouping.group(MEMBER_CODER))
            .apply("VerifyPairs", ParDo.of(new VerifyFn(lore)).withSideInputs(lore))
            .setCoder(STRINGS)
            .apply("Connect", ConnectComponents.with(grouping));

    PCollection<Story> stories =
        KeyedPCollectionTuple.of(
                MEMBER,
                members
                    .apply("MembersById", WithKeys.of(FoldMember::id).withKeyType(strings()))
                    .setCoder(KEYED_MEMBER)
                    .apply("SpreadMembers", grouping.spread(MEMBER_CODER)))
            .and(COMPONENT, components.apply("SpreadComponents", grouping.spread(STRING)))
            .apply("FindComponent", CoGroupByKey.create())
            .apply("ByComponent", ParDo.of(new ComponentFn()))
            .setCoder(KEYED_MEMBER)
            .apply("Components", grouping.group(MEMBER_CODER))
            .apply("Fold", ParDo.of(new StoriesFn(lore)).withSideInputs(lore))
            .setCoder(AvroCoder.specific(Story.class));

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

  private static final class KeysFn extends DoFn<FoldMember, KV<String, FoldMember>> {
    private final LearnLore.Reader lore;

    private KeysFn(PCollectionView<List<String>> lore) {
      this.lore = new LearnLore.Reader(lore);
    }

    @ProcessElement
    public void process(ProcessContext context) {
      FoldMember member = context.element();
      for (String key : CandidateKeys.with(lore.read(context)).keys(member)) {
        context.output(KV.of(key, member));
      }
    }
  }

  private static final class VerifyFn
      extends DoFn<KV<String, Iterable<KV<String, FoldMember>>>, KV<String, String>> {
    private final LearnLore.Reader lore;

    private VerifyFn(PCollectionView<List<String>> lore) {
      this.lore = new LearnLore.Reader(lore);
    }

    @ProcessElement
    public void process(ProcessContext context) {
      Fold fold = Fold.with(lore.read(context));
      for (List<FoldMember> bucket : Grouping.split(context.element().getValue()).values()) {
        for (Edge edge : fold.verifyBucket(bucket)) {
          context.output(KV.of(edge.from(), edge.to()));
        }
      }
    }
  }

  /** An article that no edge touches is a component of its own. */
  private static final class ComponentFn
      extends DoFn<KV<String, CoGbkResult>, KV<String, FoldMember>> {
    @ProcessElement
    public void process(
        @Element KV<String, CoGbkResult> group, OutputReceiver<KV<String, FoldMember>> out) {
      Map<String, String> components = only(group.getValue().getAll(COMPONENT));
      for (KV<String, FoldMember> member : group.getValue().getAll(MEMBER)) {
        String component = components.getOrDefault(member.getKey(), member.getKey());
        out.output(KV.of(component, member.getValue()));
      }
    }
  }

  private static final class StoriesFn
      extends DoFn<KV<String, Iterable<KV<String, FoldMember>>>, Story> {
    private final LearnLore.Reader lore;

    private StoriesFn(PCollectionView<List<String>> lore) {
      this.lore = new LearnLore.Reader(lore);
    }

    @ProcessElement
    public void process(ProcessContext context) {
      Fold fold = Fold.with(lore.read(context));
      for (List<FoldMember> component : Grouping.split(context.element().getValue()).values()) {
        for (Story story : fold.stories(component)) {
          Counters.count("stories");
          context.output(story);
        }
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
        Counters.count("articles");
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
