package dev.newsfold.captures.containers;

import static dev.newsfold.captures.containers.Archive.bytes;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.captures.ReadLimits;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows in JSON: what is one, what is a part of one, and what is said of broken ones. */
class JsonRowsTest {
  /** What is found of {@code snippet}; ~ is a line's end. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "an array | [{\"html\":\"<p>1\"},{\"html\":\"<p>2\"}] | page <p>1, page <p>2",
        "one below names | {\"a\":{\"b\":[{\"html\":\"<p>1\"}]}} | page <p>1",
        "arrays of arrays | [[{\"html\":\"<p>1\"}],[{\"html\":\"<p>2\"}]] | page <p>1, page <p>2",
        "a nested column | [{\"response\":{\"html\":\"<p>1\"}}] | page <p>1",
        "a list of one value | [{\"html\":[\"<p>1\"]}] | page <p>1",
        "a list of two | [{\"html\":[\"<p>1\",\"<p>2\"]},{\"html\":\"<p>3\"}] | reject ROW_UNUSABLE, page <p>3",
        "the first of two of a name | [{\"html\":\"<p>1\",\"html\":\"<p>2\"}] | page <p>1",
        "a row without a page | [{\"html\":\"<p>1\"},{\"n\":1}] | page <p>1, reject ROW_UNUSABLE",
        "what lies deeper is no row | [{\"html\":\"<p>1\",\"tags\":[{\"t\":1}]}] | page <p>1",
        "lines | {\"html\":\"<p>1\"}~{\"html\":\"<p>2\"}~ | page <p>1, page <p>2",
        "a broken line | {\"html\":\"<p>1\"}~{\"html\":~{\"html\":\"<p>2\"}~ | page <p>1, reject CAPTURE_MALFORMED, page <p>2",
        "a row cut in an array | [{\"html\":\"<p>1\"},{\"html\":\"<p | page <p>1, reject CAPTURE_MALFORMED",
        "no page at all | [{\"n\":1},{\"n\":2}] | reject NOT_HTML",
        "by address | {\"http://a.example/1\":\"<html>1\"} | page <html>1",
        "a value that is no text | [{\"html\":\"<p>1\"},{\"html\":null},{\"html\":true}] | page <p>1, reject ROW_UNUSABLE, reject ROW_UNUSABLE",
      })
  void rowsAreFoundWhereverTheyLie(String what, String snippet, String expected) {
    Found found = Found.in("a.json", bytes(snippet.replace('~', '\n')));
    assertThat(what, found.words, equalTo(List.of(expected.split(", "))));
  }

  /** No word of the parser that reads it: ! is a hundred letters or digits, by what is ahead. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "a.json | [@] | JSON is nested deeper than 200 levels",
        "a.jl | {\"a\":@}~{\"a\":1}~ | JSON is nested deeper than 200 levels",
        "a.json | [{\"html\":\"<p>!\"}] | a string in JSON is longer than 1000 characters, more than a page may have",
        "a.json | [{\"id\":1!}] | a number in JSON has more than 1000 digits",
        "a.json | [{\"html\":\"<p> | JSON is broken: it ends too soon",
        "a.json | [{\"html\":NaN}] | JSON is broken: Non-standard token 'NaN'",
        "a.json | [{\"html\":1}},1] | JSON is broken: Unexpected close marker '}': expected ']'",
      })
  void whatIsWrongWithJsonIsSaidInWords(String name, String content, String message) {
    String text =
        content.replace('~', '\n').replace("@", "[".repeat(300)).replace("!", "1".repeat(1200));
    ReadLimits limits = ReadLimits.DEFAULT.withMaxPageBytes(1000);
    assertThat(
        Found.in(name, bytes(text), limits).rejections.get(0).getMessage(), equalTo(message));
  }
}
