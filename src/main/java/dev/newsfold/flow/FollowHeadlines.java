package dev.newsfold.flow;

import dev.newsfold.aggregate.HeadlineFold;
import dev.newsfold.aggregate.HeadlineTallies;
import dev.newsfold.captures.Addresses;
import dev.newsfold.dedupe.HeadlineKey;
import dev.newsfold.records.AddressArticle;
import dev.newsfold.records.AddressNews;
import dev.newsfold.records.Article;
import dev.newsfold.records.DownstreamSums;
import dev.newsfold.records.Headline;
import dev.newsfold.records.HeadlineNews;
import dev.newsfold.records.HeadlineSighting;
import dev.newsfold.records.HeadlineTally;
import dev.newsfold.records.PageSightings;
import java.time.Duration;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Follows the headlines seen in a stream, on as many workers as there are: the sightings of each
 * capture once ({@link OncePerCapture}), with the articles at the addresses they link to ({@link
 * JoinAddresses}), and the headlines that they and all articles make, again when they change
 * ({@link SayHeadlines}).
 *
 * <p>What happens is told in numbers, too, for {@link TellProgress}.
 */
public final class FollowHeadlines
    extends PTransform<PCollection<PageSightings>, PCollectionTuple> {
  /** Sightings, those of each capture once. */
  public static final TupleTag<HeadlineSighting> SIGHTINGS = new TupleTag<>("sightings") {};

  /** Headlines that are new or changed. */
  public static final TupleTag<Headline> HEADLINES = new TupleTag<>("headlines") {};

  /** What has happened to headlines and sightings, as it happens. */
  public static final TupleTag<DownstreamSums> SUMS = new TupleTag<>("sums") {};

  private static final TupleTag<KV<String, AddressNews>> LINKING = new TupleTag<>("linking") {};
  private static final TupleTag<KV<String, HeadlineNews>> BARE = new TupleTag<>("bare") {};

  private final PCollection<Article> articles;
  private final Duration every;
  private final Duration retention;

  private FollowHeadlines(PCollection<Article> articles, Duration every, Duration retention) {
    this.articles = articles;
    this.every = every;
    this.retention = retention;
  }

  /**
   * Follows headlines.
   *
   * @param articles as they are written, at each revision
   * @param every how long a headline is not said again
   * @param retention how long one that nothing has come of is remembered
   */
  public static FollowHeadlines with(
      PCollection<Article> articles, Duration every, Duration retention) {
    return new FollowHeadlines(articles, every, retention);
  }

  @Override
  public PCollectionTuple expand(PCollection<PageSightings> pages) {
    PCollectionTuple once =
        pages
            .apply(
                "ByCapture",
                WithKeys.<String, PageSightings>of(PageSightings::getCapture)
                    .withKeyType(TypeDescriptors.strings()))
            .setCoder(Coders.keyed(PageSightings.class))
            .apply(
                "OncePerCapture",
                ParDo.of(new OncePerCapture(retention))
                    .withOutputTags(SIGHTINGS, TupleTagList.of(SUMS)));
    PCollectionTuple seen =
        once.get(SIGHTINGS)
            .apply(
                "Sightings",
                ParDo.of(new SightingFn()).withOutputTags(LINKING, TupleTagList.of(BARE)));
    PCollectionTuple joined =
        PCollectionList.of(seen.get(LINKING).setCoder(Coders.keyed(AddressNews.class)))
            .and(
                articles
                    .apply(
                        "ByAddress",
                        MapElements.into(
                                TypeDescriptors.kvs(
                                    TypeDescriptors.strings(),
                                    TypeDescriptor.of(AddressNews.class)))
                            .via(FollowHeadlines::article))
                    .setCoder(Coders.keyed(AddressNews.class)))
            .apply("Addresses", Flatten.pCollections())
            .apply(
                "JoinAddresses",
                ParDo.of(new JoinAddresses(retention))
                    .withOutputTags(JoinAddresses.NEWS, TupleTagList.of(SUMS)));
    PCollectionTuple said =
        PCollectionList.of(
                joined.get(JoinAddresses.NEWS).setCoder(Coders.keyed(HeadlineNews.class)))
            .and(seen.get(BARE).setCoder(Coders.keyed(HeadlineNews.class)))
            .apply("News", Flatten.pCollections())
            .apply(
                "SayHeadlines",
                ParDo.of(new SayHeadlines(every, retention))
                    .withOutputTags(HEADLINES, TupleTagList.of(SUMS)));
    return PCollectionTuple.of(SIGHTINGS, once.get(SIGHTINGS))
        .and(HEADLINES, said.get(HEADLINES))
        .and(
            SUMS,
            PCollectionList.of(once.get(SUMS))
                .and(joined.get(SUMS))
                .and(said.get(SUMS))
                .apply("Sums", Flatten.pCollections()));
  }

  private static KV<String, AddressNews> article(Article article) {
    return KV.of(
        // An article that has moved to https stays the one that it is.
        Addresses.identity(article.getCanonicalUrl()),
        AddressNews.newBuilder()
            .setArticle(
                new AddressArticle(
                    article.getId(), HeadlineKey.of(article.getHeadline()), article.getRevision()))
            .build());
  }

  /** A sighting goes by the address that it links to, where it links to one. */
  private static final class SightingFn extends DoFn<HeadlineSighting, KV<String, AddressNews>> {
    @ProcessElement
    public void process(@Element HeadlineSighting sighting, MultiOutputReceiver out) {
      HeadlineTally tally = HeadlineTallies.of(sighting);
      String href = sighting.getHref();
      String address = href == null ? null : HeadlineFold.linkedTo(href);
      if (address == null) {
        out.get(BARE)
            .output(
                KV.of(
                    tally.getHeadlineKey(), HeadlineNews.newBuilder().setSighting(tally).build()));
      } else {
        out.get(LINKING)
            .output(KV.of(address, AddressNews.newBuilder().setSighting(tally).build()));
      }
    }
  }
}
