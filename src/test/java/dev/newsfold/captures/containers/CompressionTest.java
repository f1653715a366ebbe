package dev.newsfold.captures.containers;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.captures.Place;
import dev.newsfold.captures.warc.FileBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a file is compressed, by its first bytes, and by its name where these are no mark. */
class CompressionTest {
  @ParameterizedTest
  @CsvSource({
    "a, 425a6839314159265359, BZIP2",
    "a, 425a683917724538509000000000, BZIP2",
    "a.txt, 425a68392074657874, null",
    "a, fd377a585a000004, XZ",
    "a, 28b52ffd2400, ZSTD",
    "a, 502a4d180000000028b52ffd, ZSTD",
    "a, 5d2a4d1804000000aabbccdd28b52ffd, ZSTD",
    "a, 502a4d180000000004224d18, LZ4",
    "a, 04224d186440, LZ4",
    "a, ff060000734e61507059, SNAPPY",
    "a.Z, 1f9d90, COMPRESS",
    "a.lzma, 5d00008000, LZMA",
    "a, 5d00008000, null",
    "a, 789c4bcb, ZLIB",
    "a.gz, 789c4bcb, null",
    "a, 785e4bcb00, ZLIB",
    "a.txt, 785e322b31, null",
    "a.br, 0b0280, BROTLI",
    "a.br, 3c703e, null",
    "a, 1f8b0800, null",
    "a, 3c68746d6c3e, null"
  })
  void theMarkTells(String name, String start, String expected) throws IOException {
    FileBytes bytes = new FileBytes(new ByteArrayInputStream(HexFormat.of().parseHex(start)));
    Source source = new Source(Place.of(name), name, bytes, 0);
    assertThat(String.valueOf(Compression.of(source)), equalTo(expected));
    assertThat(bytes.position(), equalTo(0L));
  }
}
