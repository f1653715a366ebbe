package dev.newsfold.captures.containers;

import static dev.newsfold.captures.containers.Archive.gzip;
import static dev.newsfold.captures.containers.Archive.join;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.newsfold.records.Origin;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where rows lie: bytes of the file, whatever letters stand before them. In the tables ^ marks each
 * row, ~ is a line's end, and * is text of many bytes and few characters, longer than any buffer.
 */
class RowOffsetsTest {
  private static final String TEXT = "虚构新闻，灯塔 a 𠀀".repeat(2000);

  private static final String PAGE = "\"url\":\"http://a.example/1\",\"html\":\"<p>*\"";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "a.json | [^{#},^{#},^{#}]",
        "a.json | ~ [^{\"n\":\"*\",#},~ ^{#,\"tags\":[{\"t\":\"*\"}]}]",
        "a.json | {\"about\":\"*\",\"pages\":[^{#},^{#}]}",
        "a.json | {\"http://a.example/1\":^\"<html>*\",\"http://a.example/2\":^\"<html>*\"}",
        "a.json | {\"http://a.example/1\":^{\"html\":\"<p>*\"},\"http://a.example/2\":^{\"html\":\"<p>*\"}}",
        "a.har | {\"log\":{\"comment\":\"*\",\"entries\":[^{@},^{@}]}}",
        "a.jl | ^{#}~^{#}~~^{#}~",
        "a.csv | url,html~^http://a.example/1,<p>*~^http://a.example/2,\"<p>~*\"~^http://a.example/3,<p>~",
      })
  void aRowLiesWhereItsBytesStart(String name, String rows) {
    String marked = text(rows);
    for (Encoding encoding : Encoding.values()) {
      List<Long> expected = new ArrayList<>();
      for (int at = marked.indexOf('^'); at >= 0; at = marked.indexOf('^', at + 1)) {
        String before = marked.substring(0, at).replace("^", "");
        expected.add((long) encoding.bytes(before).length);
      }
      byte[] file = encoding.bytes(marked.replace("^", ""));
      for (byte[] stored : List.of(file, gzip(file))) {
        Found found = Found.in(name, stored);
        assertThat(encoding.toString(), found.rejections, equalTo(List.of()));
        assertThat(encoding.toString(), offsets(found), equalTo(expected));
      }
    }
  }

  @Test
  void aByteThatIsNoTextCountsAsOne() {
    String row = text("{#}");
    byte[] broken = {(byte) 0xff, (byte) 0xe4, '"', '}'};
    byte[] before = join(Archive.bytes("["), cut(row), broken, Archive.bytes(","));
    byte[] file = join(before, Archive.bytes(row + "]"));
    assertThat(offsets(Found.in("a.json", file)), equalTo(List.of(1L, (long) before.length)));
  }

  /** The last row is cut or broken; ^ marks where its rejection must lead. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "a.json | [{#},{#},^{#",
        "a.json | [{#},^{\"html\":\"<p>*",
        "a.json | [{#},^{#,\"tags\":[{\"t\":1},{\"t\":",
        "a.json | [^{#,\"tags\":[{\"t\":1},{\"t\":",
        "a.json | [{#},^{#,x},{#}]",
        "a.json | {\"pages\":[{#},^{#,\"a\":",
        "a.json | {\"pages\":[^{\"html\":\"<p>",
        "a.json | {\"http://a.example/1\":\"<html>*\",\"http://a.example/2\":^\"<html>",
        "a.json | {\"http://a.example/1\":{\"html\":\"<p>*\"},\"http://a.example/2\":^{\"html\":\"<p>",
        "a.har | {\"log\":{\"entries\":[{@},^{\"request\":{\"headers\":[{\"name\":\"*\"},{\"name\":",
        "a.har | {\"log\":{\"entries\":[^{\"request\":{\"headers\":[{\"name\":\"*\"},{\"name\":",
        // Too deep.
        "a.json | [{#},^{#,\"a\":[[[[[[[[[[!]]]]]]]]]]},{#}]",
        "a.jl | {#}~^{#,x}~",
      })
  void theRejectionOfABrokenRowLeadsThere(String name, String rows) {
    String marked = text(rows.replace("!", "[".repeat(500)));
    long expected = Archive.bytes(marked.substring(0, marked.indexOf('^'))).length;
    Found found = Found.in(name, Archive.bytes(marked.replace("^", "")));
    assertThat(
        found.rejections.stream().map(r -> r.getOrigin().getOffset()).toList(),
        equalTo(List.of(expected)));
  }

  @Test
  void betweenRowsARejectionLeadsToWhatIsWrong() {
    String before = text("[{#},");
    Found found = Found.in("a.json", Archive.bytes(before + "x,{}]"));
    long at = found.rejections.get(0).getOrigin().getOffset();
    assertThat(at - Archive.bytes(before).length <= 2, equalTo(true));
    assertThat(found.words, hasItem("reject CAPTURE_MALFORMED"));
  }

  private static String text(String rows) {
    String entry =
        "\"startedDateTime\":\"2020-09-25T03:45:27Z\",\"request\":{\"url\":\"http://a.example/1\"},"
            + "\"response\":{\"status\":200,\"content\":{\"mimeType\":\"text/html\",\"text\":\"<p>*\"}}";
    return rows.replace("@", entry).replace("#", PAGE).replace("*", TEXT).replace('~', '\n');
  }

  private static byte[] cut(String row) {
    return Archive.bytes(row.substring(0, row.length() - 2));
  }

  private static List<Long> offsets(Found found) {
    Stream<Origin> origins = found.captures.stream().map(capture -> capture.getOrigin());
    return origins.map(Origin::getOffset).toList();
  }

  /** Encodings that are told by a file's bytes. */
  private enum Encoding {
    UTF_8("UTF-8", ""),
    UTF_8_MARKED("UTF-8", "\ufeff"),
    GB18030("GB18030", ""),
    UTF_16_BIG("UTF-16BE", "\ufeff"),
    UTF_16_LITTLE("UTF-16LE", "\ufeff"),
    UTF_16_UNMARKED("UTF-16LE", ""),
    UTF_32("UTF-32LE", "\ufeff");

    private final Charset charset;
    private final String mark;

    Encoding(String charset, String mark) {
      this.charset = Charset.forName(charset);
      this.mark = mark;
    }

    byte[] bytes(String text) {
      return (mark + text).getBytes(charset);
    }
  }
}
