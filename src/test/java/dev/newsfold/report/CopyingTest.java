package dev.newsfold.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.newsfold.records.Copy;
import dev.newsfold.records.CopyReason;
import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.Dimension;
import dev.newsfold.records.Fuller;
import dev.newsfold.records.Relation;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CopyingTest {
  private static final Instant NINE = Instant.parse("2020-09-25T01:00:00Z");

  private final Copying copying = new Copying();

  @Test
  void pairsAreCountedWithTheirLagsAndTheMostCopiesComeFirst() {
    copying.add(copy("b", "a", 600L));
    copying.add(copy("c", "a", 60L));
    copying.add(copy("c", "a", null));
    Copying.Flow first = copying.flows().get(0);
    assertThat(first.pair(), equalTo(new Copying.Pair("a", "c")));
    assertThat(first.copies(), is(2L));
    assertThat(first.lags(), is(1L));
    assertThat(copying.lags().undated(), is(1L));
    assertThat(copying.of("a").given(), is(3L));
    assertThat(copying.of("c").taken(), is(2L));
  }

  @Test
  void whatWasWithdrawnDoesNotCount() {
    Copy gone = copy("b", "a", 600L);
    gone.setWithdrawn(true);
    copying.add(gone);
    assertThat(copying.copies(), is(0L));
  }

  @Test
  void articlesOfNoSiteAreNoSiteThatWasFirst() {
    copying.add(
        story(member("a1", "", NINE.minusSeconds(3600)), member("b1", "b", NINE)), new IdSet());
    assertThat(copying.of("b").races(), is(0L));
    copying.add(copy("b", "", 600L));
    assertThat(copying.busiest(5), equalTo(List.of()));
  }

  @Test
  void onlyTimesToTheMinuteSayWhoWasFirst() {
    IdSet dayOnly = new IdSet();
    dayOnly.add("a1");
    copying.add(
        story(member("a1", "a", NINE.minusSeconds(3600)), member("b1", "b", NINE)), dayOnly);
    assertThat(copying.of("a").firstMover(), is(nullValue()));
    assertThat(copying.of("b").firstMover(), is(nullValue()));
    copying.add(
        story(
            member("a2", "a", NINE),
            member("b2", "b", NINE.plusSeconds(60)),
            member("c2", "c", null)),
        dayOnly);
    assertThat(copying.of("a").firstMover(), is(1.0));
    assertThat(copying.of("b").firstMover(), is(0.0));
    assertThat(copying.of("c").firstMover(), is(nullValue()));
    assertThat(copying.of("a").original(), is(2L));
  }

  @Test
  void theMedianOfAnyNumberOfLagsIsRightToWithinATenth() {
    Random random = new Random(3);
    for (int round = 0; round < 50; round++) {
      long[] lags =
          LongStream.generate(() -> (long) Math.exp(random.nextDouble() * 14))
              .limit(1 + random.nextInt(400))
              .sorted()
              .toArray();
      Lags counted = new Lags();
      for (long lag : lags) {
        counted.add(lag);
      }
      double median = lags[(lags.length - 1) / 2];
      double found = counted.median() == null ? -1 : counted.median();
      assertThat(found, closeTo(median, 1 + 0.1 * median));
    }
  }

  @Test
  void aLagBelowZeroIsNoLongOne() {
    LagBars bars = new LagBars();
    bars.add(-5L);
    bars.add(59L);
    bars.add(60L);
    bars.add(99_999_999L);
    assertThat(bars.count(0), is(1L));
    assertThat(bars.count(1), is(1L));
    assertThat(bars.count(2), is(1L));
    assertThat(bars.count(bars.size() - 1), is(1L));
    assertThat(LagBars.label(2), equalTo("1 min–5 min"));
  }

  @Test
  void concentrationIsOneForASingleSource() {
    Concentration concentration = new Concentration();
    concentration.add(row(Dimension.ALL, "", 10));
    concentration.add(row(Dimension.SOURCE, "x", 4));
    concentration.add(row(Dimension.SOURCE, "y", 4));
    concentration.add(row(Dimension.SOURCE, "", 2));
    concentration.add(row(Dimension.AGENCY, "", 7));
    concentration.add(row(Dimension.AGENCY, "z", 3));
    Concentration.Window window = concentration.windows().get(0);
    assertThat(window.herfindahl(), is(0.5));
    assertThat(window.agencies(), closeTo(0.3, 1e-9));
  }

  private static DailyAggregate row(Dimension dimension, String key, long articles) {
    return DailyAggregate.newBuilder()
        .setDay(LocalDate.of(2020, 9, 25))
        .setWindowStart(NINE)
        .setWindowEnd(NINE)
        .setZone("UTC")
        .setDimension(dimension)
        .setKey(key)
        .setCaptures(articles)
        .setArticles(articles)
        .setStories(articles)
        .setCrossPosts(0)
        .setSites(1)
        .setFirstPublishedAt(NINE)
        .setLastPublishedAt(NINE)
        .build();
  }

  private static Story story(StoryMember... members) {
    return Story.newBuilder()
        .setId("s")
        .setHeadline("")
        .setCanonicalArticleId(members[0].getArticleId())
        .setMembers(List.of(members))
        .setSiteCount(members.length)
        .build();
  }

  private static StoryMember member(String id, String site, @Nullable Instant time) {
    return StoryMember.newBuilder()
        .setArticleId(id)
        .setUrl("")
        .setSite(site)
        .setHeadline("")
        .setPublishedAt(time)
        .setRelation(Relation.COPY)
        .build();
  }

  private static Copy copy(String site, String original, @Nullable Long lag) {
    return Copy.newBuilder()
        .setArticleId("1")
        .setUrl("")
        .setSite(site)
        .setHeadline("")
        .setOriginalId("2")
        .setOriginalSite(original)
        .setStoryId("s")
        .setWhy(CopyReason.NAMED_SOURCE)
        .setLagSeconds(lag)
        .setFuller(Fuller.EQUAL)
        .build();
  }
}
