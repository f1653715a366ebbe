package dev.newsfold.captures;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a document is, is known by its first element, behind whatever stands before that. */
class MarkupTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<html>                                       | html",
        "'  <!-- a --><?xml ?><rss>'                  | rss",
        "<!DOCTYPE rss [<!ENTITY a 'b'>]><rss>        | rss",
        "' <!DOCTYPE rss [<!ENTITY a ''b''> ] ><rss>' | rss",
        "' <!DOCTYPE rss [<!ENTITY a ''b''> ]] <rss>' | ''",
        "' <![endif]--><html>'                        | html",
        "'\ufeff<!x[>'                                | ''",
        "' <!x[]>'                                    | ''",
        "' <!x'                                       | ''",
        "' <!--'                                      | ''",
        "' <?'                                        | ''",
      })
  void aDocumentStartsWithItsFirstElement(String text, String element) {
    String first =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Markup.firstElement(text));
    assertThat(text, first, is(element));
  }
}
