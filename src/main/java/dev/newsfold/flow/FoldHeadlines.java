package dev.newsfold.flow;

import dev.newsfold.aggregate.HeadlineTallies;
import dev.newsfold.captures.Addresses;
import dev.newsfold.dedupe.HeadlineKey;
import dev.newsfold.records.Article;
import dev.newsfold.records.Headline;
import dev.newsfold.records.HeadlineTally;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Folds what runs have seen of headlines, and names the captured article that carries the headline:
 * the one a sighting links to, or else one with the same headline key; of several the one with the
 * smallest id.
 */
public final class FoldHeadlines
    extends PTransform<PCollection<HeadlineTally>, PCollection<Headline>> {
  private static final TupleTag<KV<String, HeadlineTally>> TALLY = new TupleTag<>("tally") {};
  private static final TupleTag<KV<String, String>> ARTICLE = new TupleTag<>("article") {};
  private static final TupleTag<KV<String, String>> LINKED = new TupleTag<>("linked") {};
  private static final TupleTag<KV<String, String>> HEADLINE = new TupleTag<>("headline") {};
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();
  private static final KvCoder<String, String> STRINGS = KvCoder.of(STRING, STRING);

  private final PCollection<Article> articles;
  private final Grouping grouping;

  private FoldHeadlines(PCollection<Article> articles, Grouping grouping) {
    this.articles = articles;
    this.grouping = grouping;
  }

  /** Folds tallies of headlines and joins them to {@code articles}. */
  public static FoldHeadlines joinedTo(PCollection<Article> articles, Grouping grouping) {
    return new FoldHeadlines(articles, grouping);
  }

  @Override
  public PCollection<Headline> expand(PCollection<HeadlineTally> seen) {
    RecordCoder<HeadlineTally> tallyCoder = RecordCoder.of(HeadlineTally.class);
    PCollection<KV<String, HeadlineTally>> tallies =
        seen.apply("Merge", TallyHeadlines.merging(grouping));

    PCollection<KV<String, String>> linked =
        KeyedPCollectionTuple.of(
                HEADLINE,
                tallies
                    .apply("Links", ParDo.of(new LinksFn()))
                    .setCoder(STRINGS)
                    .apply("SpreadLinks", grouping.spread(STRING)))
            .and(ARTICLE, articlesBy("Url", Article::getCanonicalUrl))
            .apply("JoinLinks", CoGroupByKey.create())
            .apply("LinkedArticle", ParDo.of(new LinkedFn()))
            .setCoder(STRINGS)
            .apply("SmallestLinked", smallest());

    return KeyedPCollectionTuple.of(
            TALLY, tallies.apply("SpreadTallies", grouping.spread(tallyCoder)))
        .and(LINKED, linked.apply("SpreadLinked", grouping.spread(STRING)))
        .and(ARTICLE, articlesBy("Key", article -> HeadlineKey.of(article.getHeadline())))
        .apply("JoinKeys", CoGroupByKey.create())
        .apply("Headlines", ParDo.of(new HeadlineFn()))
        .setCoder(RecordCoder.of(Headline.class));
  }

  /**
   * The smallest article id of each value of a property. Of a headline that thousands of articles
   * bear, one id is joined: Flink lets a large group of a join be read but once.
   */
  private PCollection<KV<String, KV<String, String>>> articlesBy(
      String what, SerializableFunction<Article, String> key) {
    return articles
        .apply(
            "ArticlesBy" + what,
            MapElements.into(
                    TypeDescriptors.kvs(TypeDescriptors.strings(), TypeDescriptors.strings()))
                .via(article -> KV.of(key.apply(article), article.getId())))
        .setCoder(STRINGS)
        .apply("SmallestBy" + what, smallest())
        .apply("SpreadBy" + what, grouping.spread(STRING));
  }

  private PTransform<PCollection<KV<String, String>>, PCollection<KV<String, String>>> smallest() {
    return grouping.merge(STRING, (a, b) -> a.compareTo(b) <= 0 ? a : b);
  }

  private static final class LinksFn extends DoFn<KV<String, HeadlineTally>, KV<String, String>> {
    @ProcessElement
    public void process(
        @Element KV<String, HeadlineTally> tally, OutputReceiver<KV<String, String>> out) {
      for (String href : tally.getValue().getHrefs()) {
        String address = Addresses.normalize(href);
        if (address != null) {
          out.output(KV.of(address, tally.getKey()));
        }
      }
    }
  }

  private static final class LinkedFn extends DoFn<KV<String, CoGbkResult>, KV<String, String>> {
    @ProcessElement
    public void process(
        @Element KV<String, CoGbkResult> group, OutputReceiver<KV<String, String>> out) {
      Map<String, List<String>> articles = Grouping.split(group.getValue().getAll(ARTICLE));
      Grouping.split(group.getValue().getAll(HEADLINE))
          .forEach(
              (address, headlines) -> {
                List<String> ids = articles.get(address);
                if (ids != null) {
                  headlines.forEach(key -> out.output(KV.of(key, Collections.min(ids))));
                }
              });
    }
  }

  private static final class HeadlineFn extends DoFn<KV<String, CoGbkResult>, Headline> {
    @ProcessElement
    public void process(@Element KV<String, CoGbkResult> group, OutputReceiver<Headline> out) {
      Map<String, List<String>> linked = Grouping.split(group.getValue().getAll(LINKED));
      Map<String, List<String>> alike = Grouping.split(group.getValue().getAll(ARTICLE));
      for (KV<String, HeadlineTally> tally : group.getValue().getAll(TALLY)) {
        List<String> ids = linked.getOrDefault(tally.getKey(), alike.get(tally.getKey()));
        String article = ids == null ? null : Collections.min(ids);
        out.output(HeadlineTallies.headline(tally.getValue(), article));
      }
    }
  }
}
