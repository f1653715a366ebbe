package dev.newsfold.flow;

import dev.newsfold.aggregate.HeadlineTallies;
import dev.newsfold.captures.Addresses;
import dev.newsfold.dedupe.HeadlineKey;
import dev.newsfold.records.Article;
import dev.newsfold.records.Headline;
import dev.newsfold.records.HeadlineSighting;
import dev.newsfold.records.HeadlineTally;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Folds sightings by headline key, and names the captured article that carries the headline: the
 * one a sighting links to, or else one with the same headline key; of several the one with the
 * smallest id.
 */
public final class FoldHeadlines
    extends PTransform<PCollection<HeadlineSighting>, PCollection<Headline>> {
  private static final TupleTag<HeadlineTally> TALLY = new TupleTag<>("tally") {};
  private static final TupleTag<String> ARTICLE = new TupleTag<>("article") {};
  private static final TupleTag<String> LINKED = new TupleTag<>("linked") {};
  private static final TupleTag<String> HEADLINE = new TupleTag<>("headline") {};
  private static final KvCoder<String, String> STRINGS =
      KvCoder.of(StringUtf8Coder.of(), StringUtf8Coder.of());

  private final PCollection<Article> articles;

  private FoldHeadlines(PCollection<Article> articles) {
    this.articles = articles;
  }

  /** Folds sightings and joins them to {@code articles}. */
  public static FoldHeadlines joinedTo(PCollection<Article> articles) {
    return new FoldHeadlines(articles);
  }

  @Override
  public PCollection<Headline> expand(PCollection<HeadlineSighting> sightings) {
    PCollection<KV<String, HeadlineTally>> tallies =
        sightings
            .apply(
                "ByKey",
                MapElements.into(
                        TypeDescriptors.kvs(
                            TypeDescriptors.strings(), TypeDescriptor.of(HeadlineTally.class)))
                    .via(s -> KV.of(HeadlineKey.of(s.getHeadline()), HeadlineTallies.of(s))))
            .setCoder(Coders.keyed(HeadlineTally.class))
            .apply("Tally", Merge.perKey(HeadlineTallies::merge));

    PCollection<KV<String, String>> byHref =
        tallies.apply("Links", ParDo.of(new LinksFn())).setCoder(STRINGS);
    PCollection<KV<String, String>> byUrl =
        strings("ArticlesByUrl", a -> KV.of(a.getCanonicalUrl(), a.getId()));
    PCollection<KV<String, String>> linked =
        KeyedPCollectionTuple.of(HEADLINE, byHref)
            .and(ARTICLE, byUrl)
            .apply("JoinLinks", CoGroupByKey.create())
            .apply("LinkedArticle", ParDo.of(new LinkedFn()))
            .setCoder(STRINGS);

    return KeyedPCollectionTuple.of(TALLY, tallies)
        .and(LINKED, linked)
        .and(
            ARTICLE,
            strings("ArticlesByKey", a -> KV.of(HeadlineKey.of(a.getHeadline()), a.getId())))
        .apply("JoinKeys", CoGroupByKey.create())
        .apply("Headlines", ParDo.of(new HeadlineFn()))
        .setCoder(AvroCoder.specific(Headline.class));
  }

  private PCollection<KV<String, String>> strings(
      String name,
      org.apache.beam.sdk.transforms.SerializableFunction<Article, KV<String, String>> entry) {
    return articles
        .apply(
            name,
            MapElements.into(
                    TypeDescriptors.kvs(TypeDescriptors.strings(), TypeDescriptors.strings()))
                .via(entry))
        .setCoder(STRINGS);
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
        @Element KV<String, CoGbkResult> address, OutputReceiver<KV<String, String>> out) {
      String article = smallest(address.getValue().getAll(ARTICLE));
      if (article != null) {
        for (String headlineKey : address.getValue().getAll(HEADLINE)) {
          out.output(KV.of(headlineKey, article));
        }
      }
    }
  }

  private static final class HeadlineFn extends DoFn<KV<String, CoGbkResult>, Headline> {
    @ProcessElement
    public void process(@Element KV<String, CoGbkResult> key, OutputReceiver<Headline> out) {
      HeadlineTally tally = key.getValue().getOnly(TALLY, null);
      if (tally != null) {
        String linked = smallest(key.getValue().getAll(LINKED));
        String article = linked == null ? smallest(key.getValue().getAll(ARTICLE)) : linked;
        out.output(HeadlineTallies.headline(key.getKey(), tally, article));
      }
    }
  }

  private static @org.jspecify.annotations.Nullable String smallest(Iterable<String> ids) {
    String smallest = null;
    for (String id : ids) {
      smallest = smallest == null || id.compareTo(smallest) < 0 ? id : smallest;
    }
    return smallest;
  }
}
