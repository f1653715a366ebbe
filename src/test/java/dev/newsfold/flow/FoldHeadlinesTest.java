package dev.newsfold.flow;

import dev.newsfold.aggregate.HeadlineTallies;
import dev.newsfold.captures.Digests;
import dev.newsfold.records.Article;
import dev.newsfold.records.HeadlineSighting;
import dev.newsfold.records.HeadlineTally;
import dev.newsfold.records.Origin;
import java.time.Instant;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldHeadlinesTest {
  /** An article's id tells neither http from https nor {@code www.} from its absence. */
  @ParameterizedTest
  @CsvSource({
    "http://www.daily.example/a.html, http://www.daily.example/a.html, true",
    "http://www.daily.example/a.html, https://www.daily.example/a.html, true",
    "https://daily.example/a.html, http://www.daily.example/a.html, true",
    "http://m.daily.example/a.html, http://daily.example/a.html, false",
    "http://daily.example/a.html, http://daily.example/b.html, false"
  })
  void linksLeadToTheArticle(String href, String canonicalUrl, boolean found) {
    TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);
    Coders.register(pipeline);
    String id = Digests.id(canonicalUrl);
    Article article =
        Article.newBuilder()
            .setId(id)
            .setUrl(canonicalUrl)
            .setCanonicalUrl(canonicalUrl)
            .setSite("daily.example")
            .setOrigin(Origin.newBuilder().setFile("a.warc").build())
            .setPayloadDigest("d")
            .setHeadline("The bridge is closed")
            .build();
    HeadlineTally tally =
        HeadlineTallies.of(
            HeadlineSighting.newBuilder()
                .setHeadline("Harbour bridge to close on Monday")
                .setHeadlineKey("harbour bridge to close on monday")
                .setHref(href)
                .setPageUrl("http://other.example/")
                .setSite("other.example")
                .setCapturedAt(Instant.EPOCH)
                .setRank(1)
                .setList("ticker")
                .build());
    PCollection<String> ids =
        pipeline
            .apply("Tallies", Create.of(tally).withCoder(RecordCoder.of(HeadlineTally.class)))
            .apply(
                FoldHeadlines.joinedTo(
                    pipeline.apply(
                        "Articles", Create.of(article).withCoder(RecordCoder.of(Article.class))),
                    Grouping.BY_KEY))
            .apply(
                MapElements.into(TypeDescriptors.strings())
                    .via(headline -> String.valueOf(headline.getArticleId())));
    PAssert.that(ids).containsInAnyOrder(found ? id : "null");
    pipeline.run().waitUntilFinish();
  }
}
