package dev.newsfold.flow;

import dev.newsfold.dedupe.CandidateKeys;
import dev.newsfold.dedupe.Edge;
import dev.newsfold.dedupe.Fold;
import dev.newsfold.dedupe.FoldMember;
import dev.newsfold.records.Article;
import dev.newsfold.records.Relation;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
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
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;

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

  private static final TupleTag<Article> ARTICLE = new TupleTag<>("article") {};
  private static final TupleTag<FoldMember> MEMBER = new TupleTag<>("member") {};
  private static final TupleTag<String> COMPONENT = new TupleTag<>("component") {};
  private static final TupleTag<KV<String, String>> PLACE = new TupleTag<>("place") {};
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();
  private static final KvCoder<String, String> STRINGS = KvCoder.of(STRING, STRING);
  private static final Coder<KV<String, FoldMember>> KEYED_MEMBER =
      KvCoder.of(STRING, new FoldMemberCoder());

  private FoldStories() {}

  /** The transform. */
  public static FoldStories create() {
    return new FoldStories();
  }

  @Override
  public PCollectionTuple expand(PCollection<Article> articles) {
    PCollection<FoldMember> members =
        articles
            .apply(
                "Members",
                MapElements.into(TypeDescriptor.of(FoldMember.class)).via(FoldMember::of))
            .setCoder(new FoldMemberCoder());
    LearnLore.Views lore = LearnLore.from(members);

    PCollection<KV<String, String>> components =
        members
            .apply("CandidateKeys", ParDo.of(new KeysFn(lore)).withSideInputs(lore.all()))
            .setCoder(KEYED_MEMBER)
            .apply("Buckets", GroupByKey.create())
            .apply("VerifyPairs", ParDo.of(new VerifyFn(lore)).withSideInputs(lore.all()))
            .setCoder(STRINGS)
            .apply("Connect", ConnectComponents.create());

    PCollection<Story> stories =
        KeyedPCollectionTuple.of(
                MEMBER, byId("MembersById", members, FoldMember::id).setCoder(KEYED_MEMBER))
            .and(COMPONENT, components)
            .apply("FindComponent", CoGroupByKey.create())
            .apply("ByComponent", ParDo.of(new ComponentFn()))
            .setCoder(KEYED_MEMBER)
            .apply("Components", GroupByKey.create())
            .apply("Fold", ParDo.of(new StoriesFn(lore)).withSideInputs(lore.all()))
            .setCoder(AvroCoder.specific(Story.class));

    PCollection<KV<String, KV<String, String>>> places =
        stories.apply("Places", ParDo.of(new PlacesFn())).setCoder(KvCoder.of(STRING, STRINGS));
    PCollection<Article> placed =
        KeyedPCollectionTuple.of(
                ARTICLE,
                byId("ArticlesById", articles, Article::getId)
                    .setCoder(Coders.keyed(Article.class)))
            .and(PLACE, places)
            .apply("FindPlace", CoGroupByKey.create())
            .apply("Place", ParDo.of(new PlaceFn()))
            .setCoder(AvroCoder.specific(Article.class));
    return PCollectionTuple.of(ARTICLES, placed).and(STORIES, stories);
  }

  private static <T> PCollection<KV<String, T>> byId(
      String name,
      PCollection<T> items,
      org.apache.beam.sdk.transforms.SerializableFunction<T, String> id) {
    return items.apply(name, WithKeys.of(id).withKeyType(TypeDescriptors.strings()));
  }

  private static final class KeysFn extends DoFn<FoldMember, KV<String, FoldMember>> {
    private final LearnLore.Reader lore;

    private KeysFn(LearnLore.Views lore) {
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
      extends DoFn<KV<String, Iterable<FoldMember>>, KV<String, String>> {
    private final LearnLore.Reader lore;

    private VerifyFn(LearnLore.Views lore) {
      this.lore = new LearnLore.Reader(lore);
    }

    @ProcessElement
    public void process(ProcessContext context) {
      Fold fold = Fold.with(lore.read(context));
      for (Edge edge : fold.verifyBucket(context.element().getValue())) {
        context.output(KV.of(edge.from(), edge.to()));
      }
    }
  }

  /** An article that no edge touches is a component of its own. */
  private static final class ComponentFn
      extends DoFn<KV<String, CoGbkResult>, KV<String, FoldMember>> {
    @ProcessElement
    public void process(
        @Element KV<String, CoGbkResult> article, OutputReceiver<KV<String, FoldMember>> out) {
      String component = article.getValue().getOnly(COMPONENT, article.getKey());
      for (FoldMember member : article.getValue().getAll(MEMBER)) {
        out.output(KV.of(component, member));
      }
    }
  }

  private static final class StoriesFn extends DoFn<KV<String, Iterable<FoldMember>>, Story> {
    private final LearnLore.Reader lore;

    private StoriesFn(LearnLore.Views lore) {
      this.lore = new LearnLore.Reader(lore);
    }

    @ProcessElement
    public void process(ProcessContext context) {
      List<FoldMember> component = new ArrayList<>();
      context.element().getValue().forEach(component::add);
      for (Story story : Fold.with(lore.read(context)).stories(component)) {
        Counters.count("stories");
        context.output(story);
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
    public void process(@Element KV<String, CoGbkResult> id, OutputReceiver<Article> out) {
      KV<String, String> place = id.getValue().getOnly(PLACE);
      Counters.count("articles");
      out.output(
          Article.newBuilder(id.getValue().getOnly(ARTICLE))
              .setStoryId(place.getKey())
              .setCrossPostRelation(Relation.valueOf(place.getValue()))
              .build());
    }
  }
}
