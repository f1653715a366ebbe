package dev.newsfold.flow;

import dev.newsfold.dedupe.StoryIdAssignment;
import dev.newsfold.records.Article;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryIdClaim;
import dev.newsfold.records.StoryMember;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.join.RawUnionValue;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Lets stories go on under the ids that earlier runs have given them, by {@link StoryIdAssignment}.
 * Stories come in under the ids of their canonical articles.
 */
public final class InheritIds extends PTransform<PCollection<Story>, PCollection<Story>> {
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();
  private static final RecordCoder<StoryIdClaim> CLAIMS = RecordCoder.of(StoryIdClaim.class);
  private static final RecordCoder<Story> STORIES = RecordCoder.of(Story.class);

  private static final Side<Story> STORY = new Side<>(0, STORIES);
  private static final Side<StoryIdClaim> GRANTED = new Side<>(1, CLAIMS);
  private static final KvCoder<String, RawUnionValue> BY_STORY = Side.keyed(STORY, GRANTED);

  private static final Side<String> NOW = new Side<>(0, STRING);
  private static final Side<String> BEFORE = new Side<>(1, STRING);
  private static final KvCoder<String, RawUnionValue> BY_ARTICLE = Side.keyed(NOW, BEFORE);

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
    return PCollectionList.of(stories.apply("Stories", STORY.by(Story::getId, BY_STORY)))
        .and(granted(stories).apply("ByHeir", GRANTED.by(StoryIdClaim::getStory, BY_STORY)))
        .apply("Inherit", Side.meet(grouping, BY_STORY))
        .apply("Name", ParDo.of(new NameFn(grouping)))
        .setCoder(STORIES);
  }

  /** The claims to earlier stories that are granted. */
  private PCollection<StoryIdClaim> granted(PCollection<Story> stories) {
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
        .setCoder(CLAIMS);
  }

  /** What each story has of each earlier one. */
  private PCollection<StoryIdClaim> claimsByArticle(PCollection<Story> stories) {
    return PCollectionList.of(
            stories.apply("Members", ParDo.of(new MembersFn())).setCoder(BY_ARTICLE))
        .and(articles.apply("Before", ParDo.of(new BeforeFn())).setCoder(BY_ARTICLE))
        .apply("Moves", Side.meet(grouping, BY_ARTICLE))
        .apply("ClaimByArticle", ParDo.of(new ClaimFn(grouping)))
        .setCoder(KvCoder.of(STRING, CLAIMS))
        .apply("CountClaims", grouping.merge(CLAIMS, StoryIdAssignment::plus))
        .apply("ByArticle", Values.create())
        .setCoder(CLAIMS);
  }

  private static final class MembersFn extends DoFn<Story, KV<String, RawUnionValue>> {
    @ProcessElement
    public void process(@Element Story story, OutputReceiver<KV<String, RawUnionValue>> out) {
      for (StoryMember member : story.getMembers()) {
        out.output(KV.of(member.getArticleId(), NOW.of(story.getId())));
      }
    }
  }

  private static final class BeforeFn extends DoFn<Article, KV<String, RawUnionValue>> {
    @ProcessElement
    public void process(@Element Article article, OutputReceiver<KV<String, RawUnionValue>> out) {
      String story = article.getStoryId();
      if (story != null) {
        out.output(KV.of(article.getId(), BEFORE.of(story)));
      }
    }
  }

  private static final class ClaimFn
      extends DoFn<KV<String, Iterable<KV<String, RawUnionValue>>>, KV<String, StoryIdClaim>> {
    private final Grouping grouping;

    private ClaimFn(Grouping grouping) {
      this.grouping = grouping;
    }

    @ProcessElement
    public void process(
        @Element KV<String, Iterable<KV<String, RawUnionValue>>> group,
        OutputReceiver<KV<String, StoryIdClaim>> out) {
      Side.forEachKey(
          grouping,
          group,
          (article, stories) -> {
            for (String now : NOW.among(stories)) {
              for (String earlier : BEFORE.among(stories)) {
                StoryIdClaim claim = StoryIdAssignment.byArticle(now, earlier, article);
                out.output(KV.of(StoryIdAssignment.keyOf(claim), claim));
              }
            }
          });
    }
  }

  private static final class NameFn
      extends DoFn<KV<String, Iterable<KV<String, RawUnionValue>>>, Story> {
    private final Grouping grouping;

    private NameFn(Grouping grouping) {
      this.grouping = grouping;
    }

    @ProcessElement
    public void process(
        @Element KV<String, Iterable<KV<String, RawUnionValue>>> group, OutputReceiver<Story> out) {
      Side.forEachKey(
          grouping,
          group,
          (canonical, sides) -> {
            String id = StoryIdAssignment.idOf(canonical, GRANTED.among(sides));
            for (Story story : STORY.among(sides)) {
              out.output(Story.newBuilder(story).setId(id).build());
            }
          });
    }
  }
}
