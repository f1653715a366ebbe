package dev.newsfold.parse.text;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    "domains.tsv,3",
    "dateline-outlets.tsv,3",
    "credits.tsv,3",
    "quoting.tsv,3",
    "headlines.tsv,3",
    "function-words.tsv,2"
  })
  void everyListIsWellFormed(String file, int columns) {
    assertThat(Lexicon.read(file, columns), is(not(empty())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "labels.tsv",
        "folders.tsv",
        "source-words.tsv",
        "navigation.tsv",
        "bylines.tsv",
        "no-names.tsv",
        "boilerplate.tsv",
        "class-names.tsv",
        "time-words.tsv",
        "metadata.tsv",
        "publishers.tsv",
        "zones.tsv",
        "domains.tsv",
        "dateline-outlets.tsv",
        "credits.tsv",
        "quoting.tsv",
        "headlines.tsv",
      })
  void noWordStandsTwiceInOneKindAndLanguage(String file) {
    Set<List<String>> seen = new HashSet<>();
    List<List<String>> twice = new ArrayList<>();
    for (Lexicon.Row row : Lexicon.read(file, 3)) {
      for (String word : row.list(2)) {
        List<String> entry = List.of(row.cell(0), row.cell(1), word);
        if (!seen.add(entry)) {
          twice.add(entry);
        }
      }
    }
    assertThat(twice, is(empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "credits.tsv,reporter,记者张三",
    "credits.tsv,reporter,기자",
    "credits.tsv,outlet end,甲网",
    "time-words.tsv,o'clock,18.30 uhr",
    "dateline-outlets.tsv,own,本台消息"
  })
  void aPatternFindsWordsOfAnyLanguage(String file, String kind, String text) {
    assertTrue(Pattern.compile(Lexicon.anyOf(file, 3, kind)).matcher(text).find());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"min|minggu;minggu;minggu", "撰稿|撰稿人;撰稿人;撰稿人", "a.|b;abb;b", "网|报;甲网;网", "-|];a]-;]"})
  void aPatternTriesTheLongestFirst(String words, String text, String found) {
    Matcher m = Pattern.compile(Lexicon.anyOf(List.of(words.split("\\|", -1)))).matcher(text);
    assertTrue(m.find());
    assertThat(m.group(), is(found));
  }

  @ParameterizedTest
  @CsvSource({"记者,采写", "文/图,执笔"})
  void wordsOfOneLanguageLeaveOutThoseOfOthers(String chinese, String more) {
    Pattern any =
        Pattern.compile(CreditWords.any("reporter", "wrote", "drafted", "words and pictures"));
    assertTrue(any.matcher(chinese).matches() && any.matcher(more).matches());
    assertFalse(any.matcher("기자").matches());
    assertTrue(CreditWords.korean("reporter").contains("기자"));
    assertTrue(CreditWords.japanese("reporter").contains("記者"));
  }

  @Test
  void aListThatIsMalformedOrMissingIsAnError() {
    assertThrows(IllegalStateException.class, () -> Lexicon.read("labels.tsv", 7));
    assertThrows(IllegalStateException.class, () -> Lexicon.read("none.tsv", 1));
    assertThrows(
        IllegalStateException.class, () -> Lexicon.words("no-names.tsv", 3, "no such kind"));
    assertThrows(IllegalStateException.class, () -> CreditWords.any("no such kind"));
  }
}
