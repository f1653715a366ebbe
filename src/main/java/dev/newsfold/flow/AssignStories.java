package dev.newsfold.flow;

import dev.newsfold.records.Article;
import dev.newsfold.records.Copy;
import dev.newsfold.records.Relation;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
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
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptors;

/** Tells articles, and what is known of copying, the stories that they are in. */
public final class AssignStories extends PTransform<PCollection<Article>, PCollectionTuple> {
  /** The articles, each with its story and its relation to the canonical one. */
  public static final TupleTag<Article> ARTICLES = new TupleTag<>("articles") {};

  /** Who copied whom, each with the story of both. */
  public static final TupleTag<Copy> COPIES = new TupleTag<>("copies") {};

  /** Stories that articles were canonical in before, with the other story they are in now. */
  public static final TupleTag<KV<String, String>> SUCCESSORS = new TupleTag<>("successors") {};

  private static final TupleTag<KV<String, Article>> ARTICLE = new TupleTag<>("article") {};
  private static final TupleTag<KV<String, StoryPlace>> PLACE = new TupleTag<>("place") {};
  private static final TupleTag<KV<String, Copy>> COPY = new TupleTag<>("copy") {};
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();
  private static final StoryPlaceCoder PLACES = new StoryPlaceCoder();
  private static final RecordCoder<Article> ARTICLE_CODER = RecordCoder.of(Article.class);
  private static final RecordCoder<Copy> COPY_CODER = RecordCoder.of(Copy.class);

  private final PCollection<Story> stories;
  private final PCollection<Copy> copies;
  private final Grouping grouping;

  private AssignStories(PCollection<Story> stories, PCollection<Copy> copies, Grouping grouping) {
    this.stories = stories;
    this.copies = copies;
    this.grouping = grouping;
  }

  /** Assigns {@code stories}, of which every article is a member of one. */
  public static AssignStories of(
      PCollection<Story> stories, PCollection<Copy> copies, Grouping grouping) {
    return new AssignStories(stories, copies, grouping);
  }

  @Override
  public PCollectionTuple expand(PCollection<Article> articles) {
    PCollectionTuple assigned =
        KeyedPCollectionTuple.of(
                ARTICLE,
                articles
                    .apply(
                        "ArticlesById",
                        WithKeys.of(Article::getId).withKeyType(TypeDescriptors.strings()))
                    .setCoder(KvCoder.of(STRING, ARTICLE_CODER))
                    .apply("SpreadArticles", grouping.spread(ARTICLE_CODER)))
            .and(
                PLACE,
                stories
                    .apply("Places", ParDo.of(new PlacesFn()))
                    .setCoder(KvCoder.of(STRING, PLACES))
                    .apply("SpreadPlaces", grouping.spread(PLACES)))
            .and(
                COPY,
                copies
                    .apply(
                        "CopiesById",
                        WithKeys.of(Copy::getArticleId).withKeyType(TypeDescriptors.strings()))
                    .setCoder(KvCoder.of(STRING, COPY_CODER))
                    .apply("SpreadCopies", grouping.spread(COPY_CODER)))
            .apply("FindPlace", CoGroupByKey.create())
            .apply(
                "Assign",
                ParDo.of(new AssignFn())
                    .withOutputTags(ARTICLES, TupleTagList.of(COPIES).and(SUCCESSORS)));
    assigned.get(SUCCESSORS).setCoder(KvCoder.of(STRING, STRING));
    return assigned;
  }

  private static final class PlacesFn extends DoFn<Story, KV<String, StoryPlace>> {
    @ProcessElement
    public void process(@Element Story story, OutputReceiver<KV<String, StoryPlace>> out) {
      for (StoryMember member : story.getMembers()) {
        out.output(
            KV.of(member.getArticleId(), new StoryPlace(story.getId(), member.getRelation())));
      }
    }
  }

  private static final class AssignFn extends DoFn<KV<String, CoGbkResult>, Article> {
    @ProcessElement
    public void process(@Element KV<String, CoGbkResult> group, MultiOutputReceiver out) {
      Map<String, StoryPlace> places = new HashMap<>();
      group.getValue().getAll(PLACE).forEach(place -> places.put(place.getKey(), place.getValue()));
      for (KV<String, Article> item : group.getValue().getAll(ARTICLE)) {
        StoryPlace place = Objects.requireNonNull(places.get(item.getKey()));
        Article article = item.getValue();
        String before = article.getStoryId();
        if (before != null
            && article.getCrossPostRelation() == Relation.ORIGINAL
            && !before.equals(place.storyId())) {
          out.get(SUCCESSORS).output(KV.of(before, place.storyId()));
        }
        Counters.count(Metric.ARTICLES);
        out.get(ARTICLES)
            .output(
                Article.newBuilder(article)
                    .setStoryId(place.storyId())
                    .setCrossPostRelation(place.relation())
                    .build());
      }
      for (KV<String, Copy> copy : group.getValue().getAll(COPY)) {
        StoryPlace place = Objects.requireNonNull(places.get(copy.getKey()));
        out.get(COPIES)
            .output(Copy.newBuilder(copy.getValue()).setStoryId(place.storyId()).build());
      }
    }
  }
}
