package dev.newsfold.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.newsfold.aggregate.Invented;
import dev.newsfold.aggregate.MergeLaws;
import dev.newsfold.records.Article;
import dev.newsfold.records.Content;
import dev.newsfold.records.Origin;
import dev.newsfold.records.RecaptureGroup;
import dev.newsfold.records.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertThat(
        all.getContents().stream().map(Content::getPayloadDigest).toList(),
        equalTo(List.of(early.getPayloadDigest(), between.getPayloadDigest())));
  }

  @Test
  void whereTheFirstCaptureLiesIsKnownOfAnyNumberOfThemThatSayTheSame() {
    Article article = Invented.article(random, "one");
    List<RecaptureGroup> groups = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Article capture = Article.newBuilder(article).setPayloadDigest("payload " + i).build();
      capture.setCapturedAt(i % 4 == 3 ? null : Instant.ofEpochSecond(100 + i / 2));
      capture.setOrigin(new Origin("file " + i % 7, (long) i, null));
      groups.add(Recaptures.of(capture));
    }
    MergeLaws.check(groups, Recaptures::merge, random);
    Article winner =
        groups.stream().reduce(Recaptures::merge).map(Recaptures::winner).orElseThrow();
    assertThat(winner.getContents(), equalTo(List.of()));
    assertThat(winner.getFirstOrigin(), equalTo(new Origin("file 0", 0L, null)));
    assertThat(winner.getFirstPayloadDigest(), equalTo("payload 0"));
  }

  /** A file's name says nothing of the age of what is in it. */
  @ParameterizedTest
  @CsvSource({
    "a.warc, 2, b.warc, 1, b.warc",
    "a.warc, 1, b.warc, 2, a.warc",
    "a.warc, 1, b.warc, 1, a.warc",
  })
  void ofCapturesOfOneTimeTheFirstIsToldByDigestThenByPlace(
      String file, String digest, String otherFile, String otherDigest, String first) {
    Article one = Invented.article(random, "one");
    one.setCapturedAt(Instant.EPOCH);
    one.setOrigin(new Origin(file, 0L, null));
    one.setPayloadDigest(digest);
    Article other = Article.newBuilder(one).setPayloadDigest(otherDigest).build();
    other.setOrigin(new Origin(otherFile, 0L, null));
    MergeLaws.check(List.of(Recaptures.of(one), Recaptures.of(other)), Recaptures::merge, random);
    RecaptureGroup both = Recaptures.merge(Recaptures.of(one), Recaptures.of(other));
    // Captures that say the same have one content: a third tells where the first of them lies.
    Origin origin = FirstCapture.of(Recaptures.winner(both)).origin();
    assertThat(origin == null ? "none" : origin.getFile(), equalTo(first));
  }

  @Test
  void whatAReleaseLeftThatDidNotSayWhereTheFirstLiesIsNotGuessed() {
    Article before = Invented.article(random, "one");
    before.setCaptures(2);
    before.setFirstCapturedAt(Instant.parse("2021-01-01T00:00:00Z"));
    before.setCapturedAt(Instant.parse("2021-01-02T00:00:00Z"));
    Article after = Article.newBuilder(before).setHeadline("changed").setCaptures(1).build();
    after.setFirstCapturedAt(null);
    after.setCapturedAt(Instant.parse("2021-01-03T00:00:00Z"));
    Article winner = Recaptures.winner(List.of(before, after));
    List<Version> versions = ArticleVersions.of(winner);
    assertThat(versions.get(0).getOrigin(), nullValue());
    assertThat(versions.get(1).getOrigin(), equalTo(after.getOrigin()));
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

  /** Whatever the digests say, by which other captures of one time are told apart. */
  @ParameterizedTest
  @CsvSource({
    "2021-01-01T00:00:00Z, 2021-01-01T00:00:00Z, whole",
    ", , whole",
    "2021-01-01T00:00:00Z, 2021-01-02T00:00:00Z, cut"
  })
  void aPageThatWasCutGivesWayToTheWholeOneOfItsTime(
      @Nullable Instant wholeAt, @Nullable Instant cutAt, String winner) {
    for (String digest : List.of("a", "c")) {
      Article whole = Invented.article(random, "one");
      whole.setCapturedAt(wholeAt);
      whole.setPayloadDigest("b");
      whole.setBody("whole");
      Article cut = Article.newBuilder(whole).setTruncated(true).setBody("cut").build();
      cut.setCapturedAt(cutAt);
      cut.setPayloadDigest(digest);
      MergeLaws.check(List.of(Recaptures.of(cut), Recaptures.of(whole)), Recaptures::merge, random);
      assertThat(
          Recaptures.merge(Recaptures.of(cut), Recaptures.of(whole)).getLatest().getBody(),
          equalTo(winner));
    }
  }

  /** As a zip holds them: equal bytes of one time, that canonical links send to one address. */
  @Test
  void membersOfAnArchiveAreToldApart() {
    Article page = Invented.article(random, "one");
    List<RecaptureGroup> groups = new ArrayList<>();
    for (String member : List.of("c.html", "a.html", "d.html", "b.html")) {
      Article article =
          Article.newBuilder(page).setOrigin(new Origin("pages.zip", null, member)).build();
      groups.add(Recaptures.of(article));
    }
    MergeLaws.check(groups, Recaptures::merge, random);
  }

  @Test
  void aSingleCaptureWithoutATimeStaysWithoutOne() {
    Article article = Invented.article(random, "one");
    article.setCapturedAt(null);
    assertThat(Recaptures.winner(Recaptures.of(article)).getFirstCapturedAt(), nullValue());
  }
}
