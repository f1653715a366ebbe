package dev.newsfold.captures.containers;

import static dev.newsfold.captures.containers.Archive.bytes;
import static dev.newsfold.captures.containers.Archive.gzip;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.newsfold.captures.ReadLimits;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that stand as base64 in tables. */
class EncodedCellTest {
  private static final byte[] PAGE = bytes("<!DOCTYPE html><title>1 ÿ ~~~ ???</title><p>1");

  @ParameterizedTest
  @CsvSource({"html", "content", "html_base64", "body_base64"})
  void aPageMayBeInBase64(String column) {
    for (String cell :
        new String[] {
          Base64.getEncoder().encodeToString(PAGE),
          Base64.getUrlEncoder().withoutPadding().encodeToString(PAGE),
          Base64.getMimeEncoder().encodeToString(PAGE).replace("\r\n", "\\n"),
          "data:text/html;charset=utf-8;base64," + Base64.getEncoder().encodeToString(PAGE),
          Base64.getEncoder().encodeToString(gzip(PAGE))
        }) {
      Found read =
          Found.in(
              "a.jl",
              bytes("{\"url\":\"http://a.example/1\",\"" + column + "\":\"" + cell + "\"}\n"));
      assertThat(
          read.words,
          contains("page " + new String(PAGE, java.nio.charset.StandardCharsets.UTF_8)));
      assertThat(read.captures.get(0).getUrl(), equalTo("http://a.example/1"));
      // The page's own bytes are in the page's own encoding.
      assertThat(read.captures.get(0).getContentType(), nullValue());
    }
  }

  @Test
  void aTableMayHaveItsPagesSo() {
    String cell = Base64.getEncoder().encodeToString(bytes("<html><p>1</p>"));
    for (String header : new String[] {"", "url,html_base64\n"}) {
      assertThat(
          Found.in("a.csv", bytes(header + "http://a.example/1," + cell + "\n")).words,
          contains("page <html><p>1</p>"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Of an image, of a text, and no base64 at all.
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ",
        "VGhlIGNvdW5jaWwgc2FpZCB0aGF0IGl0IHdhcyBzby4=",
        "PCFET0NUWVBFIGh0bWw+!PHA+",
        "H4sIAAAAAAAA"
      })
  void whatHoldsNoPageIsNone(String cell) {
    String row = "{\"url\":\"http://a.example/1\",\"html\":\"" + cell + "\"}\n";
    assertThat(Found.in("a.jl", bytes(row)).words, contains("reject NOT_HTML"));
  }

  @Test
  void aPageThatIsTooLargeOrBrokenIsOneRejection() {
    byte[] large = Arrays.copyOf(bytes("<html>"), (int) ReadLimits.DEFAULT.maxPageBytes() + 1);
    byte[] broken = gzip(bytes("<html>" + "x".repeat(500)));
    broken[broken.length - 8] ^= 1;
    for (byte[] packed : new byte[][] {gzip(large), broken}) {
      String row =
          "{\"url\":\"http://a.example/1\",\"html\":\""
              + Base64.getEncoder().encodeToString(packed)
              + "\"}\n";
      String page = "{\"url\":\"http://a.example/2\",\"html\":\"<p>2\"}\n";
      Found read = Found.in("a.jl", bytes(row + page));
      assertThat(read.rejections.size(), equalTo(1));
      assertThat(read.words.get(1), equalTo("page <p>2"));
    }
  }
}
