package dev.newsfold.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.aggregate.FieldDrift;
import dev.newsfold.records.Article;
import dev.newsfold.records.FieldRate;
import dev.newsfold.records.Origin;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FieldRatesTest {
  private static final LocalDate MONDAY = LocalDate.of(2020, 9, 21);

  private final FieldRates rates = new FieldRates(ZoneOffset.UTC);

  @Test
  void aFieldThatFallsAwayIsToldOnceWithTheWeekItFellIn() {
    add(8, MONDAY, "灯塔社");
    add(8, MONDAY.plusWeeks(1), "灯塔社");
    add(8, MONDAY.plusWeeks(2), null);
    add(8, MONDAY.plusWeeks(3), null);
    FieldRates.Fall fall = rates.falls().get(0);
    assertThat(rates.falls().size(), equalTo(1));
    assertThat(fall.row().getWeek(), equalTo(MONDAY.plusWeeks(2)));
    assertThat(fall.rate(), equalTo(new FieldRate("source", 0L, 0.0, 16L, 1.0, true)));
  }

  @Test
  void aFewArticlesAreNoFall() {
    add(8, MONDAY, "灯塔社");
    add(FieldDrift.ENOUGH - 1, MONDAY.plusWeeks(1), null);
    assertThat(rates.falls(), empty());
  }

  @Test
  void articlesWithoutAnyTimeOrSiteAreLeftOut() {
    rates.add(article(null, null));
    Article nowhere = article(MONDAY, null);
    nowhere.setSite("");
    rates.add(nowhere);
    assertThat(rates.rows().toList(), empty());
  }

  @Test
  void anUndatedArticleCountsInTheWeekOfItsCapture() {
    Article undated = article(null, null);
    undated.setCapturedAt(MONDAY.plusDays(9).atStartOfDay().toInstant(ZoneOffset.UTC));
    rates.add(undated);
    assertThat(
        rates.rows().map(row -> row.getWeek()).toList(), equalTo(List.of(MONDAY.plusWeeks(1))));
  }

  private void add(int times, LocalDate day, @Nullable String source) {
    for (int i = 0; i < times; i++) {
      rates.add(article(day.plusDays(i % 7), source));
    }
  }

  private static Article article(@Nullable LocalDate day, @Nullable String source) {
    return Article.newBuilder()
        .setId("1")
        .setUrl("")
        .setCanonicalUrl("")
        .setSite("a")
        .setOrigin(new Origin("f", null, null))
        .setPayloadDigest("")
        .setHeadline("h")
        .setPublishDay(day)
        .setSource(source)
        .build();
  }
}
