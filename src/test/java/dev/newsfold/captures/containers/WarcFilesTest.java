package dev.newsfold.captures.containers;

import static dev.newsfold.captures.containers.Archive.bytes;
import static dev.newsfold.captures.containers.Archive.gzip;
import static dev.newsfold.captures.containers.Archive.join;
import static dev.newsfold.captures.containers.Archive.page;
import static dev.newsfold.captures.containers.Archive.record;
import static dev.newsfold.captures.containers.Archive.response;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import com.github.luben.zstd.Zstd;
import dev.newsfold.records.Capture;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarcFilesTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=gbk";
  private static final byte[] INFO = record("warcinfo", bytes("software: x\r\n"));

  @Test
  void aResponseKeepsWhatTheArchiveKnowsOfIt() {
    byte[] file = join(INFO, response(OK, bytes("<p>1")));
    Capture capture = Found.in("d/a.warc", file).captures.get(0);
    assertThat(capture.getUrl(), equalTo("http://a.example/1"));
    assertThat(capture.getCapturedAt(), equalTo(Instant.parse("2020-09-25T03:45:27Z")));
    assertThat(capture.getContentType(), equalTo("text/html; charset=gbk"));
    assertThat(capture.getHttpStatus(), equalTo(200));
    assertThat(capture.getOrigin().getFile(), equalTo("d/a.warc"));
    assertThat(capture.getOrigin().getOffset(), equalTo((long) INFO.length));
  }

  @Test
  void recordsAreFoundHoweverTheyAreCompressed() {
    byte[] one = page("<p>1");
    byte[] two = page("<p>2");
    List<String> expected = List.of("skip warcinfo", "page <p>1", "page <p>2");
    assertThat(words(join(INFO, one, two)), equalTo(expected));
    assertThat(words(gzip(join(INFO, one, two))), equalTo(expected));
    assertThat(words(join(gzip(INFO), gzip(one), gzip(two))), equalTo(expected));
    assertThat(
        words(join(gzip(INFO), gzip(cut(one, 50)), gzip(rest(one, 50)), gzip(two))),
        equalTo(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "request,request",
    "metadata,metadata",
    "revisit,revisit",
    "conversion,conversion",
    "continuation,continuation",
    "hologram,unknown-record"
  })
  void recordsThatAreNoPagesAreSkippedByTheirKind(String type, String kind) {
    assertThat(
        words(join(record(type, bytes("HTTP/1.1 200 OK\r\n\r\n")), page("<p>1"))),
        contains("skip " + kind, "page <p>1"));
  }

  /** Its page was fetched again, and may be kept again. */
  @Test
  void aRevisitThatHoldsItsPageIsAPage() {
    byte[] head = bytes("HTTP/1.1 200 OK\r\n\r\n");
    byte[] whole = record("revisit", join(head, bytes("<p>2")));
    byte[] unchanged = record("revisit", bytes("HTTP/1.1 304 Not Modified\r\n\r\n<p>2"));
    assertThat(words(join(whole, page("<p>1"))), contains("page <p>2", "page <p>1"));
    assertThat(words(join(gzip(unchanged), gzip(whole))), contains("skip revisit", "page <p>2"));
  }

  /** Junk that ends in no line's end, with line ends within. */
  @Test
  void aRecordIsFoundBehindBytesThatMakeNoLines() {
    byte[] junk = new byte[3000];
    new Random(7).nextBytes(junk);
    assertThat(
        words(join(junk, bytes("x"), page("<p>1"), junk, bytes("WARC/"), page("<p>2"))),
        contains("reject WARC_MALFORMED", "page <p>1", "reject WARC_MALFORMED", "page <p>2"));
  }

  @ParameterizedTest
  @CsvSource({
    "Content-Type: text/html, <html>x, page <html>x",
    "Status: 200 OK~Content-type: text/html~ charset=x, <html>x, page <html>x",
    "Status: 404 Not Found~Content-Type: text/html, <html>x, skip http-error",
    "Server: x~Content-Type: image/png, <html>x, skip image",
    "Content-Type: text/html, no page, reject HTTP_MALFORMED",
    "Server: x~Date: y, <html>x, reject HTTP_MALFORMED",
    "Content-Type: text/html~no field, <html>x, reject HTTP_MALFORMED"
  })
  void aHeadMayHaveLostItsStatusLine(String head, String body, String expected) {
    byte[] block = bytes(head.replace("~", "\r\n") + "\r\n\r\n" + body);
    assertThat(words(record("response", block)), contains(expected));
  }

  /** Its encodings show in the bytes, if it has some. */
  @ParameterizedTest
  @CsvSource({"resource, text/html", "response, application/http"})
  void aBlockWithoutAHeadMayBeEncoded(String type, String media) {
    byte[] chunks = bytes("7\r\n<html>1\r\n0\r\n\r\n");
    for (byte[] block : List.of(gzip(bytes("<html>1")), chunks)) {
      byte[] record = record(type, block);
      String text = new String(record, StandardCharsets.ISO_8859_1);
      byte[] typed = text.replace("application/http", media).getBytes(StandardCharsets.ISO_8859_1);
      assertThat(words(typed), contains("page <html>1"));
    }
  }

  @Test
  void zlibThatNothingTellsOfIsKnownByThePageInIt() {
    byte[] page = Archive.deflate(bytes("<html><p>1"));
    assertThat(words(response(OK, page)), contains("page <html><p>1"));
    byte[] other = Archive.deflate(bytes("no page"));
    assertThat(
        Found.in("a.warc", response(OK, other)).captures.get(0).getPayload().remaining(),
        equalTo(other.length));
    byte[] marked = join(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, gzip(bytes("<p>1")));
    assertThat(words(response(encoded("gzip"), marked)), contains("page <p>1"));
  }

  @ParameterizedTest
  @CsvSource({
    "301 Moved,text/html,skip redirect",
    "304 Not Modified,text/html,skip redirect",
    "404 Not Found,text/html,skip http-error",
    "500 Oops,text/html,skip http-error",
    "206 Partial,text/html,skip other-status",
    "200 OK,image/png,skip image",
    "200 OK,text/css,skip style",
    "200 OK,application/pdf,page <html>x",
    "200 OK,application/json,page <html>x",
    "200 OK,application/octet-stream,page <html>x",
    "203 Maybe,application/xhtml+xml,page <html>x"
  })
  void statusAndMediaTypeTellPagesFromTheRest(String status, String type, String expected) {
    byte[] file = response("HTTP/1.1 " + status + "\r\nContent-Type: " + type, bytes("<html>x"));
    assertThat(words(file), contains(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "bytes 0-6/7,page <html>x",
    "bytes 0-6/70,skip other-status",
    "bytes 7-13/14,skip other-status",
    "bytes 0-6/*,skip other-status"
  })
  void aRangeThatIsTheWholePageIsThePage(String range, String expected) {
    String head = "HTTP/1.1 206 Partial\r\nContent-Range: " + range;
    assertThat(words(response(head, bytes("<html>x"))), contains(expected));
  }

  /** Its type may say so, or nothing, or that it is bytes; what is no page is none by any type. */
  @ParameterizedTest
  @CsvSource({
    "resource, text/html, <html>x, page <html>x",
    "resource, application/octet-stream, <html>x, page <html>x",
    "response, text/html, <html>x, page <html>x",
    "resource, text/plain, drwxr-xr-x 2 ftp, skip other-protocol",
    "resource, text/html, drwxr-xr-x 2 ftp, skip other-protocol"
  })
  void aPageMayHaveComeByFtp(String type, String media, String block, String expected) {
    String record =
        new String(record(type, bytes(block)), StandardCharsets.UTF_8)
            .replace("http://a.example/1", "ftp://a.example/1")
            .replace("application/http", media);
    Found read = Found.in("a.warc", bytes(record));
    assertThat(read.words, contains(expected));
    if (expected.startsWith("page")) {
      assertThat(read.captures.get(0).getUrl(), equalTo("ftp://a.example/1"));
    }
  }

  @ParameterizedTest
  @CsvSource({"WARC/2.0", "WARC/1", "warc/1.1", "WARC/x.y", "WARC/1.0 (draft)"})
  void aRecordOfAnyVersionIsReadAsOne(String version) {
    byte[] other =
        bytes(new String(page("<p>2"), StandardCharsets.UTF_8).replaceFirst("WARC/1.0", version));
    byte[] wrong =
        bytes(
            new String(record("response", "70", bytes(OK + "\r\n\r\n<p>3")), StandardCharsets.UTF_8)
                .replaceFirst("WARC/1.0", version));
    assertThat(
        words(join(page("<p>1"), other, wrong, page("<p>4"))),
        contains("page <p>1", "page <p>2", "page <p>3", "page <p>4"));
    assertThat(words(join(other, page("<p>4"))), contains("page <p>2", "page <p>4"));
    assertThat(
        words(join(page("<p>1"), bytes("WARC/" + "x".repeat(80) + "\r\n\r\n"), page("<p>4"))),
        contains("page <p>1", "reject WARC_MALFORMED", "page <p>4"));
  }

  @Test
  void aPageIsCutWhereTheFileWasBeforeItWasCompressed() {
    byte[] record = response(OK, bytes("<html><p>1" + "x".repeat(100)));
    Found cut = Found.in("a.warc.gz", gzip(Arrays.copyOf(record, record.length - 50)));
    assertThat(cut.captures.get(0).getTruncated(), equalTo(true));
    // A length that is wrong cuts nothing: line ends show the end.
    byte[] mistaken = Archive.record("response", "1000", bytes(OK + "\r\n\r\n<html><p>1"));
    assertThat(
        Found.in("a.warc.gz", gzip(mistaken)).captures.get(0).getTruncated(), equalTo(false));
  }

  @Test
  void aPageThatAnotherArchiveShowsHasItsOwnAddress() {
    String record = new String(response(OK, bytes("<html>x")), StandardCharsets.ISO_8859_1);
    String shown = "https://web.archive.org/web/20100203040506id_/http://a.example/2";
    Found found = Found.in("a.warc", bytes(record.replace("http://a.example/1", shown)));
    assertThat(found.captures.get(0).getUrl(), equalTo("http://a.example/2"));
    assertThat(found.captures.get(0).getCapturedAt().toString(), equalTo("2010-02-03T04:05:06Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "application/pdf,skip other-media",
    "application/json,skip data",
    "text/xml,skip data",
    "application/octet-stream,skip other-media"
  })
  void whatIsNoPageByItsTypeAndItsBytesIsSkipped(String type, String expected) {
    byte[] file = response("HTTP/1.1 200 OK\r\nContent-Type: " + type, bytes("{\"a\": 1}"));
    assertThat(words(file), contains(expected));
  }

  @Test
  void encodingsAreUndone() {
    byte[] body = bytes("<p>one");
    byte[] chunked = bytes("3\r\n<p>\r\n3;x=y\r\none\r\n0\r\n\r\n");
    String chunks = OK + "\r\nTransfer-Encoding: chunked";
    assertThat(words(response(chunks, chunked)), contains("page <p>one"));
    assertThat(words(response(chunks, body)), contains("page <p>one"));
    assertThat(words(response(encoded("gzip"), gzip(body))), contains("page <p>one"));
    assertThat(words(response(encoded("deflate"), Archive.deflate(body))), contains("page <p>one"));
    assertThat(words(response(encoded("gzip, gzip"), gzip(gzip(body)))), contains("page <p>one"));
    assertThat(words(response(encoded("br"), body)), contains("page <p>one"));
    assertThat(words(response(encoded("br"), bytes("\1\2"))), contains("reject CONTENT_ENCODING"));
    assertThat(
        words(response(encoded("gzip"), cut(gzip(body), 11))), contains("reject CONTENT_ENCODING"));
  }

  @Test
  void blankLinesAndChunksOfProxiesAreNoPartOfAPage() {
    byte[] body = bytes("<p>one");
    byte[] chunked = bytes("6\r\n<p>one\r\n0\r\n\r\n");
    byte[] twice = join(bytes("10\r\n"), chunked, bytes("\r\n0\r\n\r\n"));
    String chunks = OK + "\r\nTransfer-Encoding: chunked";
    assertThat(words(response(chunks, twice)), contains("page <p>one"));
    byte[] late = join(bytes("\r\n"), gzip(body));
    assertThat(words(response(encoded("gzip"), late)), contains("page <p>one"));
    assertThat(words(response("\r\n" + OK, body)), contains("page <p>one"));
    assertThat(words(response(" " + OK, body)), contains("page <p>one"));
  }

  @Test
  void whatCameOfACutBodyIsKeptAsTruncated() {
    byte[] gzip = cut(gzip(bytes("<p>one")), 18);
    byte[] chunks = bytes("3\r\n<p>\r\nzz\r\n");
    for (byte[] file :
        List.of(
            response(encoded("gzip"), gzip),
            response(OK + "\r\nTransfer-Encoding: chunked", chunks))) {
      Found found = Found.in("a.warc", file);
      assertThat(found.words.get(0), startsWith("page <p>"));
      assertThat(found.captures.get(0).getTruncated(), equalTo(true));
    }
  }

  @Test
  void aChunkedBodyThatEndsEarlyIsMarkedTruncated() {
    byte[] file = response(OK + "\r\nTransfer-Encoding: chunked", bytes("ff\r\n<p>one"));
    Found found = Found.in("a.warc", file);
    assertThat(found.words, contains("page <p>one"));
    assertThat(found.captures.get(0).getTruncated(), equalTo(true));
  }

  @ParameterizedTest
  @CsvSource({"''", "x", "-1", "0", "99999999999999999999"})
  void aLengthThatTellsNothingCostsOnlyItsRecord(String length) {
    byte[] broken = record("response", length, bytes("HTTP/1.1 200 OK\r\n\r\n<p>broken"));
    List<String> words = words(join(page("<p>1"), broken, page("<p>3")));
    assertThat(words, contains("page <p>1", "reject WARC_MALFORMED", "page <p>3"));
  }

  @ParameterizedTest
  @CsvSource({
    "1",
    "5",
    "26",
    "28",
    "29",
    "31",
    "32",
    "33",
    "34",
    "37",
    "41",
    "43",
    "60",
    "700",
    "9223372036854775807"
  })
  void aWrongLengthIsMendedByTheNextRecord(String length) {
    byte[] broken = record("response", length, bytes("HTTP/1.1 200 OK\r\n\r\n<p>broken"));
    List<String> all = List.of("page <p>1", "page <p>broken", "page <p>3");
    for (byte[] file :
        List.of(
            join(page("<p>1"), broken, page("<p>3")),
            join(gzip(page("<p>1")), gzip(broken), gzip(page("<p>3"))))) {
      // A length that covers some of the blank lines behind the block is as good as the right one.
      assertThat(words(file).stream().map(String::strip).toList(), equalTo(all));
    }
  }

  @Test
  void aWrongLengthIsMendedThoughLineEndsAreMissing() {
    byte[] info = record("warcinfo", "12", bytes("software:x"));
    byte[] first = cut(info, info.length - 4);
    byte[] second = page("<p>2");
    byte[] file = join(first, cut(second, second.length - 4), page("<p>3"));
    assertThat(words(file), contains("skip warcinfo", "page <p>2", "page <p>3"));
  }

  @Test
  void aFileCutAnywhereKeepsTheRecordsBefore() {
    byte[] first = page("<p>1");
    byte[] second = page("<p>2");
    for (int length = 6; length < second.length - 4; length++) {
      Found found = Found.in("a.warc", join(first, cut(second, length)));
      boolean page = length >= second.length - 6;
      String rest = page ? "page <p" : "reject WARC_TRUNCATED";
      assertThat(found.words, contains(equalTo("page <p>1"), startsWith(rest)));
      assertThat(found.captures.get(page ? 1 : 0).getTruncated(), equalTo(page));
    }
    byte[] member = gzip(second);
    for (int length = 2; length < member.length; length++) {
      assertThat(
          words(join(gzip(first), cut(member, length))),
          contains("page <p>1", "reject WARC_TRUNCATED"));
    }
  }

  @Test
  void aDamagedMemberCostsOnlyItself() {
    byte[] damaged = gzip(page("<p>2"));
    damaged[damaged.length - 6] ^= 1;
    assertThat(
        words(join(gzip(page("<p>1")), damaged, gzip(page("<p>3")))),
        contains("page <p>1", "reject GZIP_CORRUPT", "page <p>3"));
  }

  @Test
  void aDamagedFrameOfZstdCostsWhatFollowsAndNotWhatWasBefore() {
    byte[] first = Zstd.compress(page("<p>1"));
    byte[] second = Zstd.compress(page("<p>2"));
    byte[] damaged = second.clone();
    damaged[0] ^= 0x55;
    for (byte[] file :
        List.of(join(first, damaged), join(first, cut(second, 40)), join(first, cut(second, 6)))) {
      assertThat(
          Found.in("a.warc.zst", file).words, contains("page <p>1", "reject CONTAINER_CORRUPT"));
    }
  }

  @Test
  void garbageBetweenRecordsIsOneRejection() {
    assertThat(
        words(join(page("<p>1"), bytes("garbage\r\nmore\r\n"), page("<p>2"))),
        contains("page <p>1", "reject WARC_MALFORMED", "page <p>2"));
  }

  @Test
  void aPageThatQuotesARecordIsNotReadAsOne() {
    String quoted = "<pre>\r\nWARC/1.0\r\nWARC-Type: response\r\n\r\n</pre>";
    assertThat(words(page(quoted)), contains("page " + quoted));
    assertThat(
        words(response(encoded("br"), bytes("\1\r\nWARC/1.0\r\n\r\n"))),
        contains("reject CONTENT_ENCODING"));
  }

  @Test
  void linesMayEndInLineFeedsAlone() {
    byte[] page = bytes("HTTP/1.0 200\nContent-Type: text/html\n\n<p>1");
    String header = "WARC/1.0\nWARC-Type: response\nContent-Length: " + page.length + "\n\n";
    assertThat(words(join(bytes(header), page, bytes("\n\n"))), contains("page <p>1"));
    assertThat(words(join(bytes("\r\n\r\n"), page("<p>2"))), contains("page <p>2"));
  }

  @Test
  void aFileNamedAnArchiveThatIsNoneIsMalformed() {
    assertThat(words(bytes("no archive")), contains("reject WARC_MALFORMED"));
  }

  /** ~ is a line's end, and # a record. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "<html><h1>No such archive</h1></html> | a page",
        "~ <!-- x --><!DOCTYPE html><p>WARC/1.0 is a format | a page",
        // The rest of a record whose start was lost.
        "<html><p>0~~# | reject WARC_MALFORMED, page <p>1",
        "<html><p>0 # | reject WARC_MALFORMED, page <p>1",
        "<p>0</html> | reject WARC_MALFORMED",
        "No such archive | reject WARC_MALFORMED",
      })
  void whatIsNamedAnArchiveAndIsAPageIsCalledOne(String content, String expected) {
    String text = content.replace('~', '\n').replace("#", new String(page("<p>1"), US_ASCII));
    byte[] file = bytes(text);
    boolean page = expected.equals("a page");
    List<String> words = List.of((page ? "reject WARC_MALFORMED" : expected).split(", "));
    for (Found found :
        List.of(
            Found.in("a.warc", file),
            Found.in("a.warc.gz", gzip(file)),
            Found.in("a.warc.zst", Zstd.compress(file)),
            Found.in(page ? "a.arc" : "a.warc", file))) {
      assertThat(found.words, equalTo(words));
      String what = found.rejections.get(0).getMessage();
      assertThat(what.contains("a page in HTML that is named as an archive"), equalTo(page));
    }
    byte[] members = join(gzip(bytes("<html><p>0")), gzip(page("<p>1")));
    assertThat(
        Found.in("a.warc.gz", members).words, contains("reject WARC_MALFORMED", "page <p>1"));
  }

  @Test
  void anyDamageKeepsTheAccountRightAndTheLastRecordOfAnotherMember() {
    Random random = new Random(11);
    byte[] last = gzip(page("<p>last"));
    for (int i = 0; i < 400; i++) {
      byte[] damaged = join(gzip(page("<p>1")), gzip(page("<p>2")));
      for (int hits = 1 + random.nextInt(6); hits > 0; hits--) {
        damaged[2 + random.nextInt(damaged.length - 2)] = (byte) random.nextInt(256);
      }
      Found found = Found.in("a.warc.gz", join(damaged, last));
      assertThat(found.facts().captures(), equalTo((long) found.words.size()));
      assertThat(found.words, hasItem("page <p>last"));
    }
  }

  @Test
  void aRevisitIsAPageHoweverFarItsOriginalLies() {
    String far = "<p>" + "x".repeat(9 << 20);
    byte[] original = related("response", "WARC-Record-ID: <urn:x:1>\r\n", "<p>1");
    byte[] revisit = related("revisit", "WARC-Refers-To: <urn:x:1>\r\n", "");
    Found found = Found.in("a.warc", join(original, page(far), page(far), revisit));
    assertThat(found.words.get(3), equalTo("page <p>1"));
    assertThat(found.captures.get(3).getOrigin().getOffset(), greaterThan(18L << 20));
  }

  @Test
  void segmentsThatBeginUnderOneIdAreRecordsEach() {
    byte[] first =
        related("response", "WARC-Record-ID: <urn:x:1>\r\nWARC-Segment-Number: 1\r\n", "1");
    byte[] other =
        related("response", "WARC-Record-ID: <urn:x:1>\r\nWARC-Segment-Number: 1\r\n", "2");
    assertThat(words(join(first, other)), contains("page 1", "page 2"));
    assertThat(words(gzip(join(first, other))), contains("page 1", "page 2"));
  }

  private static byte[] related(String type, String fields, String body) {
    byte[] record = record(type, bytes("HTTP/1.1 200 OK\r\n\r\n" + body));
    String head = "WARC/1.0\r\n";
    return join(bytes(head + fields), rest(record, head.length()));
  }

  private static String encoded(String encoding) {
    return OK + "\r\nContent-Encoding: " + encoding;
  }

  private static byte[] cut(byte[] bytes, int length) {
    return Arrays.copyOf(bytes, length);
  }

  private static byte[] rest(byte[] bytes, int from) {
    return Arrays.copyOfRange(bytes, from, bytes.length);
  }

  private static List<String> words(byte[] file) {
    return Found.in("a.warc", file).words;
  }
}
