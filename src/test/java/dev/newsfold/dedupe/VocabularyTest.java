package dev.newsfold.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VocabularyTest {
  @Test
  void aTextHasAllOfItsWords() {
    for (int length : new int[] {5, 50, 500, 5000}) {
      String text = Members.han(length, length) + " " + Members.english(length, length);
      int[] words = Grams.of(FoldedText.letters(text));

      assertThat(Arrays.stream(words).allMatch(Vocabulary.of(text)::mayHave), is(true));
    }
  }

  @Test
  void itErrsAboutAsOftenAsItSays() {
    for (int length : new int[] {100, 500, 1500}) {
      String text = Members.han(1, length);
      int[] others =
          Grams.without(
              Grams.of(FoldedText.letters(Members.english(2, 10_000).replace(' ', '水'))),
              Grams.of(FoldedText.letters(text)));
      Vocabulary vocabulary = Vocabulary.of(text);
      double wrong = Arrays.stream(others).filter(vocabulary::mayHave).count();

      assertThat(wrong / others.length, closeTo(vocabulary.error(), 0.05));
      assertThat(vocabulary.share(others), lessThan(0.05));
    }
  }

  @Test
  void itTakesAQuarterOfAKilobyteAtMostAndIsReadBack() {
    Vocabulary vocabulary = Vocabulary.of(Members.han(1, 20_000));

    assertThat(vocabulary.toBytes().length, lessThanOrEqualTo(Vocabulary.BYTES));
    assertThat(
        Vocabulary.fromBytes(vocabulary.toBytes()).error(), closeTo(vocabulary.error(), 1e-9));
    assertThat(
        "one as full as that tells nothing, and speaks against nothing",
        vocabulary.share(new int[] {1, 2, 3}),
        is(1.0));
    assertThrows(IllegalArgumentException.class, () -> Vocabulary.fromBytes(new byte[] {9, 1}));
  }
}
