package dev.newsfold.parse.origin;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Small texts and the source, dateline and agencies read from them; every name is invented. */
class OriginTablesTest {
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "sources.csv", delimiter = '|')
  void sourcesLoseWhatIsNoName(String text, @Nullable String name) {
    assertThat(text, SourceNames.clean(text), is(name));
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

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
