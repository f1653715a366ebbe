package dev.newsfold.captures.containers;

import static dev.newsfold.captures.containers.Archive.bytes;
import static dev.newsfold.captures.containers.Archive.gzip;
import static dev.newsfold.captures.containers.Archive.join;
import static dev.newsfold.captures.containers.Archive.page;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.startsWith;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Archives that are compressed in pieces: frames of zstd or lz4, streams of bzip2 or xz. Damage in
 * one costs its records alone, as in a member of gzip.
 */
class DamagedPiecesTest {
  private static final List<String> BROKEN =
      List.of("page <p>1", "reject CONTAINER_CORRUPT", "page <p>3", "page <p>4");

  @ParameterizedTest
  @ValueSource(strings = {"zstd", "bzip2", "xz", "lz4-framed"})
  void aDamagedPieceCostsItsRecordAlone(String compression) {
    byte[] second = piece(compression, page("<p>2"));
    // In what it holds; in its mark; and where it ends.
    for (int at : new int[] {second.length / 2, 0, second.length - 1}) {
      byte[] damaged = second.clone();
      damaged[at] ^= 0x55;
      assertOneIsLost(words(compression, damaged));
    }
    assertOneIsLost(words(compression, Arrays.copyOf(second, second.length - 9)));
  }

  /** The record may be handed on before the sum behind it is seen to be wrong. */
  private static void assertOneIsLost(List<String> words) {
    List<String> others = words.stream().filter(word -> !word.startsWith("page <p>2")).toList();
    assertThat(others.get(1), startsWith("reject "));
    assertThat(others, contains(BROKEN.get(0), others.get(1), BROKEN.get(2), BROKEN.get(3)));
  }

  /** A file of four rows or entries, each in a piece of its own; and one that runs over many. */
  @ParameterizedTest
  @CsvSource({
    "gzip, a.tar", "gzip, a.jsonl", "gzip, a.csv", "gzip, a.tsv",
    "zstd, a.tar", "zstd, a.jsonl", "zstd, a.csv", "zstd, a.tsv",
    "bzip2, a.tar", "bzip2, a.jsonl", "bzip2, a.csv", "bzip2, a.tsv",
    "xz, a.tar", "xz, a.jsonl", "xz, a.csv", "xz, a.tsv",
    "lz4-framed, a.tar", "lz4-framed, a.jsonl", "lz4-framed, a.csv", "lz4-framed, a.tsv"
  })
  void damageCostsTheEntriesAndRowsOfItsPieceAlone(String compression, String name) {
    List<byte[]> parts = parts(name);
    List<String> undamaged = Found.in(name, join(parts.toArray(byte[][]::new))).words;
    for (int damaged = 1; damaged <= 2; damaged++) {
      byte[] second = piece(compression, parts.get(damaged));
      for (int at : new int[] {second.length / 2, 0, second.length - 3}) {
        List<byte[]> pieces = new ArrayList<>();
        parts.forEach(part -> pieces.add(piece(compression, part)));
        pieces.get(damaged)[at] ^= 0x55;
        Found found = Found.in(name, join(pieces.toArray(byte[][]::new)));
        String where = damaged + " at " + at + " of " + second.length + ": " + found.words;
        if (found.words.equals(undamaged)) {
          // Not every bit of a piece counts.
          continue;
        }
        // Wrong bytes may be read as a row before the sum behind them is seen to be wrong.
        assertThat(where, found.rejections.size(), between(1, 2));
        List<String> pages = new ArrayList<>(found.words);
        String lost = "page <p>" + (damaged + 1);
        pages.removeIf(word -> !word.startsWith("page <p>") || word.startsWith(lost));
        pages.removeIf(word -> word.startsWith("page <p>b"));
        assertThat(
            where,
            pages,
            contains(
                startsWith("page <p>1"),
                startsWith("page <p>" + (damaged == 1 ? 3 : 2)),
                startsWith("page <p>4")));
        assertThat(where, found.facts().captures(), equalTo((long) found.words.size()));
      }
    }
  }

  /** Where content is cut in pieces anywhere, damage costs what lies in its piece, and no more. */
  @ParameterizedTest
  @ValueSource(strings = {"a.tar", "a.jsonl", "a.csv", "a.tsv"})
  void piecesNeedNotStartWithAnEntryOrRow(String name) {
    List<byte[]> parts = parts(name);
    byte[] all = join(parts.toArray(byte[][]::new));
    for (int length : new int[] {100, 333, 512, 700, 1111}) {
      // Where the names of columns are lost, so is the table.
      for (int lost = name.endsWith("sv") ? length : 0; lost < all.length; lost += length) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int at = 0; at < all.length; at += length) {
          byte[] piece = gzip(Arrays.copyOfRange(all, at, Math.min(all.length, at + length)));
          // A kind of block that does not exist.
          piece[10] |= at == lost ? 6 : 0;
          file.writeBytes(piece);
        }
        List<Matcher<? super String>> whole = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < parts.size(); i++) {
          int end = start + parts.get(i).length;
          int used = name.endsWith("tar") ? end - 512 + 205 : end;
          if (lost >= used || lost + length <= start) {
            whole.add(startsWith("page <p>" + (i + 1)));
          }
          start = end;
        }
        Found found = Found.in(name, file.toByteArray());
        String where = length + " at " + lost + ": " + found.words;
        assertThat(where, found.rejections, hasSize(1));
        assertThat(
            where,
            found.words.stream().filter(word -> word.startsWith("page")).toList(),
            whole.isEmpty() ? empty() : contains(whole));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.jsonl", "a.csv", "a.tsv"})
  void theRejectionOfALostRowLeadsThere(String name) {
    List<byte[]> pieces = new ArrayList<>();
    long offset = parts(name).get(0).length;
    parts(name).forEach(part -> pieces.add(gzip(part)));
    pieces.get(1)[10] |= 6;
    Found found = Found.in(name, join(pieces.toArray(byte[][]::new)));
    assertThat(found.rejections.get(0).getOrigin().getOffset(), equalTo(offset));
  }

  @Test
  void theRejectionOfALostEntryNamesIt() {
    List<byte[]> parts = parts("a.tar");
    byte[] content = Arrays.copyOfRange(parts.get(1), 512, 1024);
    byte[] damaged = gzip(content);
    damaged[10] |= 6;
    byte[] header = gzip(Arrays.copyOf(parts.get(1), 512));
    byte[] file = join(gzip(parts.get(0)), header, damaged, gzip(parts.get(2)));
    Found found = Found.in("a.tar.gz", file);
    assertThat(
        found.rejections.stream().map(r -> r.getOrigin().getMember()).toList(), contains("2.html"));
  }

  /** A first piece that is lost hides neither what the file is nor what follows. */
  @ParameterizedTest
  @CsvSource({
    "gzip, a.tar.gz", "gzip, a.jsonl.gz", "gzip, a.warc.gz", "zstd, a.tar.zst",
    "zstd, a.jsonl.zst", "zstd, a.warc.zst", "xz, a.tar.xz", "xz, a.warc.xz",
    "bzip2, a.jsonl.bz2", "bzip2, a.warc.bz2", "lz4-framed, a.tar.lz4", "lz4-framed, a.warc.lz4"
  })
  void aDamagedFirstPieceCostsItselfAlone(String compression, String name) {
    List<byte[]> parts = name.contains("warc") ? records() : parts(name);
    byte[] first = piece(compression, parts.get(0));
    for (int at : new int[] {0, 1, 2, 3, first.length / 2}) {
      List<byte[]> pieces = new ArrayList<>();
      parts.forEach(part -> pieces.add(piece(compression, part)));
      pieces.get(0)[at] ^= 0x55;
      Found found = Found.in(name, join(pieces.toArray(byte[][]::new)));
      String where = at + ": " + found.words;
      assertThat(where, found.rejections, hasSize(1));
      assertThat(
          where,
          found.words.stream().filter(word -> word.matches("(?s)page <p>[^1].*")).toList(),
          contains(startsWith("page <p>2"), startsWith("page <p>3"), startsWith("page <p>4")));
    }
  }

  private static Matcher<Integer> between(int least, int most) {
    return both(greaterThanOrEqualTo(least)).and(lessThanOrEqualTo(most));
  }

  private static List<byte[]> records() {
    List<byte[]> records = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      records.add(page("<p>" + i));
    }
    return records;
  }

  /** Four entries or rows; the names of columns go with the first. */
  private static List<byte[]> parts(String name) {
    List<byte[]> parts = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      String page = "<p>" + i + "x".repeat(name.contains("tar") ? 200 : 1500);
      String url = "http://a.example/" + i;
      if (name.contains("tar")) {
        parts.add(entry(i + ".html", bytes(page + i)));
      } else if (name.contains("json")) {
        parts.add(bytes("{\"url\":\"" + url + "\",\"html\":\"" + page + i + "\"}\n"));
      } else if (name.contains("csv")) {
        String first = i == 1 ? "url,html\n" : "";
        parts.add(bytes(first + url + ",\"" + page + "\na,<p>b " + i + "\"\n"));
      } else {
        String first = i == 1 ? "url\thtml\n" : "";
        parts.add(bytes(first + url + "\t" + page + "\\n <b>" + i + "\n"));
      }
    }
    return parts;
  }

  private static byte[] entry(String name, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      TarArchiveEntry entry = new TarArchiveEntry(name);
      entry.setSize(content.length);
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Arrays.copyOf(out.toByteArray(), 1024);
  }

  /** Records lie in the content one behind the other, and so do those behind the damage. */
  @ParameterizedTest
  @ValueSource(strings = {"zstd", "bzip2", "xz", "lz4-framed"})
  void zerosBetweenPiecesArePassed(String compression) {
    byte[] file =
        join(
            piece(compression, page("<p>1")),
            new byte[64],
            piece(compression, page("<p>2")),
            new byte[512]);
    Found found = Found.in("a.warc", file);
    assertThat(found.words, contains("page <p>1", "page <p>2"));
    assertThat(found.captures.get(1).getOrigin().getOffset(), equalTo((long) page("<p>1").length));
  }

  @Test
  void theDictionaryHoldsBehindDamage() {
    byte[] dictionary = bytes("WARC/1.0 WARC-Type: response WARC-Target-URI: <html><p>".repeat(9));
    byte[] ahead =
        join(new byte[] {0x5d, 0x2a, 0x4d, 0x18, (byte) dictionary.length, 1, 0, 0}, dictionary);
    assertThat(dictionary.length - 256, equalTo((int) ahead[4] & 0xff));
    List<byte[]> frames = new ArrayList<>();
    try (ZstdCompressCtx context = new ZstdCompressCtx()) {
      context.loadDict(dictionary);
      context.setChecksum(true);
      for (int i = 1; i <= 4; i++) {
        frames.add(context.compress(page("<p>" + i)));
      }
    }
    frames.get(1)[frames.get(1).length / 2] ^= 0x55;
    byte[] file = join(ahead, join(frames.toArray(byte[][]::new)));
    assertThat(Found.in("a.warc.zst", file).words, equalTo(BROKEN));
  }

  /** A record may start in one piece and end in another: both are of no use without it. */
  @Test
  void theRestOfARecordThatBeganInDamageIsPassed() {
    byte[] all = join(page("<p>1"), page("<p>2" + "x".repeat(5000)), page("<p>3"), page("<p>4"));
    List<byte[]> frames = new ArrayList<>();
    for (int at = 0; at < all.length; at += 1000) {
      byte[] part = Arrays.copyOfRange(all, at, Math.min(all.length, at + 1000));
      frames.add(piece("zstd", part));
    }
    frames.get(2)[frames.get(2).length - 1] ^= 1;
    byte[] file = join(frames.toArray(byte[][]::new));
    assertThat(Found.in("a.warc.zst", file).words, equalTo(BROKEN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"zstd", "bzip2", "xz", "lz4-framed"})
  void anyDamageKeepsTheAccountRightAndTheLastRecord(String compression) {
    Random random = new Random(11);
    byte[] before = piece(compression, page("<p>1"));
    byte[] last = piece(compression, page("<p>last"));
    for (int i = 0; i < 200; i++) {
      byte[] damaged = join(piece(compression, page("<p>2")), piece(compression, page("<p>3")));
      for (int hits = 1 + random.nextInt(6); hits > 0; hits--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Found found = Found.in("a.warc", join(before, damaged, last));
      assertThat(found.facts().captures(), equalTo((long) found.words.size()));
      assertThat(found.words, hasItem("page <p>1"));
      assertThat(found.words, hasItem("page <p>last"));
    }
  }

  private static List<String> words(String compression, byte[] second) {
    byte[] file =
        join(
            piece(compression, page("<p>1")),
            second,
            piece(compression, page("<p>3")),
            piece(compression, page("<p>4")));
    return Found.in("a.warc", file).words;
  }

  private static byte[] piece(String compression, byte[] content) {
    if (compression.equals("zstd")) {
      try (ZstdCompressCtx context = new ZstdCompressCtx()) {
        return context.setChecksum(true).compress(content);
      }
    }
    if (compression.equals("gzip")) {
      return gzip(content);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var compressor =
        new CompressorStreamFactory().createCompressorOutputStream(compression, out)) {
      compressor.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
