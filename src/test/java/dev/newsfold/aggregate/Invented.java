package dev.newsfold.aggregate;

import dev.newsfold.records.Article;
import dev.newsfold.records.Origin;
import dev.newsfold.records.Precision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;

/** Invented articles, a function of the random source that makes them. */
public final class Invented {
  private Invented() {}

  /** A dated article of one of few sites, sources and stories. */
  public static Article article(Random random, String id) {
    Instant at = Instant.ofEpochSecond(1_600_000_000L + random.nextInt(400_000));
    int site = random.nextInt(5);
    return Article.newBuilder()
        .setId(id)
        .setUrl("http://site" + site + ".example/" + id)
        .setCanonicalUrl("http://site" + site + ".example/" + id)
        .setSite("site" + site + ".example")
        .setOrigin(Origin.newBuilder().setFile("file" + random.nextInt(3)).build())
        .setPayloadDigest(Integer.toHexString(random.nextInt()))
        .setCapturedAt(at.plusSeconds(random.nextInt(1_000_000)))
        .setHeadline("headline " + random.nextInt(10))
        .setBody("body " + random.nextInt(4))
        .setPublishedAt(at)
        .setPublishedPrecision(Precision.SECOND)
        .setPublishDay(LocalDate.ofInstant(at, ZoneOffset.UTC))
        .setSource(random.nextBoolean() ? null : "source" + random.nextInt(3))
        .setSection(random.nextBoolean() ? null : "section" + random.nextInt(3))
        .setAgencies(random.nextBoolean() ? List.of() : List.of("AP", "AFP"))
        .setLanguage(random.nextBoolean() ? "zh" : "en")
        .setStoryId("story" + random.nextInt(8))
        .build();
  }
}
