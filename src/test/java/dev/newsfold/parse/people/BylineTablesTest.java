package dev.newsfold.parse.people;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Small bylines and the names read from them, a line a case; every name is invented. */
class BylineTablesTest {
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "reporters.csv", delimiter = '|', maxCharsPerColumn = 400)
  void reportersAreFoundInBylinesAndNotInProse(String text, @Nullable String names) {
    assertThat(text, String.join(", ", Reporters.in(text)), is(orEmpty(names)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "opening-bylines.csv", delimiter = '|', maxCharsPerColumn = 400)
  void reportersAreFoundBeforeTheTextGoesOn(String text, @Nullable String names) {
    assertThat(text, String.join(", ", OpeningBylines.in(text)), is(orEmpty(names)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "bylines.csv", delimiterString = "|=>")
  void westernBylinesYieldNames(String text, @Nullable String names) {
    assertThat(text, String.join(", ", WesternNames.in(text)), is(orEmpty(names)));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
