package dev.newsfold.flow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import dev.newsfold.aggregate.Dimensions;
import dev.newsfold.aggregate.Lateness;
import dev.newsfold.aggregate.Tallies;
import dev.newsfold.records.Article;
import dev.newsfold.records.Origin;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;

/** What articles are counted, dated and linked by is there without their texts. */
class LeaveOutContentTest {
  private static final Article WHOLE =
      Article.newBuilder()
          .setId("a")
          .setUrl("https://www.paper.example/a.html")
          .setCanonicalUrl("https://paper.example/a.html")
          .setSite("paper.example")
          .setCapturedAt(Instant.parse("2026-03-09T00:00:00Z"))
          .setFirstCapturedAt(Instant.parse("2026-03-09T00:00:00Z"))
          .setCaptures(3)
          .setTextHashes(List.of(1L, 2L))
          .setOrigin(Origin.newBuilder().setFile("a.warc").build())
          .setPayloadDigest("d")
          .setHeadline("A bridge is opened")
          .setBody("The bridge was opened. ".repeat(50))
          .setSummary("It was opened.")
          .setPublishedAt(Instant.parse("2026-03-01T06:00:00Z"))
          .setPublishDay(LocalDate.parse("2026-03-01"))
          .setSection("Cities")
          .setSource("The Wire")
          .setAgencies(List.of("The Wire"))
          .setLanguage("en")
          .setEvidence(Map.of("headline", "h1"))
          .setSketch(ByteBuffer.wrap(new byte[100]))
          .setStoryId("s")
          .build();

  @Test
  void whatIsCountedIsTheSame() {
    TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);
    PCollection<Article> slim =
        pipeline
            .apply(Create.of(WHOLE).withCoder(RecordCoder.of(Article.class)))
            .apply(LeaveOutContent.ofArticles());
    PAssert.thatSingleton(slim)
        .satisfies(
            article -> {
              Lateness lateness = new Lateness(Duration.ofDays(2));
              assertThat(Tallies.of(article), equalTo(Tallies.of(WHOLE)));
              assertThat(Dimensions.of(article), equalTo(Dimensions.of(WHOLE)));
              assertThat(lateness.of(article).isPresent(), equalTo(true));
              assertThat(lateness.of(article), equalTo(lateness.of(WHOLE)));
              assertThat(article.getCanonicalUrl(), equalTo(WHOLE.getCanonicalUrl()));
              assertThat(size(article), lessThan(size(WHOLE) - 1_200));
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  private static int size(Article article) {
    try {
      return CoderUtils.encodeToByteArray(RecordCoder.of(Article.class), article).length;
    } catch (CoderException e) {
      throw new AssertionError(e);
    }
  }
}
