package dev.newsfold.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.Dimension;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineTest {
  private static final LocalDate DAY = LocalDate.of(2020, 2, 28);

  @ParameterizedTest
  @CsvSource({
    "1,      DAY",
    "10,     DAY",
    "160,    DAY",
    "161,    WEEK",
    "1000,   WEEK",
    "4000,   MONTH",
    "12000,  QUARTER",
    "30000,  YEAR",
    "200000, FIVE_YEARS",
    "900000, TWENTY_YEARS"
  })
  void barsStayFewEnoughToBeToldApart(int days, Grain grain) {
    List<DailyAggregate> rows =
        IntStream.range(0, days).mapToObj(i -> row(DAY.plusDays(i), 3)).toList();
    Timeline timeline = Timeline.of(rows);
    assertThat(timeline.grain(), is(grain));
    assertThat(timeline.bars().size(), lessThanOrEqualTo(Timeline.MOST_BARS));
    assertThat(inAll(timeline), is(3L * days));
  }

  @Test
  void daysWithoutArticlesAreBarsToo() {
    Timeline timeline = Timeline.of(List.of(row(DAY, 1), row(DAY.plusDays(3), 2)));
    assertThat(
        timeline.bars().stream().map(Timeline.Bar::articles).toList(),
        equalTo(List.of(1L, 0L, 0L, 2L)));
  }

  @Test
  void aFewStraysDoNotPressTheRestIntoOneBar() {
    List<DailyAggregate> rows = new ArrayList<>();
    rows.add(row(LocalDate.of(1998, 5, 1), 4));
    IntStream.range(0, 60).forEach(i -> rows.add(row(DAY.plusDays(i), 100)));
    rows.add(row(LocalDate.of(2024, 5, 1), 7));
    Timeline timeline = Timeline.of(rows);
    assertThat(timeline.grain(), is(Grain.DAY));
    assertThat(timeline.bars().size(), is(60));
    assertThat(timeline.before(), is(4L));
    assertThat(timeline.after(), is(7L));
    assertThat(inAll(timeline), is(6011L));
  }

  @Test
  void moreThanAFewAreNoStrays() {
    List<DailyAggregate> rows = List.of(row(LocalDate.of(1998, 5, 1), 40), row(DAY, 600));
    Timeline timeline = Timeline.of(rows);
    assertThat(timeline.before() + timeline.after(), is(0L));
    assertThat(timeline.grain(), is(Grain.QUARTER));
  }

  @Test
  void absurdDaysDoNotRunAway() {
    List<DailyAggregate> rows =
        List.of(row(LocalDate.of(-999_999, 1, 1), 5), row(LocalDate.of(999_999, 1, 1), 5));
    assertThat(inAll(Timeline.of(rows)), is(10L));
  }

  @Test
  void weeksAreNotDrawnAsDays() {
    DailyAggregate week = row(DAY, 5);
    week.setWindow("P1W");
    assertThat(Timeline.of(List.of(week)).grain(), is(Grain.WEEK));
  }

  @Test
  void noWindowsGiveNoBars() {
    assertThat(Timeline.of(List.of()).bars(), empty());
  }

  @ParameterizedTest
  @CsvSource({"0,1", "1,1", "4,1", "5,2", "9,5", "20,5", "21,10", "318,100", "6899,2000"})
  void gridLinesAreRound(long most, long step) {
    assertThat(DaysChart.step(most), is(step));
    assertThat(step * 4, greaterThanOrEqualTo(most));
  }

  private static long inAll(Timeline timeline) {
    return timeline.before()
        + timeline.after()
        + timeline.bars().stream().mapToLong(Timeline.Bar::articles).sum();
  }

  private static DailyAggregate row(LocalDate day, long articles) {
    return DailyAggregate.newBuilder()
        .setDay(day)
        .setWindowStart(Instant.EPOCH)
        .setWindowEnd(Instant.EPOCH)
        .setZone("Asia/Shanghai")
        .setDimension(Dimension.ALL)
        .setKey("")
        .setCaptures(articles)
        .setArticles(articles)
        .setStories(articles)
        .setCrossPosts(0)
        .setSites(1)
        .setFirstPublishedAt(Instant.EPOCH)
        .setLastPublishedAt(Instant.EPOCH)
        .build();
  }
}
