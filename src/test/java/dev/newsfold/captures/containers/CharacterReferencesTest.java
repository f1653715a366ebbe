package dev.newsfold.captures.containers;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharacterReferencesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "a&amp;b | a&b",
        "&lt;p&gt; &quot;&apos; | <p> \"'",
        "&#28783;&#x5854; | 灯塔",
        // What is written twice is undone once.
        "&amp;lt; &amp;#39; | &lt; &#39;",
        "&eacute; &amp &#; &#x110000; | &eacute; &amp &#; &#x110000;",
        "$1\\2&#36; | $1\\2$",
      })
  void referencesAreUndoneOnce(String markup, String text) {
    assertThat(CharacterReferences.undone(markup), equalTo(text));
  }
}
