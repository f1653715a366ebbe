package dev.newsfold.parse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.newsfold.records.Article;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * A table for each class of rules, a line a case: language, place of the snippet, snippet, field,
 * the rule that reads it, value; neither rule nor value where nothing is to be read. All names are
 * invented.
 */
class RuleTablesTest {
  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvFileSource(
      resources = {
        "origin/labelled-sources.tsv",
        "origin/unlabelled-sources.tsv",
        "origin/periodicals.tsv",
        "origin/title-ends.tsv",
        "origin/logos.tsv",
        "origin/copyright.tsv",
        "origin/original-headlines.tsv",
        "section/sections-by-rule.tsv",
        "section/breadcrumbs.tsv",
        "section/topics.tsv",
        "time/stated-times.tsv",
        "time/shown-times.tsv",
        "time/times-elsewhere.tsv",
        "time/attribute-times.tsv",
        "time/possible-times.tsv",
        "time/time-choice.tsv",
        "site/canonical-addresses.tsv",
        "body/bodies.tsv"
      },
      delimiter = '\t',
      quoteCharacter = '\0',
      ignoreLeadingAndTrailingWhitespace = false,
      maxCharsPerColumn = 2000)
  void aRuleReadsItsSnippet(
      String language,
      String place,
      String snippet,
      String field,
      @Nullable String rule,
      @Nullable String value) {
    Article article = Pages.parse(Snippets.page(language, place, snippet)).article();
    String name = field.equals("no body") ? "body" : field;
    String expected = value == null ? "" : value;
    if (field.equals("no body")) {
      assertThat(snippet, article.getBody(), not(containsString(expected)));
    } else if (field.equals("body")) {
      assertThat(snippet, article.getBody(), containsString(expected));
    } else {
      assertThat(snippet, Snippets.text(article.get(field)), is(expected));
    }
    String evidence = article.getEvidence().getOrDefault(name, "");
    assertThat(
        snippet, evidence, expected.isEmpty() ? startsWith(rule == null ? "" : rule) : is(rule));
  }
}
