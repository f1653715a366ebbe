package dev.newsfold.aggregate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.newsfold.records.Article;
import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.Dimension;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LiveWindowsTest {
  private static final Instant DAY = Instant.parse("2020-09-25T00:00:00Z");
  private static final Instant NEXT = DAY.plusSeconds(86_400);

  private final LiveWindows windows =
      new LiveWindows(
          new PublishCalendar(ZoneOffset.UTC, WindowLength.parse("P1D")), LiveTables.empty());
  private final Map<String, Article> articles = new HashMap<>();

  @Test
  void windowsSortAsTheirDaysDo() {
    String before = windows.windowOf(article("1", Instant.parse("1969-12-31T23:59:59Z")));
    String epoch = windows.windowOf(article("2", Instant.EPOCH));
    String day = windows.windowOf(article("3", DAY));
    assertThat(String.valueOf(before).compareTo(String.valueOf(epoch)) < 0, is(true));
    assertThat(String.valueOf(epoch).compareTo(String.valueOf(day)) < 0, is(true));
    assertThat(windows.windowOf(article("4", NEXT.minusMillis(1))), equalTo(day));
    assertThat(windows.windowOf(article("5", NEXT)), not(equalTo(day)));
    Article undated = article("6", DAY);
    undated.setPublishedAt(null);
    assertThat(windows.windowOf(undated), nullValue());
  }

  @Test
  void onlyWindowsThatWereTouchedAreCountedAndOnlyRowsThatDifferAreSaid() {
    enter("1", DAY);
    enter("2", NEXT);
    assertThat(all(windows.count(articles::get, 1, 10)).toString(), equalTo("{1=1, 2=1}"));
    assertThat(windows.count(articles::get, 2, 11), empty());
    windows.touch(known("1"));
    assertThat("nothing has changed", windows.count(articles::get, 3, 12), empty());
    enter("3", DAY);
    List<DailyAggregate> changed = windows.count(articles::get, 4, 13);
    assertThat(all(changed).toString(), equalTo("{1=2}"));
    assertThat(changed.stream().map(DailyAggregate::getRevision).toList(), everyItem(is(4)));
  }

  @Test
  void aRowThatNothingIsLeftOfIsWithdrawn() {
    enter("1", DAY);
    windows.count(articles::get, 1, 10);
    windows.touch(known("1"));
    windows.leave(known("1"));
    assertThat(all(windows.count(articles::get, 2, 11)).toString(), equalTo("{1=0}"));
    assertThat(windows.count(articles::get, 3, 12), empty());
  }

  @Test
  void whatIsForgottenStaysCounted() {
    enter("1", DAY);
    windows.count(articles::get, 1, 10);
    windows.leave(known("1"));
    windows.settle(List.of(removed("1")), 11);
    enter("2", DAY);
    assertThat(all(windows.count(articles::get, 2, 12)).toString(), equalTo("{1=2}"));
  }

  @Test
  void aWindowLeftAloneIsClosedAndNeverCountedAgain() {
    enter("1", DAY);
    enter("2", NEXT);
    windows.count(articles::get, 1, 10);
    assertThat("it has an article still", windows.close(100), equalTo(Long.MAX_VALUE));
    for (String id : List.of("1", "2")) {
      windows.leave(known(id));
    }
    windows.settle(List.of(known("1")), 20);
    windows.settle(List.of(known("2")), 30);
    assertThat("the other is younger", windows.close(25), equalTo(30L));
    assertThat(windows.closed(known("1")), is(true));
    assertThat(windows.closed(known("2")), is(false));
    enter("3", DAY);
    assertThat(windows.count(articles::get, 2, 40), empty());
  }

  private Article known(String id) {
    return Objects.requireNonNull(articles.get(id));
  }

  private Article removed(String id) {
    return Objects.requireNonNull(articles.remove(id));
  }

  private void enter(String id, Instant at) {
    Article article = article(id, at);
    articles.put(id, article);
    windows.enter(article);
    windows.touch(article);
  }

  private static Article article(String id, Instant at) {
    Article article = Invented.article(new Random(3), id);
    article.setPublishedAt(at);
    return article;
  }

  /** Articles of all sites by the day, 1 for the first. */
  private static Map<Integer, Long> all(List<DailyAggregate> rows) {
    Map<Integer, Long> byDay = new TreeMap<>();
    for (DailyAggregate row : rows) {
      if (row.getDimension() == Dimension.ALL) {
        byDay.put(
            row.getDay().equals(DAY.atZone(ZoneOffset.UTC).toLocalDate()) ? 1 : 2,
            (long) row.getArticles());
      }
    }
    return byDay;
  }
}
