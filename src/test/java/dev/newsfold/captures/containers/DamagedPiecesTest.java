package dev.newsfold.captures.containers;

import static dev.newsfold.captures.containers.Archive.bytes;
import static dev.newsfold.captures.containers.Archive.join;
import static dev.newsfold.captures.containers.Archive.page;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
