package dev.newsfold.parse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.newsfold.records.Article;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Tables of what pages print and what is read from it, a line a case: language, place of the
 * snippet, snippet, field, value. All names are invented.
 */
class FieldTablesTest {
  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvFileSource(
      resources = {
        "people/authors.tsv",
        "section/sections.tsv",
        "origin/sources.tsv",
        "body/boilerplate-lines.tsv",
        "headline/headlines.tsv",
        "site/self-description.tsv",
        "time/times.tsv"
      },
      delimiter = '\t',
      quoteCharacter = '\0',
      maxCharsPerColumn = 2000)
  void aSnippetYieldsItsValue(
      String language, String place, String snippet, String field, @Nullable String value) {
    Article article = Pages.parse(Snippets.page(language, place, snippet)).article();
    String expected = value == null ? "" : value;
    if (field.equals("no body")) {
      assertThat(snippet, article.getBody(), not(containsString(expected)));
    } else if (field.equals("body")) {
      assertThat(snippet, article.getBody(), containsString(expected));
    } else {
      assertThat(snippet, Snippets.text(article.get(field)), is(expected));
    }
  }
}
