package dev.newsfold.parse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dev.newsfold.parse.text.Labelled;
import dev.newsfold.parse.time.AddressTime;
import dev.newsfold.parse.time.StatedTime;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Small texts and what is read from them, a line a case; every name is invented. */
class FieldTablesTest {

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "reporters.csv", delimiter = '|', maxCharsPerColumn = 400)
  void reportersAreFoundInBylinesAndNotInProse(String text, @Nullable String names) {
    assertThat(text, String.join(", ", Reporters.in(text)), is(orEmpty(names)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "sources.csv", delimiter = '|')
  void sourcesLoseWhatIsNoName(String text, @Nullable String name) {
    assertThat(text, SourceNames.clean(text), is(name));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "labels.csv", delimiterString = "|=>")
  void labelsEndWhereTheNextBegins(String text, @Nullable String labelled) {
    String found =
        Labelled.in(text).stream()
            .map(l -> l.label() + "=" + l.value())
            .collect(Collectors.joining("; "));
    assertThat(text, found, is(orEmpty(labelled)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "datelines.csv", delimiter = '|', quoteCharacter = '\u0001')
  void datelinesSayWhoFromWhereAndWhen(
      String text, @Nullable String outlet, @Nullable String place, @Nullable String day) {
    DatelineText dateline = DatelineText.read(text);
    String found =
        dateline == null
            ? "none"
            : dateline.outlet() + " / " + dateline.place() + " / " + dateline.day();
    assertThat(text, found, is(outlet == null ? "none" : outlet + " / " + place + " / " + day));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "agencies.csv", delimiter = '|', quoteCharacter = '\u0001')
  void agenciesCountWhereTheyAreQuoted(String text, @Nullable String names) {
    assertThat(text, String.join(", ", Agencies.quoted(text)), is(orEmpty(names)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "bylines.csv", delimiterString = "|=>")
  void westernBylinesYieldNames(String text, @Nullable String names) {
    assertThat(text, String.join(", ", WesternNames.in(text)), is(orEmpty(names)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "addresses.csv", delimiter = '|')
  void addressesTellTheDayTheyAreMadeOf(String address, @Nullable String day) {
    StatedTime time = AddressTime.read(address);
    assertThat(address, time == null ? null : time.day().toString(), is(day));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
