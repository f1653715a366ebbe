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
