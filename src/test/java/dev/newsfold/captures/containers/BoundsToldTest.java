package dev.newsfold.captures.containers;

import static dev.newsfold.captures.containers.Archive.bytes;
import static dev.newsfold.captures.containers.Archive.page;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.captures.ReadLimits;
import dev.newsfold.records.UrlEvidence;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rejection of what is too large says how large it may be. */
class BoundsToldTest {
  private static final int MAX = 1000;

  /** ~ is a line's end, and # text of 1,001 letters. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "a.html | <p># | the page is larger than 1000 bytes",
        "a.csv | url,html~http://a.example/1,<p>#~ | line 2: a cell is longer than 1000",
        "a.jl | {\"html\":\"<p>#\"}~ | a string in JSON is longer than 1000 characters, more than a page may have",
      })
  void whatIsTooLargeSaysHowLargeItMayBe(String name, String content, String message) {
    String text = content.replace('~', '\n').replace("#", "x".repeat(MAX + 1));
    assertThat(messages(Found.in(name, bytes(text), limits())), contains(message));
  }

  @Test
  void aLongLineIsToldWithItsBound() {
    String row = "{\"html\":\"<p>1\"}\n";
    String line = "{\"html\":\"<p>2\"," + " ".repeat(2_000_000) + "\"a\":1}\n";
    Found found = Found.in("a.jl", bytes(row + line + row), limits());
    assertThat(found.words, equalTo(List.of("page <p>1", "reject TOO_LARGE", "page <p>1")));
    assertThat(messages(found), contains("the line is longer than 1050576 bytes"));
  }

  @Test
  void aLongRecordIsToldWithItsBound() {
    assertThat(
        messages(Found.in("a.warc", page("<p>" + "x".repeat(3_000_000)), limits())),
        contains("the record has 3000047 bytes, more than a page of 1000 takes"));
  }

  /** Then it is what the page says, or else where it lies: each record has its own. */
  @Test
  void anAddressThatIsTooLongIsNone() {
    String url = "http://a.example/" + "x".repeat(16 << 10);
    String warc = new String(page("<p>1"), StandardCharsets.UTF_8);
    Found found = Found.in("a.warc", bytes(warc.replace("http://a.example/1", url) + warc));
    assertThat(
        found.captures.stream().map(capture -> capture.getUrl()).toList(),
        contains("file:a.warc?offset=0", "http://a.example/1"));
    assertThat(found.captures.get(0).getUrlEvidence(), equalTo(UrlEvidence.FILE_PATH));
    Found row = Found.in("a.jl", bytes("{\"url\":\"" + url + "\",\"html\":\"<p>1\"}\n"));
    assertThat(row.captures.get(0).getUrl(), equalTo("file:a.jl?offset=0"));
  }

  private static ReadLimits limits() {
    return ReadLimits.DEFAULT.withMaxPageBytes(MAX);
  }

  private static List<String> messages(Found found) {
    return found.rejections.stream().map(rejection -> rejection.getMessage()).toList();
  }
}
