package dev.newsfold.parse.text;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
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

  @ParameterizedTest
  @CsvSource({"shers, 7", "she, 3", "ushe, 3", "his, 4", "hi, 0", "hers, 6", "'', 0"})
  void areToldByTheirKindsWhereverTheyOverlap(String text, long kinds) {
    Phrases phrases =
        Phrases.ofKinds(List.of(List.of("she"), List.of("he", "hers"), List.of("his", "rs")));
    assertThat(phrases.kindsIn(text, 0, text.length()), is(kinds));
  }

  @Test
  void areOfNoMoreKindsThanThereAreBits() {
    List<List<String>> kinds = new ArrayList<>(Collections.nCopies(62, List.of("no")));
    kinds.add(List.of("yes"));
    assertThat(Phrases.ofKinds(kinds).kindsIn("yes", 0, 3), is(1L << 62));

    kinds.add(List.of("more"));
    assertThrows(IllegalArgumentException.class, () -> Phrases.ofKinds(kinds));
  }

  @ParameterizedTest
  @CsvSource({
    "© 2020, true",
    "版权所有, true",
    "COPYRIGHT, true",
    "copyrİght, false",
    "版权, false",
    "Kopie, false",
    "Ⓒ, false"
  })
  void areFoundInLettersOfAnyCase(String text, boolean found) {
    assertThat(Phrases.inAnyCase(List.of("©", "版权所有", "copyright")).isIn(text), is(found));
  }

  @Test
  void areFoundWhereSearchingForEachFindsThem() {
    Random random = new Random(17);
    for (int round = 0; round < 2_000; round++) {
      List<String> words = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        words.add(word(random, 1 + random.nextInt(4)));
      }
      String text = word(random, random.nextInt(12));
      assertThat(
          words + " in " + text,
          Phrases.of(words).isIn(text),
          is(words.stream().anyMatch(text::contains)));
    }
  }

  private static String word(Random random, int length) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append("ab版".charAt(random.nextInt(3)));
    }
    return word.toString();
  }
}
