package dev.newsfold.captures.parquet;

import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.records.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/** The pages of a column in one group of rows, one after another. */
final class ChunkPages {
  /** Most headers are far smaller; one may hold the least and the greatest value. */
  private static final int HEADER = 4 << 10;

  private final FileChannel file;
  private final CompressionCodec codec;
  private final int maxPage;
  private final Growth growth;
  private final long end;
  private long position;

  /**
   * @param start of the first page in the file
   * @param end behind the last
   * @param maxPage the most that a page may hold
   */
  ChunkPages(
      FileChannel file, CompressionCodec codec, long start, long end, int maxPage, Growth growth) {
    this.file = file;
    this.codec = codec;
    this.position = start;
    this.end = end;
    this.maxPage = maxPage;
    this.growth = growth;
  }

  /**
   * A page.
   *
   * @param header what the file says of it
   * @param content with its compression undone; the levels ahead of the values
   */
  record Page(PageHeader header, ByteBuffer content) {}

  /** The next page of a kind that holds values, or a dictionary of them; null at the end. */
  @Nullable Page next() throws IOException, Damaged {
    while (position < end) {
      PageHeader header = header();
      long size = header.getCompressed_page_size();
      long length = header.getUncompressed_page_size();
      if (size < 0 || size > end - position || length < 0) {
        throw ParquetDamage.of("a page is said to have " + size + " bytes");
      }
      if (header.getType() == PageType.INDEX_PAGE) {
        position += size;
        continue;
      }
      if (size > maxPage || length > maxPage) {
        throw new Damaged(
            Reason.TOO_LARGE,
            "a page of the Parquet file has " + length + " bytes, more than " + maxPage);
      }
      growth.add(length);
      byte[] page = bytes((int) size);
      position += size;
      return new Page(header, content(header, page, (int) length));
    }
    return null;
  }

  /** Levels of the second kind of page are not compressed, and the values need not be. */
  private ByteBuffer content(PageHeader header, byte[] page, int length) throws Damaged {
    if (!header.isSetData_page_header_v2()) {
      return ByteBuffer.wrap(PageCodec.decode(codec, page, length));
    }
    var v2 = header.getData_page_header_v2();
    long levels =
        (long) v2.getDefinition_levels_byte_length() + v2.getRepetition_levels_byte_length();
    if (v2.getDefinition_levels_byte_length() < 0
        || v2.getRepetition_levels_byte_length() < 0
        || levels > Math.min(length, page.length)) {
      throw ParquetDamage.of("the levels of a page do not fit into it");
    }
    int values = (int) levels;
    byte[] packed = Arrays.copyOfRange(page, values, page.length);
    boolean compressed = !v2.isSetIs_compressed() || v2.isIs_compressed();
    byte[] decoded =
        PageCodec.decode(
            compressed && length > values ? codec : CompressionCodec.UNCOMPRESSED,
            packed,
            length - values);
    ByteBuffer content = ByteBuffer.allocate(length);
    content.put(page, 0, values).put(decoded);
    return content.flip();
  }

  private PageHeader header() throws IOException, Damaged {
    int length = -1;
    int window = HEADER;
    byte[] bytes = new byte[0];
    while (length < 0) {
      bytes = bytes((int) Math.min(window, end - position));
      length = ThriftBounds.length(ByteBuffer.wrap(bytes));
      if (length < 0 && (bytes.length < window || window > maxPage)) {
        throw ParquetDamage.of("the header of a page is cut off");
      }
      window = 4 * window;
    }
    position += length;
    try {
      return Util.readPageHeader(new ByteArrayInputStream(bytes, 0, length));
    } catch (IOException | RuntimeException e) {
      throw ParquetDamage.of("the header of a page is none");
    }
  }

  private byte[] bytes(int count) throws IOException, Damaged {
    return FileRange.read(file, position, count);
  }
}
