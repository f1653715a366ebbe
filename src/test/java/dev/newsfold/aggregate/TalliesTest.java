package dev.newsfold.aggregate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import dev.newsfold.records.Article;
import dev.newsfold.records.Dimension;
import dev.newsfold.records.HeadlineSighting;
import dev.newsfold.records.HeadlineTally;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.StoryTally;
import dev.newsfold.records.WindowTally;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TalliesTest {
  private final Random random = new Random(7);

  @Test
  void aStorysTallyIsTheSameInAnyOrder() {
    List<StoryTally> tallies = new ArrayList<>();
    for (Article article : articles(60)) {
      article.setStoryId("one");
      tallies.add(Tallies.of(article));
    }
    MergeLaws.check(tallies, Tallies::merge, random);
  }

  @Test
  void aWindowsTallyIsTheSameInAnyOrder() {
    Map<String, StoryTally> stories = new TreeMap<>();
    for (Article article : articles(300)) {
      article.setStoryId("story" + random.nextInt(60));
      StoryTally tally = Tallies.of(article);
      stories.merge(tally.getStoryId(), tally, Tallies::merge);
    }
    List<WindowTally> tallies =
        new ArrayList<>(stories.values().stream().map(Tallies::of).toList());
    tallies.add(Tallies.empty());
    MergeLaws.check(tallies, Tallies::merge, random);
  }

  @Test
  void headlineTalliesAreTheSameInAnyOrder() {
    List<HeadlineTally> tallies = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      tallies.add(
          HeadlineTallies.of(
              HeadlineSighting.newBuilder()
                  .setHeadline("spelling " + random.nextInt(5))
                  .setHref(random.nextBoolean() ? null : "http://a.example/" + random.nextInt(40))
                  .setPageUrl("http://p.example/" + random.nextInt(30))
                  .setSite("s" + random.nextInt(4))
                  .setCapturedAt(
                      random.nextBoolean() ? null : Instant.ofEpochSecond(random.nextInt(1000)))
                  .setRank(1)
                  .setList("ticker")
                  .build()));
    }
    MergeLaws.check(tallies, HeadlineTallies::merge, random);
  }

  @Test
  void ledgerEntriesAddUpInAnyOrderToAnAccountThatBalances() {
    List<InputFile> entries = new ArrayList<>();
    entries.add(
        Ledger.of("f")
            .setSize(9L)
            .setDigest("d")
            .setCaptures(7)
            .setSkips(Map.of("image", 2L))
            .build());
    for (int i = 0; i < 5; i++) {
      entries.add(Ledger.parsed("f"));
    }
    entries.add(Ledger.won("f"));
    entries.add(Ledger.won("f"));
    MergeLaws.check(entries, Ledger::add, random);
    InputFile sum = entries.stream().reduce(Ledger::add).orElseThrow();
    assertThat(sum.getArticles(), equalTo(2L));
    assertThat(sum.getRecaptures(), equalTo(3L));
    assertThat(Ledger.unexplained(sum), equalTo(0L));
    assertThat(
        Ledger.unexplained(Ledger.add(sum, Ledger.of("f").setCaptures(1).build())), equalTo(1L));
  }

  @Test
  void anArticleCountsOnceInEveryDimensionAndOnceForEachAgency() {
    Article article = Invented.article(random, "a");
    article.setSource(null);
    article.setAgencies(List.of("AP", "AFP", "AP"));
    List<Dimensions.Row> rows = Dimensions.of(article);
    assertThat(rows, hasSize(7));
    assertThat(
        rows,
        hasItems(
            new Dimensions.Row(Dimension.ALL, ""),
            new Dimensions.Row(Dimension.SOURCE, ""),
            new Dimensions.Row(Dimension.AGENCY, "AP"),
            new Dimensions.Row(Dimension.AGENCY, "AFP")));
  }

  @Test
  void aRowsKeySurvivesItsEncoding() {
    for (Dimensions.Row row : Dimensions.of(Invented.article(random, "a"))) {
      String key = Dimensions.Row.keyOf(row.encode("story"));
      assertThat(Dimensions.Row.decode(key), equalTo(row));
    }
  }

  @Test
  void anArticleWithoutAnAddressIsOfNoSite() {
    Article article = Invented.article(random, "a");
    article.setSite("");
    WindowTally none = Tallies.of(Tallies.of(article));
    assertThat(none.getSites(), empty());
    WindowTally two = Tallies.merge(none, Tallies.of(Tallies.of(Invented.article(random, "b"))));
    assertThat(two.getSites(), hasSize(1));
  }

  @Test
  void topStoriesAreThoseOnMostSites() {
    Article a = Invented.article(random, "a");
    Article b = Invented.article(random, "b");
    a.setStoryId("s");
    b.setStoryId("s");
    a.setSite("x");
    b.setSite("y");
    WindowTally window =
        Tallies.merge(
            Tallies.of(Tallies.merge(Tallies.of(a), Tallies.of(b))),
            Tallies.of(Tallies.of(Invented.article(random, "c"))));
    assertThat(window.getTopStories(), hasSize(1));
    assertThat(
        window.getSites().subList(window.getSites().size() - 2, window.getSites().size()),
        contains("x", "y"));
    assertThat(window.getTopStories().get(0).getSites(), equalTo(2));
  }

  @Test
  void anArticleOlderThanTheHorizonIsLateWithTheReason() {
    Article article = Invented.article(random, "a");
    article.setFirstCapturedAt(article.getPublishedAt().plus(Duration.ofDays(11)));
    assertThat(new Lateness(Duration.ofDays(10)).of(article).isPresent(), equalTo(true));
    assertThat(new Lateness(Duration.ofDays(11)).of(article).isPresent(), equalTo(false));
    assertThat(new Lateness(null).of(article).isPresent(), equalTo(false));
    article.setFirstCapturedAt(null);
    assertThat(new Lateness(Duration.ofDays(10)).of(article).isPresent(), equalTo(false));
  }

  private List<Article> articles(int count) {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      articles.add(Invented.article(random, "id" + i));
    }
    return articles;
  }
}
