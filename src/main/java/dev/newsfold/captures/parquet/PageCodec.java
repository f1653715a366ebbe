package dev.newsfold.captures.parquet;

import com.github.luben.zstd.ZstdInputStream;
import dev.newsfold.captures.warc.Damaged;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.lz4.BlockLZ4CompressorInputStream;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorInputStream;
import org.apache.parquet.format.CompressionCodec;
import org.brotli.dec.BrotliInputStream;

/** Undoes the compression of pages, and holds as much as comes out of it and no more. */
final class PageCodec {
  private PageCodec() {}

  /**
   * The content of a page.
   *
   * @param length how many bytes it says it has; they are there, or the page is broken
   */
  static byte[] decode(CompressionCodec codec, byte[] page, int length) throws Damaged {
    try (InputStream in = open(codec, page)) {
      byte[] content = in.readNBytes(length);
      if (content.length < length) {
        throw ParquetDamage.of("a page has less than it says");
      }
      return content;
    } catch (IOException | RuntimeException e) {
      throw ParquetDamage.of("a page cannot be decoded: " + e.getMessage());
    }
  }

  private static InputStream open(CompressionCodec codec, byte[] page) throws IOException, Damaged {
    InputStream in = new ByteArrayInputStream(page);
    return switch (codec) {
      case UNCOMPRESSED -> in;
      case SNAPPY -> new SnappyCompressorInputStream(in);
      case GZIP -> new GZIPInputStream(in);
      case ZSTD -> new ZstdInputStream(in);
      case BROTLI -> new BrotliInputStream(in);
      case LZ4_RAW -> new BlockLZ4CompressorInputStream(in);
      case LZ4 -> hadoopLz4(page);
      case LZO -> throw ParquetDamage.of("it is compressed with LZO, which is not read here");
    };
  }

  /** Blocks as Hadoop writes them, each with both its lengths ahead of it; or else one block. */
  private static InputStream hadoopLz4(byte[] page) throws IOException {
    List<InputStream> blocks = new ArrayList<>();
    ByteBuffer rest = ByteBuffer.wrap(page);
    while (rest.remaining() >= 8) {
      rest.getInt();
      int length = rest.getInt();
      if (length < 0 || length > rest.remaining()) {
        return new BlockLZ4CompressorInputStream(new ByteArrayInputStream(page));
      }
      blocks.add(
          new BlockLZ4CompressorInputStream(
              new ByteArrayInputStream(page, rest.position(), length)));
      rest.position(rest.position() + length);
    }
    return new SequenceInputStream(Collections.enumeration(blocks));
  }
}
