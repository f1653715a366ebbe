package dev.newsfold.parse.text;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasesTest {
  private static final Phrases PHRASES = Phrases.of(List.of("comment", "co-op", "ad", "sidebar"));

  @ParameterizedTest
  @CsvSource({
    "comment, true",
    "post-comments, true",
    "commen, false",
    "co-op, true",
    "我的sidebar, true",
    "side bar, false",
    "head, true",
    "'', false",
    "a, false"
  })
  void areFoundWhereverTheyStand(String text, boolean found) {
    assertThat(PHRASES.isIn(text), is(found));
  }
}
