package dev.newsfold.captures.containers;

import static dev.newsfold.captures.containers.Archive.bytes;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of JSON on lines of their own: what is wrong with one costs no other. */
class JsonLinesTest {
  /** ~ is a line's end, and @ a row, whose page is the number behind it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "rows | @1~@2~ | page 1, page 2",
        "no line's end at the end | @1~@2 | page 1, page 2",
        "blank lines | @1~~ ~@2~~ | page 1, page 2",
        "commas behind rows | @1,~@2,~ | page 1, page 2",
        "old line ends | @1\r~@2\r~ | page 1, page 2",
        "a mark, as where files were joined | @1~\uFEFF@2~ | page 1, page 2",
        "a row that is cut | @1~{\"html\":\"<p>x~@3~ | page 1, reject CAPTURE_MALFORMED, page 3",
        "the first row is cut | {\"html\":\"<p>x~@2~@3~ | reject CAPTURE_MALFORMED, page 2, page 3",
        "the last row is cut | @1~@2~{\"html\":\"<p> | page 1, page 2, reject CAPTURE_MALFORMED",
        "text between rows | @1~oh dear~@3~ | page 1, reject CAPTURE_MALFORMED, page 3",
        "a row without a page | @1~{\"html\":\"\"}~@3~ | page 1, reject ROW_UNUSABLE, page 3",
      })
  void aBrokenRowCostsItself(String what, String lines, String expected) {
    String rows =
        lines.replaceAll("@(\\d)", "{\"url\":\"http://a.example/$1\",\"html\":\"<p>$1\"}");
    Found found = Found.in("a.jsonl", bytes(rows.replace('~', '\n')));
    assertThat(
        what, found.words, equalTo(List.of(expected.replace("page ", "page <p>").split(", "))));
    assertThat(found.facts().captures(), equalTo((long) found.words.size()));
  }
}
