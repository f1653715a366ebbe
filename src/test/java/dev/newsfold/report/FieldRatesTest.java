package dev.newsfold.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.records.Article;
import dev.newsfold.records.Origin;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FieldRatesTest {
  private static final LocalDate MONDAY = LocalDate.of(2020, 9, 21);

  private final FieldRates rates = new FieldRates();

  @Test
  void aFieldThatFallsAwayIsToldOnceWithTheWeekItFellIn() {
    add(8, MONDAY, "灯塔社");
    add(8, MONDAY.plusWeeks(1), "灯塔社");
    add(8, MONDAY.plusWeeks(2), null);
    add(8, MONDAY.plusWeeks(3), null);
    assertThat(
        rates.falls(),
        equalTo(List.of(new FieldRates.Fall("a", "source", MONDAY.plusWeeks(2), 1, 0, 8))));
  }

  @Test
  void aFewArticlesAreNoFall() {
    add(8, MONDAY, "灯塔社");
    add(FieldRates.ENOUGH - 1, MONDAY.plusWeeks(1), null);
    assertThat(rates.falls(), empty());
  }

  @Test
  void undatedArticlesAreLeftOut() {
    Article undated = article(null, null);
    rates.add(undated);
    assertThat(rates.rates(100), empty());
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
