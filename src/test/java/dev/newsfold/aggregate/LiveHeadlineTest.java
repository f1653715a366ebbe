package dev.newsfold.aggregate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.newsfold.records.Headline;
import dev.newsfold.records.HeadlineMemory;
import dev.newsfold.records.HeadlineNews;
import dev.newsfold.records.HeadlineSighting;
import dev.newsfold.records.HeadlineTally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveHeadlineTest {
  private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");

  private @Nullable HeadlineMemory memory;
  private @Nullable Headline said;

  @Test
  void whatNobodyHasSeenIsNotSaid() {
    hear(NOW, carried("b"), linked("https://a.example/1", "a"));
    assertThat(said, nullValue());
  }

  @Test
  void theArticleThatIsLinkedToGoesAheadOfOneThatBearsTheHeadline() {
    hear(NOW, carried("a"), carried("b"), seen(1));
    assertThat(said().getArticleId(), equalTo("a"));
    hear(NOW, left("a"));
    assertThat(said().getArticleId(), equalTo("b"));
    hear(NOW, linked("https://a.example/1", "z"));
    assertThat(said().getArticleId(), equalTo("z"));
  }

  @Test
  void itIsSaidAgainWhereItHasChangedUnderAHigherRevision() {
    hear(NOW, seen(1));
    int first = said().getRevision();
    said = null;
    hear(NOW, carried("a"), left("a"));
    assertThat("nothing is new", said, nullValue());
    hear(NOW, seen(2));
    assertThat(said().getRevision(), greaterThan(first));
    int second = said().getRevision();
    memory = null;
    hear(NOW.plusSeconds(2), seen(1));
    assertThat("forgotten, and seen again", said().getRevision(), greaterThan(second));
  }

  @Test
  void theArticlesThatBearAColumnsNameAreBounded() {
    hear(NOW, seen(1));
    for (int issue = 3 * LiveHeadline.MAX_CARRIERS; issue > 0; issue--) {
      hear(NOW, carried("issue %05d".formatted(issue)));
    }
    assertThat(said().getArticleId(), equalTo("issue 00001"));
    assertThat(
        Objects.requireNonNull(memory).getCarriers().size(), equalTo(LiveHeadline.MAX_CARRIERS));
    hear(NOW, left("issue 00001"));
    assertThat(said().getArticleId(), equalTo("issue 00002"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void inAnyOrderAndManyStopsItEndsLikeABatch(long seed) {
    Random random = new Random(seed);
    List<HeadlineNews> news = new ArrayList<>();
    HeadlineTally all = null;
    // More links than are kept.
    for (int i = 0; i < 60; i++) {
      int page = random.nextInt(40);
      HeadlineNews seen = seen(page);
      HeadlineTally tally = seen.getSighting();
      all = all == null ? tally : HeadlineTallies.merge(all, tally);
      String address = tally.getHrefs().get(0);
      boolean known = random.nextBoolean();
      news.add(
          known
              ? HeadlineNews.newBuilder(seen)
                  .setAddress(HeadlineFold.linkedTo(address))
                  .setLinked(articleAt(page))
                  .build()
              : seen);
    }
    Collections.shuffle(news, random);
    // Of a link that was not known when it was seen, the article comes later.
    for (HeadlineNews one : List.copyOf(news)) {
      if (one.getAddress() == null) {
        String address = one.getSighting().getHrefs().get(0);
        news.add(linked(address, articleAt(Integer.parseInt(address.split("/")[3]))));
      }
    }
    for (int from = 0; from < news.size(); ) {
      int to = Math.min(news.size(), from + 1 + random.nextInt(9));
      hear(NOW, news.subList(from, to).toArray(new HeadlineNews[0]));
      from = to;
    }
    Map<String, String> linked = new TreeMap<>();
    for (String href : Objects.requireNonNull(all).getHrefs()) {
      linked.put(href, articleAt(Integer.parseInt(href.split("/")[3])));
    }
    Headline expected = HeadlineTallies.headline(all, Collections.min(linked.values()));
    assertThat(
        Headline.newBuilder(said()).setRevision(0).build().toString(),
        equalTo(expected.toString()));
    assertThat(
        Objects.requireNonNull(memory).getLinks().size() <= HeadlineTallies.MAX_HREFS, is(true));
    Collections.shuffle(news, random);
    assertThat(batch(news).orElseThrow().toString(), equalTo(expected.toString()));
  }

  @Test
  void aBatchNamesTheSmallestOfThoseThatBearIt() {
    List<HeadlineNews> bare = List.of(carried("b"), carried("a"), carried("c"));
    assertThat(batch(bare).isPresent(), is(false));
    List<HeadlineNews> seen = new ArrayList<>(bare);
    seen.add(1, seen(1));
    assertThat(batch(seen).orElseThrow().getArticleId(), equalTo("a"));
    seen.add(0, linked("https://a.example/2", "0"));
    assertThat("no page links there", batch(seen).orElseThrow().getArticleId(), equalTo("a"));
    seen.add(linked("https://a.example/1", "z"));
    seen.add(linked("https://a.example/1", "y"));
    assertThat(batch(seen).orElseThrow().getArticleId(), equalTo("y"));
  }

  private static Optional<Headline> batch(List<HeadlineNews> news) {
    HeadlineFold fold = new HeadlineFold();
    news.forEach(fold::add);
    return fold.headline();
  }

  private void hear(Instant now, HeadlineNews... news) {
    LiveHeadline headline = LiveHeadline.after(memory, List.of(news), now);
    memory = headline.memory();
    headline.said().ifPresent(one -> said = one);
  }

  private Headline said() {
    return Objects.requireNonNull(said);
  }

  /** The smallest ids stand at the last addresses, behind the bound. */
  private static String articleAt(int page) {
    return String.valueOf((char) ('z' - page % 20)) + page;
  }

  private static HeadlineNews seen(int page) {
    return HeadlineNews.newBuilder()
        .setSighting(
            HeadlineTallies.of(
                HeadlineSighting.newBuilder()
                    .setHeadline("一座虚构的桥")
                    .setHref("https://a.example/" + page)
                    .setPageUrl("https://b.example/" + page)
                    .setSite("b.example")
                    .setCapturedAt(NOW.plusSeconds(page))
                    .setRank(1)
                    .setList("ticker")
                    .build()))
        .build();
  }

  private static HeadlineNews carried(String article) {
    return HeadlineNews.newBuilder().setCarrier(article).build();
  }

  private static HeadlineNews left(String article) {
    return HeadlineNews.newBuilder().setLeft(article).build();
  }

  private static HeadlineNews linked(String href, String article) {
    return HeadlineNews.newBuilder()
        .setAddress(HeadlineFold.linkedTo(href))
        .setLinked(article)
        .build();
  }
}
