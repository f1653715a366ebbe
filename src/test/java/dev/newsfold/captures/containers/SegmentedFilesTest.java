package dev.newsfold.captures.containers;

import static dev.newsfold.captures.containers.Archive.bytes;
import static dev.newsfold.captures.containers.Archive.gzip;
import static dev.newsfold.captures.containers.Archive.join;
import static dev.newsfold.captures.containers.Archive.page;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Records that were cut in segments, of which a file holds some: they are not sought in other
 * files. What came is kept as a page that is cut; a later segment by itself is rejected, with the
 * name of its record.
 */
class SegmentedFilesTest {
  private static final String BLOCK = "HTTP/1.1 200 OK\r\n\r\n<html><p>1<p>2<p>3";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 2 3 | page <html><p>1<p>2<p>3, skip continuation, skip continuation | false",
        // The rest lies in another file.
        "1 | page <html><p>1 | true",
        "1 2 | page <html><p>1<p>2, skip continuation | true",
        "1 3 | page <html><p>1, skip continuation | true",
        "2 3 | reject WARC_TRUNCATED, reject WARC_TRUNCATED |",
        "3 | reject WARC_TRUNCATED |",
      })
  void whatAFileHoldsOfARecordIsKept(String segments, String expected, Boolean truncated) {
    byte[][] records =
        Stream.of(segments.split(" "))
            .map(number -> segment(Integer.parseInt(number)))
            .toArray(byte[][]::new);
    byte[][] members = Stream.of(records).map(Archive::gzip).toArray(byte[][]::new);
    for (byte[] file : List.of(join(records), join(members), gzip(join(records)))) {
      Found read = Found.in("a.warc", file);
      assertThat(read.words, containsInAnyOrder(expected.split(", ")));
      assertThat(read.facts().captures(), equalTo((long) records.length));
      if (truncated != null) {
        assertThat(read.captures.get(0).getTruncated(), equalTo(truncated));
      }
    }
  }

  /** WARC 1.1 lets the segments of a record lie in files that follow each other. */
  @Test
  void nothingOfARecordThatGoesOnInAnotherFileIsLostSilently() {
    byte[] other = page("<p>other");
    Found first = Found.in("a-1.warc.gz", join(gzip(other), gzip(segment(1))));
    assertThat(first.words, contains("page <p>other", "page <html><p>1"));
    assertThat(first.captures.get(1).getTruncated(), equalTo(true));
    Found second = Found.in("a-2.warc.gz", join(gzip(segment(2)), gzip(segment(3)), gzip(other)));
    assertThat(
        second.words, contains("reject WARC_TRUNCATED", "reject WARC_TRUNCATED", "page <p>other"));
    assertThat(
        second.rejections.get(0).getMessage(),
        equalTo(
            "segment 2 of the record <urn:x:1>, which did not begin in this file: segments are"
                + " joined within a file"));
  }

  /** A segment that follows another record's first one is none of that. */
  @Test
  void aSegmentIsNotJoinedToAnotherRecord() {
    byte[] mine = segment(1);
    byte[] foreign = bytes(new String(segment(2), US_ASCII).replace("<urn:x:1>", "<urn:x:9>"));
    for (byte[] file : List.of(join(mine, foreign), gzip(join(mine, foreign)))) {
      assertThat(
          Found.in("a.warc", file).words,
          containsInAnyOrder("page <html><p>1", "reject WARC_TRUNCATED"));
    }
    byte[] whole =
        bytes(
            new String(join(segment(1), segment(2), segment(3)), US_ASCII).replace("x:1>", "x:9>"));
    byte[] late = join(whole, mine, foreign);
    assertThat(
        Found.in("a.warc", gzip(late)).words,
        containsInAnyOrder(
            "page <html><p>1<p>2<p>3",
            "skip continuation",
            "skip continuation",
            "page <html><p>1",
            "skip continuation"));
  }

  private static byte[] segment(int number) {
    int third = BLOCK.length() - 8;
    String block =
        switch (number) {
          case 1 -> BLOCK.substring(0, third);
          case 2 -> BLOCK.substring(third, third + 4);
          default -> BLOCK.substring(third + 4);
        };
    String fields = number == 1 ? "WARC-Record-ID: <urn:x:1>" : "WARC-Segment-Origin-ID: <urn:x:1>";
    String last = number == 3 ? "WARC-Segment-Total-Length: " + BLOCK.length() + "\r\n" : "";
    return bytes(
        "WARC/1.1\r\nWARC-Type: "
            + (number == 1 ? "response" : "continuation")
            + "\r\nWARC-Target-URI: http://a.example/1\r\nWARC-Date: 2020-09-25T03:45:27Z\r\n"
            + fields
            + "\r\nWARC-Segment-Number: "
            + number
            + "\r\n"
            + last
            + "Content-Type: application/http\r\nContent-Length: "
            + block.length()
            + "\r\n\r\n"
            + block
            + "\r\n\r\n");
  }
}
