package dev.newsfold.flow;

import dev.newsfold.aggregate.HeadlineTallies;
import dev.newsfold.records.AddressArticle;
import dev.newsfold.records.AddressNews;
import dev.newsfold.records.HeadlineNews;
import dev.newsfold.records.HeadlineSighting;
import java.time.Duration;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.jupiter.api.Test;

class JoinAddressesTest {
  private static final Duration RETENTION = Duration.ofDays(10);
  private static final String ADDRESS = "a.example/latest";

  private TestStream.Builder<KV<String, AddressNews>> stream =
      TestStream.create(Coders.keyed(AddressNews.class));

  /** Something comes all the time, so that the address itself is never forgotten. */
  @Test
  void aHeadlineThatIsNoLongerSeenThereIsForgotten() {
    come("first");
    for (int day = 4; day <= 20; day += 4) {
      pass(4);
      come("always");
    }
    come("last");
    pass(8);
    come(article());
    checkLinked("always", "last");
  }

  @Test
  void noHeadlineIsRememberedForTwiceTheRetention() {
    come("first");
    pass(9);
    come("second");
    pass(9);
    come("third");
    pass(9);
    come(article());
    checkLinked("third");
  }

  @Test
  void aHeadlineIsRememberedForTheRetention() {
    come("first");
    pass(9);
    come("second");
    pass(9);
    come(article());
    // They would be told of it twice if they were still waiting for it.
    come(article());
    checkLinked("first", "second");
  }

  @Test
  void anAddressThatNothingComesOfIsForgotten() {
    come("first");
    pass(11);
    come(article());
    checkLinked();
  }

  @Test
  void aHeadlineThatIsSeenBehindTheArticleIsLinkedAtOnce() {
    come(article());
    pass(9);
    come("first");
    pass(9);
    come("second");
    checkLinked("first", "second");
  }

  private void come(String headline) {
    HeadlineSighting sighting =
        HeadlineSighting.newBuilder()
            .setHeadlineKey(headline)
            .setHeadline(headline)
            .setHref("http://" + ADDRESS)
            .setPageUrl("http://b.example/1")
            .setSite("b.example")
            .setRank(1)
            .setList("ticker")
            .build();
    come(AddressNews.newBuilder().setSighting(HeadlineTallies.of(sighting)).build());
  }

  private void come(AddressNews news) {
    stream = stream.addElements(KV.of(ADDRESS, news));
  }

  private static AddressNews article() {
    return AddressNews.newBuilder().setArticle(new AddressArticle("id", "borne", 1)).build();
  }

  private void pass(int days) {
    // Day by day, for a timer that is set again counts from where the clock then stands.
    for (int day = 0; day < days; day++) {
      stream = stream.advanceProcessingTime(org.joda.time.Duration.standardDays(1));
    }
  }

  private void checkLinked(String... headlines) {
    TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);
    Coders.register(pipeline);
    PCollection<KV<String, HeadlineNews>> news =
        pipeline
            .apply(stream.advanceWatermarkToInfinity())
            .apply(
                ParDo.of(new JoinAddresses(RETENTION))
                    .withOutputTags(JoinAddresses.NEWS, TupleTagList.of(FollowHeadlines.SUMS)))
            .get(JoinAddresses.NEWS)
            .setCoder(Coders.keyed(HeadlineNews.class));
    PAssert.that(
            news.apply("Linked", Filter.by(one -> one.getValue().getLinked() != null))
                .apply("Keys", MapElements.into(TypeDescriptors.strings()).via(KV::getKey)))
        .containsInAnyOrder(headlines);
    pipeline.run().waitUntilFinish();
  }
}
