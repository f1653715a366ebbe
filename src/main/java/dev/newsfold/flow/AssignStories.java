package dev.newsfold.flow;

import dev.newsfold.records.Article;
import dev.newsfold.records.Copy;
import dev.newsfold.records.Relation;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.join.RawUnionValue;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/** Tells articles, and what is known of copying, the stories that they are in. */
public final class AssignStories extends PTransform<PCollection<Article>, PCollectionTuple> {
  /** The articles, each with its story and its relation to the canonical one. */
  public static final TupleTag<Article> ARTICLES = new TupleTag<>("articles") {};

  /** Who copied whom, each with the story of both. */
  public static final TupleTag<Copy> COPIES = new TupleTag<>("copies") {};

  /**
   * Stories that articles were canonical in before, with the other story they are in now; of a run
   * that goes on from earlier ones.
   */
  public static final TupleTag<KV<String, String>> SUCCESSORS = new TupleTag<>("successors") {};

  private static final Side<Article> ARTICLE = new Side<>(0, RecordCoder.of(Article.class));
  private static final Side<StoryPlace> PLACE = new Side<>(1, new StoryPlaceCoder());
  private static final Side<Copy> COPY = new Side<>(2, RecordCoder.of(Copy.class));
  private static final KvCoder<String, RawUnionValue> BY_ARTICLE = Side.keyed(ARTICLE, PLACE, COPY);

  private final PCollection<Story> stories;
  private final PCollection<Copy> copies;
  private final boolean goesOn;
  private final Grouping grouping;

  private AssignStories(
      PCollection<Story> stories, PCollection<Copy> copies, boolean goesOn, Grouping grouping) {
    this.stories = stories;
    this.copies = copies;
    this.goesOn = goesOn;
    this.grouping = grouping;
  }

  /** Assigns {@code stories}, of which every article is a member of one. */
  public static AssignStories of(
      PCollection<Story> stories, PCollection<Copy> copies, Grouping grouping) {
    return new AssignStories(stories, copies, false, grouping);
  }

  /** The same; whether the run goes on from earlier ones, so that stories may have successors. */
  public AssignStories goingOn(boolean fromEarlier) {
    return new AssignStories(stories, copies, fromEarlier, grouping);
  }

  @Override
  public PCollectionTuple expand(PCollection<Article> articles) {
    // An output that nobody reads is carried all the same.
    TupleTagList outputs =
        goesOn ? TupleTagList.of(COPIES).and(SUCCESSORS) : TupleTagList.of(COPIES);
    PCollectionTuple assigned =
        PCollectionList.of(articles.apply("Articles", ARTICLE.by(Article::getId, BY_ARTICLE)))
            .and(stories.apply("Places", ParDo.of(new PlacesFn())).setCoder(BY_ARTICLE))
            .and(copies.apply("Copies", COPY.by(Copy::getArticleId, BY_ARTICLE)))
            .apply("FindPlace", Side.meet(grouping, BY_ARTICLE))
            .apply(
                "Assign",
                ParDo.of(new AssignFn(goesOn, grouping)).withOutputTags(ARTICLES, outputs));
    if (goesOn) {
      assigned.get(SUCCESSORS).setCoder(KvCoder.of(StringUtf8Coder.of(), StringUtf8Coder.of()));
    }
    return assigned;
  }

  private static final class PlacesFn extends DoFn<Story, KV<String, RawUnionValue>> {
    @ProcessElement
    public void process(@Element Story story, OutputReceiver<KV<String, RawUnionValue>> out) {
      for (StoryMember member : story.getMembers()) {
        StoryPlace place = new StoryPlace(story.getId(), member.getRelation());
        out.output(KV.of(member.getArticleId(), PLACE.of(place)));
      }
    }
  }

  private static final class AssignFn
      extends DoFn<KV<String, Iterable<KV<String, RawUnionValue>>>, Article> {
    private final boolean goesOn;
    private final Grouping grouping;

    private AssignFn(boolean goesOn, Grouping grouping) {
      this.goesOn = goesOn;
      this.grouping = grouping;
    }

    @ProcessElement
    public void process(
        @Element KV<String, Iterable<KV<String, RawUnionValue>>> group, MultiOutputReceiver out) {
      Side.forEachKey(
          grouping,
          group,
          (id, all) -> {
            StoryPlace place = PLACE.among(all).get(0);
            ARTICLE.among(all).forEach(article -> assign(article, place, out));
            for (Copy copy : COPY.among(all)) {
              out.get(COPIES).output(Copy.newBuilder(copy).setStoryId(place.storyId()).build());
            }
          });
    }

    private void assign(Article article, StoryPlace place, MultiOutputReceiver out) {
      String before = article.getStoryId();
      if (goesOn
          && before != null
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
  }
}
