package dev.newsfold.captures.containers;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.captures.RowNames;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which columns of a table hold the page, its address and its time; ~ parts the columns. */
class RowFieldsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      quoteCharacter = '\0',
      value = {
        "html=<p>x | html",
        "raw_html=<p>x | raw_html",
        "rawhtml=<p>x | rawhtml",
        // Best first: the page itself before what may hold text.
        "content=<html>x~html=<html>y | html",
        // What may hold anything holds a page only where that starts as one.
        "content=<html>x | content",
        "content=one <b>word</b> | none",
        "content=plain | none",
        "html=one <b>word</b><br> | html",
        "html=plain | none",
        "html= | none",
        "title=<html>x | none",
        "page.body.html=<p>x | page.body.html",
        // In base64: <html><body>x</body></html>
        "content=PGh0bWw+PGJvZHk+eDwvYm9keT48L2h0bWw+ | content",
      })
  void thePageIsFound(String row, @Nullable String column) {
    assertThat(RowFields.COMMON.page(fields(row)), equalTo(column));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "url=http://a.example/1 | http://a.example/1",
        "URL=http://a.example/1 | none",
        "url=/1~link=https://a.example/2 | https://a.example/2",
        "url=http://a.example/1~canonical_url=http://a.example/2 | http://a.example/1",
        "meta.url=http://a.example/1 | http://a.example/1",
        "url=1 | none",
      })
  void theAddressIsThatOfTheWeb(String row, @Nullable String url) {
    assertThat(RowFields.COMMON.url(fields(row)), equalTo(url));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "crawled_at=2020-09-25T03:45:27Z | 2020-09-25T03:45:27Z",
        "crawled_at=soon~date=2020-09-25T03:45:27Z | 2020-09-25T03:45:27Z",
        "date=2020-09-24T00:00:00Z~fetched=2020-09-25T03:45:27Z | 2020-09-25T03:45:27Z",
        "title=2020-09-25T03:45:27Z | none",
      })
  void theTimeIsThatOfTheCapture(String row, @Nullable String time) {
    Object found = RowFields.COMMON.time(fields(row));
    assertThat(found == null ? null : found.toString(), equalTo(time));
  }

  /** Whatever the column holds that a user names, it is the page. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {"Seite=<p>x | none", "seite=plain | seite", "html=<p>x | none"})
  void aUsersNameCountsAlone(String row, @Nullable String column) {
    RowFields given = RowFields.of(new RowNames("Seite", "", ""));
    assertThat(given.page(fields(row)), equalTo(column));
  }

  private static Map<String, String> fields(String row) {
    Map<String, String> fields = new LinkedHashMap<>();
    Arrays.stream(row.split("~"))
        .map(cell -> cell.split("=", 2))
        .forEach(cell -> fields.put(cell[0], cell[1]));
    return fields;
  }
}
