package dev.newsfold.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.newsfold.aggregate.Invented;
import dev.newsfold.aggregate.MergeLaws;
import dev.newsfold.records.Article;
import dev.newsfold.records.RecaptureGroup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecapturesTest {
  private final Random random = new Random(11);

  @Test
  void theSameCaptureWinsInAnyOrder() {
    List<RecaptureGroup> groups = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Article article = Invented.article(random, "one");
      if (random.nextInt(4) == 0) {
        article.setCapturedAt(null);
      }
      groups.add(Recaptures.of(article));
    }
    MergeLaws.check(groups, Recaptures::merge, random);
  }

  @Test
  void moreContentsThanAreKeptMergeToTheSame() {
    List<RecaptureGroup> groups = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Article article = Invented.article(random, "one");
      article.setBody("body " + random.nextInt(60));
      article.setPublishedAt(Instant.EPOCH);
      article.setCapturedAt(Instant.ofEpochSecond(random.nextInt(50)));
      groups.add(Recaptures.of(article));
    }
    MergeLaws.check(groups, Recaptures::merge, random);
    Article winner =
        groups.stream().reduce(Recaptures::merge).map(Recaptures::winner).orElseThrow();
    assertThat(winner.getContents().size(), equalTo(Contents.MOST));
  }

  @Test
  void whatCapturesHoldGoesOnFromTheArticleThatAnEarlierRunLeft() {
    List<RecaptureGroup> groups = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      groups.add(Recaptures.of(Invented.article(random, "one")));
    }
    RecaptureGroup earlier = groups.subList(0, 7).stream().reduce(Recaptures::merge).orElseThrow();
    RecaptureGroup later = groups.subList(7, 12).stream().reduce(Recaptures::merge).orElseThrow();
    assertThat(
        Recaptures.winner(List.of(Recaptures.winner(later), Recaptures.winner(earlier))),
        equalTo(Recaptures.winner(Recaptures.merge(earlier, later))));
  }

  @Test
  void capturesThatSayTheSameAreOneContentHoweverOften() {
    Article early = Invented.article(random, "one");
    early.setCapturedAt(Instant.parse("2021-01-01T00:00:00Z"));
    Article late = Article.newBuilder(early).setPayloadDigest("another").build();
    late.setCapturedAt(Instant.parse("2021-02-01T00:00:00Z"));
    Article winner = Recaptures.winner(Recaptures.merge(Recaptures.of(late), Recaptures.of(early)));
    assertThat(winner.getContents(), equalTo(List.of()));
    // The earlier of the two is remembered without a content of its own.
    Article between = Article.newBuilder(early).setHeadline("another headline").build();
    between.setCapturedAt(Instant.parse("2021-01-15T00:00:00Z"));
    Article all = Recaptures.winner(List.of(winner, between));
    assertThat(
        all.getContents().stream().map(content -> content.getFirstCapturedAt()).toList(),
        equalTo(List.of(early.getCapturedAt(), between.getCapturedAt())));
  }

  @Test
  void theLatestCaptureWinsAndKnowsOfTheOthers() {
    Article early = Invented.article(random, "one");
    Article late = Invented.article(random, "one");
    Article timeless = Invented.article(random, "one");
    early.setCapturedAt(Instant.parse("2021-01-01T00:00:00Z"));
    late.setCapturedAt(Instant.parse("2021-02-01T00:00:00Z"));
    timeless.setCapturedAt(null);
    early.setBody("first");
    late.setBody("second");
    timeless.setBody("second");
    Article winner =
        Recaptures.winner(
            Recaptures.merge(
                Recaptures.of(late),
                Recaptures.merge(Recaptures.of(timeless), Recaptures.of(early))));
    assertThat(winner.getBody(), equalTo("second"));
    assertThat(winner.getCapturedAt(), equalTo(late.getCapturedAt()));
    assertThat(winner.getFirstCapturedAt(), equalTo(early.getCapturedAt()));
    assertThat(winner.getCaptures(), equalTo(3));
    assertThat(winner.getDifferingTexts(), equalTo(2));
  }

  @Test
  void aSingleCaptureWithoutATimeStaysWithoutOne() {
    Article article = Invented.article(random, "one");
    article.setCapturedAt(null);
    assertThat(Recaptures.winner(Recaptures.of(article)).getFirstCapturedAt(), nullValue());
  }
}
