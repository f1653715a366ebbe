package dev.newsfold.flow;

import dev.newsfold.aggregate.PublishCalendar;
import dev.newsfold.aggregate.PublishDays;
import dev.newsfold.records.Article;
import dev.newsfold.records.Recalled;
import dev.newsfold.records.Relation;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.RunLayout;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
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
import org.jspecify.annotations.Nullable;

/**
 * Gives articles that were folded again their stories, and tells which articles have changed by all
 * this, and which partitions and windows with them.
 */
final class SettleArticles extends PTransform<PCollection<Recalled>, PCollectionTuple> {
  /** All articles that were recalled or are new, as they are now. */
  static final TupleTag<Article> ALL = new TupleTag<>("all") {};

  /** Those that differ from what an earlier run wrote, and those that are new. */
  static final TupleTag<Article> CHANGED = new TupleTag<>("changed") {};

  /** Those of the output that is being written that have not changed. */
  static final TupleTag<Article> KEPT = new TupleTag<>("kept") {};

  /** Folders of the partitions that articles have changed in, or have left. */
  static final TupleTag<String> PARTITIONS = new TupleTag<>("partitions") {};

  /** First days of the windows that are to be counted again, from 1970-01-01. */
  static final TupleTag<Long> WINDOWS = new TupleTag<>("windows") {};

  private static final TupleTag<KV<String, Recalled>> ARTICLE = new TupleTag<>("article") {};
  private static final TupleTag<KV<String, KV<String, String>>> PLACE = new TupleTag<>("place") {};
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();
  private static final KvCoder<String, String> STRINGS = KvCoder.of(STRING, STRING);

  private final PCollection<Story> stories;
  private final PublishCalendar calendar;
  private final Grouping grouping;

  /**
   * @param stories those that were folded again, or are new
   */
  SettleArticles(PCollection<Story> stories, PublishCalendar calendar, Grouping grouping) {
    this.stories = stories;
    this.calendar = calendar;
    this.grouping = grouping;
  }

  @Override
  public PCollectionTuple expand(PCollection<Recalled> articles) {
    AvroCoder<Recalled> coder = AvroCoder.specific(Recalled.class);
    return KeyedPCollectionTuple.of(
            ARTICLE,
            articles
                .apply(
                    "ById",
                    WithKeys.<String, Recalled>of(recalled -> recalled.getArticle().getId())
                        .withKeyType(TypeDescriptors.strings()))
                .setCoder(KvCoder.of(STRING, coder))
                .apply("SpreadArticles", grouping.spread(coder)))
        .and(
            PLACE,
            stories
                .apply("Places", ParDo.of(new PlacesFn()))
                .setCoder(KvCoder.of(STRING, STRINGS))
                .apply("SpreadPlaces", grouping.spread(STRINGS)))
        .apply("FindPlace", CoGroupByKey.create())
        .apply(
            "Place",
            ParDo.of(new PlaceFn(calendar))
                .withOutputTags(
                    ALL, TupleTagList.of(CHANGED).and(KEPT).and(PARTITIONS).and(WINDOWS)));
  }

  /** The folders of the partitions that hold the articles of a day. */
  static List<String> partitions(@Nullable LocalDate day) {
    String partition = Dataset.day(day);
    return List.of(
        RunLayout.folderOf(Dataset.ARTICLES, partition),
        RunLayout.folderOf(Dataset.RECAPTURES, partition),
        RunLayout.folderOf(Dataset.LATE, partition));
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
    private final PublishCalendar calendar;

    private PlaceFn(PublishCalendar calendar) {
      this.calendar = calendar;
    }

    @ProcessElement
    public void process(@Element KV<String, CoGbkResult> group, MultiOutputReceiver out) {
      Map<String, List<KV<String, String>>> places = Grouping.split(group.getValue().getAll(PLACE));
      for (KV<String, Recalled> article : group.getValue().getAll(ARTICLE)) {
        List<KV<String, String>> place = places.get(article.getKey());
        place(article.getValue(), place == null ? null : place.get(0), out);
      }
    }

    private void place(
        Recalled recalled, @Nullable KV<String, String> place, MultiOutputReceiver out) {
      Article article = recalled.getArticle();
      boolean changed = recalled.getChanged();
      if (place != null) {
        Relation relation = Relation.valueOf(place.getValue());
        changed |=
            !place.getKey().equals(article.getStoryId())
                || relation != article.getCrossPostRelation();
        article =
            Article.newBuilder(article)
                .setStoryId(place.getKey())
                .setCrossPostRelation(relation)
                .build();
      }
      out.get(ALL).output(article);
      if (changed) {
        Counters.count(Metric.ARTICLES_CHANGED);
        out.get(CHANGED).output(article);
        partitions(article.getPublishDay()).forEach(out.get(PARTITIONS)::output);
        window(article.getPublishedAt(), out);
        if (recalled.getKnown()) {
          window(recalled.getFormerAt(), out);
        }
        if (recalled.getOwn()) {
          partitions(recalled.getFormerDay()).forEach(out.get(PARTITIONS)::output);
        }
      } else if (recalled.getOwn()) {
        out.get(KEPT).output(article);
      }
    }

    private void window(@Nullable Instant publishedAt, MultiOutputReceiver out) {
      if (publishedAt != null) {
        out.get(WINDOWS).output(PublishDays.windowDay(calendar, publishedAt).toEpochDay());
      }
    }
  }
}
