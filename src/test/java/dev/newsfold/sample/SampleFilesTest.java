package dev.newsfold.sample;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFilesTest {

  private static final SampleOptions OPTIONS = new SampleOptions(300, 5);

  @TempDir Path folder;

  private record WarcRecord(Map<String, String> head, byte[] block) {
    String type() {
      return head.getOrDefault("WARC-Type", "");
    }

    String http() {
      return new String(block, StandardCharsets.ISO_8859_1);
    }
  }

  /** Reads the records one behind the other, holding each to its own Content-Length. */
  private static List<WarcRecord> records(Path file) throws IOException {
    List<WarcRecord> records = new ArrayList<>();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      byte[] all = in.readAllBytes();
      int at = 0;
      while (at < all.length) {
        int end = indexOf(all, "\r\n\r\n", at);
        String[] lines = new String(all, at, end - at, StandardCharsets.UTF_8).split("\r\n", -1);
        assertThat(lines[0], is("WARC/1.1"));
        Map<String, String> head = new HashMap<>();
        for (String line : Arrays.asList(lines).subList(1, lines.length)) {
          int colon = line.indexOf(": ");
          head.put(line.substring(0, colon), line.substring(colon + 2));
        }
        int start = end + 4;
        int stop = start + Integer.parseInt(head.getOrDefault("Content-Length", ""));
        records.add(new WarcRecord(head, Arrays.copyOfRange(all, start, stop)));
        assertThat(new String(all, stop, 4, StandardCharsets.UTF_8), is("\r\n\r\n"));
        at = stop + 4;
      }
    }
    return records;
  }

  private static int indexOf(byte[] bytes, String text, int from) {
    byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
    for (int i = from; i + wanted.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    throw new AssertionError("no end of the head from byte " + from);
  }

  private static List<JsonNode> rows(Path truth) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (String line : Files.readAllLines(truth)) {
      rows.add(new ObjectMapper().readTree(line));
    }
    return rows;
  }

  @Test
  void theSameSeedGivesTheSameBytes() throws IOException {
    Path one = folder.resolve("one.warc.gz");
    Path two = folder.resolve("two.warc.gz");
    Sample.write(OPTIONS, one);
    Sample.write(OPTIONS, two);
    assertThat(Files.mismatch(one, two), is(-1L));
    assertThat(
        Files.mismatch(folder.resolve("one.truth.jsonl"), folder.resolve("two.truth.jsonl")),
        is(-1L));
  }

  @Test
  void anArchiveHoldsItsRecordsToTheByte() throws IOException {
    Path file = folder.resolve("s.warc.gz");
    Sample.write(OPTIONS, file);
    List<WarcRecord> records = records(file);
    assertThat(records.get(0).type(), is("warcinfo"));
    assertThat(
        records.stream().map(WarcRecord::type).toList(),
        hasItems("warcinfo", "request", "response", "revisit"));
    for (WarcRecord record : records) {
      assertThat(
          Instant.parse(record.head().getOrDefault("WARC-Date", "")), greaterThan(Instant.EPOCH));
      if (record.type().equals("response")) {
        assertThat(record.http(), startsWith("HTTP/1.1 "));
        int body = indexOf(record.block(), "\r\n\r\n", 0) + 4;
        int length = record.block().length - body;
        assertThat(record.http(), containsString("Content-Length: " + length + "\r\n"));
      }
    }
    assertThat(
        records.stream().map(r -> r.head().get("WARC-Record-ID")).distinct().count(),
        is((long) records.size()));
  }

  @Test
  void theTruthHasOneRowARecordInTheirOrder() throws IOException {
    Path file = folder.resolve("s.warc.gz");
    Sample.write(OPTIONS, file);
    List<WarcRecord> records = records(file);
    List<JsonNode> rows = rows(folder.resolve("s.truth.jsonl"));
    assertThat(rows.size(), is(records.size()));
    for (int i = 0; i < rows.size(); i++) {
      String url = rows.get(i).path("url").asText();
      assertThat(records.get(i).head().getOrDefault("WARC-Target-URI", ""), is(url));
    }
    assertThat(
        rows.stream().map(row -> row.path("expect").asText()).toList(),
        hasItems(
            "article",
            "skip:warcinfo",
            "skip:request",
            "skip:redirect",
            "skip:image",
            "skip:revisit"));
  }

  @Test
  void aGzipMemberHoldsOneRecord() throws IOException {
    Path file = folder.resolve("s.warc.gz");
    Sample.write(new SampleOptions(3, 5), file);
    byte[] all = Files.readAllBytes(file);
    // The first member alone is a whole record: its trailer ends where the second's magic starts.
    int second = indexOf(all, "\u001f", 1);
    while (all[second + 1] != (byte) 0x8b) {
      second = indexOf(all, "\u001f", second + 1);
    }
    try (InputStream in =
        new GZIPInputStream(new ByteArrayInputStream(Arrays.copyOf(all, second)))) {
      String record = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(record, startsWith("WARC/1.1\r\nWARC-Type: warcinfo\r\n"));
      assertThat(record.endsWith("\r\n\r\n"), is(true));
    }
  }

  @Test
  void aFolderMirrorsTheSites() throws IOException {
    Sample.write(OPTIONS, folder.resolve("f"));
    List<JsonNode> rows = rows(folder.resolve("f/truth.jsonl"));
    assertThat(rows.size(), is(300));
    Sample sample = new Sample(OPTIONS);
    for (JsonNode row : rows) {
      Path file = folder.resolve("f/pages").resolve(row.path("path").asText());
      SamplePage page = sample.page(row.path("page").asLong());
      assertThat(Arrays.equals(Files.readAllBytes(file), page.body()), is(true));
      assertThat(Files.getLastModifiedTime(file).toInstant(), is(page.capturedAt()));
    }
  }

  @Test
  void theBundledSampleIsWrittenOnce() throws IOException {
    Path pages = Sample.bundled(folder.resolve("bundled"));
    assertThat(Files.isDirectory(pages), is(true));
    Path truth = folder.resolve("bundled/truth.jsonl");
    assertThat(rows(truth).size(), is((int) Sample.BUNDLED_PAGES));
    Files.writeString(truth, "");
    Sample.bundled(folder.resolve("bundled"));
    assertThat(Files.size(truth), is(0L));
  }
}
