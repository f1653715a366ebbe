package dev.newsfold.parse.text;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharSetTest {
  private static final CharSet SOME = CharSet.of("a编\uffff".chars());

  @ParameterizedTest
  @CsvSource({"a, true", "b, false", "编, true", "辑, false", "\uffff, true"})
  void holdsItsCharsAndNoOther(char c, boolean held) {
    assertThat(SOME.holds(c), is(held));
  }

  @ParameterizedTest
  @CsvSource({"'', false", "责编, true", "编者, true", "b, false", "A, false"})
  void isInATextWithOneOfThem(String text, boolean found) {
    assertThat(SOME.isIn(text), is(found));
  }
}
