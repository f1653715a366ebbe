package dev.newsfold.captures;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0 days | 0 stories",
        "1 | 1 day | 1 story",
        "2 | 2 days | 2 stories",
        "999 | 999 days | 999 stories",
        "1000 | 1,000 days | 1,000 stories",
        "1234567 | 1,234,567 days | 1,234,567 stories",
        "-1 | -1 days | -1 stories",
        "-1000 | -1,000 days | -1,000 stories",
      })
  void oneHasNoPlural(long count, String days, String stories) {
    assertThat(Quantity.of(count, "day"), equalTo(days));
    assertThat(Quantity.of(count, "story", "stories"), equalTo(stories));
  }
}
