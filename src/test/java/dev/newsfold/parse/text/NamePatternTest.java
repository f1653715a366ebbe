package dev.newsfold.parse.text;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names are told by the pattern, whatever of it is certain. */
class NamePatternTest {
  private static final NamePattern PATTERN =
      new NamePattern(
          "top-?line|rubri[ckq]|(?:^| )by[\\w-]*name",
          List.of("top-?line", "rubri[ckq]", "by[\\w-]*name"));

  @ParameterizedTest
  @CsvSource({
    "topline, true",
    "the top-line x, true",
    "top line, false",
    "rubrik, true",
    "rubrix, false",
    "a by-name, true",
    "hobby-name, false"
  })
  void areOfTheKind(String names, boolean are) {
    assertThat(PATTERN.isIn(names), is(are));
  }
}
