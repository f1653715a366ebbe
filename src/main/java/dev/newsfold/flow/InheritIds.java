package dev.newsfold.flow;

import dev.newsfold.dedupe.StoryIdAssignment;
import dev.newsfold.records.Article;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryIdClaim;
import dev.newsfold.records.StoryMember;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Lets stories go on under the ids that earlier runs have given them, by {@link StoryIdAssignment}.
 * Stories come in under the ids of their canonical articles.
 */
public final class InheritIds extends PTransform<PCollection<Story>, PCollection<Story>> {
  private static final TupleTag<KV<String, Story>> STORY = new TupleTag<>("story") {};
  private static final TupleTag<KV<String, StoryIdClaim>> CLAIM = new TupleTag<>("claim") {};
  private static final TupleTag<KV<String, String>> NOW = new TupleTag<>("now") {};
  private static final TupleTag<KV<String, String>> BEFORE = new TupleTag<>("before") {};

  private static final StringUtf8Coder STRING = StringUtf8Coder.of();
  private static final KvCoder<String, String> STRINGS = KvCoder.of(STRING, STRING);
  private static final RecordCoder<StoryIdClaim> CLAIMS = RecordCoder.of(StoryIdClaim.class);
  private static final RecordCoder<Story> STORIES = RecordCoder.of(Story.class);

  private final PCollection<Article> articles;
  private final Grouping grouping;

  private InheritIds(PCollection<Article> articles, Grouping grouping) {
    this.articles = articles;
    this.grouping = grouping;
  }

  /**
   * The transform.
   *
   * @param articles those that were folded, each with the story that it was in before
   */
  public static InheritIds from(PCollection<Article> articles, Grouping grouping) {
    return new InheritIds(articles, grouping);
  }

  @Override
  public PCollection<Story> expand(PCollection<Story> stories) {
    return KeyedPCollectionTuple.of(
            STORY,
            stories
                .apply(
                    "ByCanonical",
                    WithKeys.<String, Story>of(Story::getId).withKeyType(TypeDescriptors.strings()))
                .setCoder(Coders.keyed(Story.class))
                .apply("SpreadStories", grouping.spread(STORIES)))
        .and(CLAIM, granted(stories).apply("SpreadGranted", grouping.spread(CLAIMS)))
        .apply("Inherit", CoGroupByKey.create())
        .apply("Name", ParDo.of(new NameFn()))
        .setCoder(STORIES);
  }

  /** The claims to earlier stories that are granted, by the story that they are granted to. */
  private PCollection<KV<String, StoryIdClaim>> granted(PCollection<Story> stories) {
    PCollection<StoryIdClaim> byName =
        stories
            .apply(
                "ClaimByName",
                FlatMapElements.into(TypeDescriptor.of(StoryIdClaim.class))
                    .via(story -> StoryIdAssignment.byName(story.getId())))
            .setCoder(CLAIMS);
    return PCollectionList.of(claimsByArticle(stories))
        .and(byName)
        .apply("Claims", Flatten.pCollections())
        .apply(
            "ByEarlier",
            WithKeys.of(StoryIdClaim::getEarlier).withKeyType(TypeDescriptors.strings()))
        .setCoder(KvCoder.of(STRING, CLAIMS))
        .apply("Heirs", grouping.merge(CLAIMS, (a, b) -> StoryIdAssignment.heir(List.of(a, b))))
        .apply("Granted", Values.create())
        .setCoder(CLAIMS)
        .apply("ByHeir", WithKeys.of(StoryIdClaim::getStory).withKeyType(TypeDescriptors.strings()))
        .setCoder(KvCoder.of(STRING, CLAIMS));
  }

  /** What each story has of each earlier one. */
  private PCollection<StoryIdClaim> claimsByArticle(PCollection<Story> stories) {
    return KeyedPCollectionTuple.of(
            NOW,
            stories
                .apply("Members", ParDo.of(new MembersFn()))
                .setCoder(STRINGS)
                .apply("SpreadNow", grouping.spread(STRING)))
        .and(
            BEFORE,
            articles
                .apply("Before", ParDo.of(new BeforeFn()))
                .setCoder(STRINGS)
                .apply("SpreadBefore", grouping.spread(STRING)))
        .apply("Moves", CoGroupByKey.create())
        .apply("ClaimByArticle", ParDo.of(new ClaimFn()))
        .setCoder(KvCoder.of(STRING, CLAIMS))
        .apply("CountClaims", grouping.merge(CLAIMS, StoryIdAssignment::plus))
        .apply("ByArticle", Values.create())
        .setCoder(CLAIMS);
  }

  private static final class MembersFn extends DoFn<Story, KV<String, String>> {
    @ProcessElement
    public void process(@Element Story story, OutputReceiver<KV<String, String>> out) {
      for (StoryMember member : story.getMembers()) {
        out.output(KV.of(member.getArticleId(), story.getId()));
      }
    }
  }

  private static final class BeforeFn extends DoFn<Article, KV<String, String>> {
    @ProcessElement
    public void process(@Element Article article, OutputReceiver<KV<String, String>> out) {
      String story = article.getStoryId();
      if (story != null) {
        out.output(KV.of(article.getId(), story));
      }
    }
  }

  private static final class ClaimFn
      extends DoFn<KV<String, CoGbkResult>, KV<String, StoryIdClaim>> {
    @ProcessElement
    public void process(
        @Element KV<String, CoGbkResult> group, OutputReceiver<KV<String, StoryIdClaim>> out) {
      Map<String, List<String>> before = Grouping.split(group.getValue().getAll(BEFORE));
      for (KV<String, String> now : group.getValue().getAll(NOW)) {
        for (String earlier : before.getOrDefault(now.getKey(), List.of())) {
          StoryIdClaim claim = StoryIdAssignment.byArticle(now.getValue(), earlier, now.getKey());
          out.output(KV.of(StoryIdAssignment.keyOf(claim), claim));
        }
      }
    }
  }

  private static final class NameFn extends DoFn<KV<String, CoGbkResult>, Story> {
    @ProcessElement
    public void process(@Element KV<String, CoGbkResult> group, OutputReceiver<Story> out) {
      Map<String, List<StoryIdClaim>> granted = Grouping.split(group.getValue().getAll(CLAIM));
      for (KV<String, Story> story : group.getValue().getAll(STORY)) {
        String id =
            StoryIdAssignment.idOf(story.getKey(), granted.getOrDefault(story.getKey(), List.of()));
        out.output(Story.newBuilder(story.getValue()).setId(id).build());
      }
    }
  }
}
