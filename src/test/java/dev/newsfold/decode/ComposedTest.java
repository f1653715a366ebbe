package dev.newsfold.decode;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dev.newsfold.Growth;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComposedTest {
  @ParameterizedTest
  @ValueSource(strings = {"ǅﬁ㍿①Ω가각กำ", "e\u0301\u0323", "𠮷\u0301", "", "湖"})
  void isTheCompositionOfUnicode(String text) {
    assertThat(Composed.nfkc(text), is(Normalizer.normalize(text, Normalizer.Form.NFKC)));
  }

  @Test
  void thirtyMarksOnALetterAreLeftAsTheyAre() {
    String thirty = "x" + "\u0301".repeat(30);
    assertThat(Composed.nfkc(thirty), is(thirty));
    assertThat(Composed.nfkc(thirty + '\u0301'), is(thirty + "\u034f\u0301"));
  }

  @Test
  void marksPiledUpCostByTheirNumber() {
    // Out of order by turns, so that each has to be sorted in.
    Growth.isLinear(80_000, size -> Composed.nfkc("a" + "\u0301\u0323".repeat(size / 2)));
  }
}
