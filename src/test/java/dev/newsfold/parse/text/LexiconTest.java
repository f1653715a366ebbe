package dev.newsfold.parse.text;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LexiconTest {
  @ParameterizedTest
  @EnumSource(Label.class)
  void everyLabelHasWords(Label label) {
    assertThat(label.words(), is(not(empty())));
  }

  @ParameterizedTest
  @CsvSource({
    "agencies.tsv,2",
    "labels.tsv,3",
    "folders.tsv,3",
    "source-words.tsv,3",
    "navigation.tsv,3",
    "bylines.tsv,3",
    "no-names.tsv,3",
    "boilerplate.tsv,3",
    "boilerplate-patterns.tsv,6",
    "class-names.tsv,3",
    "time-words.tsv,3",
    "metadata.tsv,3",
    "publishers.tsv,3",
    "zones.tsv,3",
    "dateline-outlets.tsv,3",
    "function-words.tsv,2"
  })
  void everyListIsWellFormed(String file, int columns) {
    assertThat(Lexicon.read(file, columns), is(not(empty())));
  }

  @Test
  void aListThatIsMalformedOrMissingIsAnError() {
    assertThrows(IllegalStateException.class, () -> Lexicon.read("labels.tsv", 7));
    assertThrows(IllegalStateException.class, () -> Lexicon.read("none.tsv", 1));
    assertThrows(
        IllegalStateException.class, () -> Lexicon.words("no-names.tsv", 3, "no such kind"));
  }
}
