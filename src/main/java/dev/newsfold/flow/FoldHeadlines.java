package dev.newsfold.flow;

import dev.newsfold.aggregate.HeadlineFold;
import dev.newsfold.captures.Addresses;
import dev.newsfold.dedupe.HeadlineKey;
import dev.newsfold.records.Article;
import dev.newsfold.records.Headline;
import dev.newsfold.records.HeadlineNews;
import dev.newsfold.records.HeadlineTally;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.BooleanCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/**
 * Folds what runs have seen of headlines, and names the captured article that carries each ({@link
 * HeadlineFold}): by the addresses that it links to, and by its key.
 */
public final class FoldHeadlines
    extends PTransform<PCollection<HeadlineTally>, PCollection<Headline>> {
  /** Of an address: the id of an article there, and true; or the key of a headline, and false. */
  private static final KvCoder<Boolean, String> AT_ADDRESS =
      KvCoder.of(BooleanCoder.of(), StringUtf8Coder.of());

  private static final RecordCoder<HeadlineNews> NEWS = RecordCoder.of(HeadlineNews.class);

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
  public PCollection<Headline> expand(PCollection<HeadlineTally> tallies) {
    PCollection<KV<String, HeadlineNews>> linked =
        PCollectionList.of(atAddresses(tallies.apply("Links", ParDo.of(new LinksFn()))))
            .and(atAddresses(articles.apply("Addresses", ParDo.of(new AddressFn()))))
            .apply("LinksAndAddresses", Flatten.pCollections())
            .apply("ByAddress", grouping.group(AT_ADDRESS))
            .apply("Linked", ParDo.of(new LinkedFn(grouping)));
    return PCollectionList.of(news(linked))
        .and(news(tallies.apply("Seen", ParDo.of(new SeenFn()))))
        .and(news(articles.apply("Carriers", ParDo.of(new CarrierFn()))))
        .apply("News", Flatten.pCollections())
        .apply("ByKey", grouping.group(NEWS))
        .apply("Headlines", ParDo.of(new HeadlineFn(grouping)))
        .setCoder(RecordCoder.of(Headline.class));
  }

  private static PCollection<KV<String, KV<Boolean, String>>> atAddresses(
      PCollection<KV<String, KV<Boolean, String>>> keyed) {
    return keyed.setCoder(KvCoder.of(StringUtf8Coder.of(), AT_ADDRESS));
  }

  private static PCollection<KV<String, HeadlineNews>> news(
      PCollection<KV<String, HeadlineNews>> keyed) {
    return keyed.setCoder(Coders.keyed(HeadlineNews.class));
  }

  private static final class LinksFn extends DoFn<HeadlineTally, KV<String, KV<Boolean, String>>> {
    @ProcessElement
    public void process(
        @Element HeadlineTally tally, OutputReceiver<KV<String, KV<Boolean, String>>> out) {
      for (String href : tally.getHrefs()) {
        String address = HeadlineFold.linkedTo(href);
        if (address != null) {
          out.output(KV.of(address, KV.of(false, tally.getHeadlineKey())));
        }
      }
    }
  }

  private static final class AddressFn extends DoFn<Article, KV<String, KV<Boolean, String>>> {
    @ProcessElement
    public void process(
        @Element Article article, OutputReceiver<KV<String, KV<Boolean, String>>> out) {
      out.output(
          KV.of(Addresses.identity(article.getCanonicalUrl()), KV.of(true, article.getId())));
    }
  }

  private static final class LinkedFn
      extends DoFn<
          KV<String, Iterable<KV<String, KV<Boolean, String>>>>, KV<String, HeadlineNews>> {
    private final Grouping grouping;

    private LinkedFn(Grouping grouping) {
      this.grouping = grouping;
    }

    @ProcessElement
    public void process(
        @Element KV<String, Iterable<KV<String, KV<Boolean, String>>>> group,
        OutputReceiver<KV<String, HeadlineNews>> out) {
      grouping.<KV<Boolean, String>>forEachKey(
          group,
          (address, there) -> {
            String id = null;
            List<String> keys = new ArrayList<>();
            for (KV<Boolean, String> one : there) {
              if (one.getKey()) {
                id = id == null ? one.getValue() : HeadlineFold.smaller(id, one.getValue());
              } else {
                keys.add(one.getValue());
              }
            }
            if (id != null) {
              linked(address, id, keys, out);
            }
          });
    }

    private static void linked(
        String address,
        String id,
        List<String> keys,
        OutputReceiver<KV<String, HeadlineNews>> out) {
      HeadlineNews news = HeadlineNews.newBuilder().setAddress(address).setLinked(id).build();
      keys.forEach(key -> out.output(KV.of(key, news)));
    }
  }

  private static final class SeenFn extends DoFn<HeadlineTally, KV<String, HeadlineNews>> {
    @ProcessElement
    public void process(
        @Element HeadlineTally tally, OutputReceiver<KV<String, HeadlineNews>> out) {
      HeadlineNews news = new HeadlineNews();
      news.setSighting(tally);
      out.output(KV.of(tally.getHeadlineKey(), news));
    }
  }

  private static final class CarrierFn extends DoFn<Article, KV<String, HeadlineNews>> {
    @ProcessElement
    public void process(@Element Article article, OutputReceiver<KV<String, HeadlineNews>> out) {
      HeadlineNews news = new HeadlineNews();
      news.setCarrier(article.getId());
      out.output(KV.of(HeadlineKey.of(article.getHeadline()), news));
    }
  }

  /** Reads each group once: Flink lets a large one be read no more often. */
  private static final class HeadlineFn
      extends DoFn<KV<String, Iterable<KV<String, HeadlineNews>>>, Headline> {
    private final Grouping grouping;

    private HeadlineFn(Grouping grouping) {
      this.grouping = grouping;
    }

    @ProcessElement
    public void process(
        @Element KV<String, Iterable<KV<String, HeadlineNews>>> group,
        OutputReceiver<Headline> out) {
      grouping.<HeadlineNews>forEachKey(
          group,
          (key, news) -> {
            HeadlineFold fold = new HeadlineFold();
            news.forEach(fold::add);
            fold.headline().ifPresent(out::output);
          });
    }
  }
}
