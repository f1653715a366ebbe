package dev.newsfold.captures.warc;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads of HTTP as servers send them; ~ is a line's end, and _ a blank at the start of a line. */
class HttpHeadTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      quoteCharacter = '\0',
      value = {
        "HTTP/1.1 200 OK~Content-Type: text/html~~<p> | 200 | text/html | <p>",
        "HTTP/1.1 200~CONTENT-TYPE:text/html~~<p> | 200 | text/html | <p>",
        "HTTP/1.0 404 Not Found~~<p> | 404 | none | <p>",
        "HTTP/1.1 200 OK~Content-Type: text/html;~_charset=gbk~~<p> | 200 | text/html; charset=gbk | <p>",
        "HTTP/1.1 200 OK~no colon here~Content-Type: text/html~~<p> | 200 | text/html | <p>",
        "HTTP/1.1 100 Continue~~HTTP/1.1 200 OK~Content-Type: a/b~~<p> | 200 | a/b | <p>",
        "HTTP/1.1 200 Connection established~~HTTP/1.1 500 X~~<p> | 500 | none | <p>",
        // Nothing more may come; what is there is the body.
        "HTTP/1.1 100 Continue~~<p> | 100 | none | <p>",
        "~~HTTP/1.1 200 OK~~<p> | 200 | none | <p>",
        "HTTP/2 200~~ | 200 | none | ",
      })
  void theStatusAndTypeAreRead(
      String answer, int status, @Nullable String type, @Nullable String body) {
    for (String end : new String[] {"\r\n", "\n"}) {
      byte[] bytes = bytes(answer, end);
      HttpHead head = Objects.requireNonNull(HttpHead.parse(bytes, bytes.length));
      assertThat(head.status(), equalTo(status));
      assertThat(head.contentType(), equalTo(type));
      String rest =
          new String(
              bytes, head.bodyStart(), bytes.length - head.bodyStart(), StandardCharsets.UTF_8);
      assertThat(rest, equalTo(body == null ? "" : body));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>", "HTTPS is safe~~", "WARC/1.0~~", ""})
  void whatIsNoHeadIsNone(String text) {
    byte[] bytes = bytes(text, "\n");
    assertThat(HttpHead.parse(bytes, bytes.length), nullValue());
  }

  /** A range is a page where it is all of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bytes 0-9/10 | true",
        "Bytes 0-99/100 | true",
        "bytes 0-8/10 | false",
        "bytes 5-9/10 | false",
        "bytes 0-9/* | false",
      })
  void aRangeOfTheWholeIsAPage(String range, boolean page) {
    byte[] bytes = bytes("HTTP/1.1 206 X~Content-Range: " + range + "~~<p>", "\r\n");
    HttpHead head = Objects.requireNonNull(HttpHead.parse(bytes, bytes.length));
    assertThat(head.skipKind() == null, equalTo(page));
  }

  private static byte[] bytes(String text, String lineEnd) {
    return text.replace("~_", "~ ").replace("~", lineEnd).getBytes(StandardCharsets.UTF_8);
  }
}
