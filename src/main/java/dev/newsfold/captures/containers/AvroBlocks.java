package dev.newsfold.captures.containers;

import dev.newsfold.captures.AvroBounds;
import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.FileBytes;
import dev.newsfold.captures.warc.PageBytes;
import dev.newsfold.records.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorInputStream;

/**
 * The blocks of an Avro file, and the values in them. Avro's own reader sets memory aside for
 * lengths that it reads; this one holds as much as is there.
 *
 * @see <a href="https://avro.apache.org/docs/1.12.0/specification/#object-container-files">Object
 *     Container Files</a>
 */
public final class AvroBlocks {
  private static final byte[] MAGIC = {'O', 'b', 'j', 1};
  private static final int MAX_METADATA = 1 << 20;
  private static final int SYNC = 16;
  private static final int MAX_ENTRIES = 1000;

  private final FileBytes file;
  private final long maxBlock;
  private final Map<String, byte[]> metadata = new HashMap<>();
  private final byte[] sync;
  private final Schema schema;
  private long values;

  /**
   * Reads the header.
   *
   * @param maxBlock the most that a block may hold, in bytes
   * @throws Damaged if it is none
   */
  public AvroBlocks(FileBytes file, long maxBlock) throws IOException, Damaged {
    this.file = file;
    this.maxBlock = maxBlock;
    file.advance(MAGIC.length);
    for (long count = number(); count != 0; count = number()) {
      if (count < 0) {
        number();
      }
      for (long i = Math.abs(count); i > 0; i--) {
        String key = new String(bytes(number(), MAX_METADATA), StandardCharsets.UTF_8);
        metadata.put(key, bytes(number(), MAX_METADATA));
        if (metadata.size() > MAX_ENTRIES) {
          throw broken("its header is no header");
        }
      }
    }
    sync = bytes(SYNC, SYNC);
    try {
      schema = new Schema.Parser().parse(text("avro.schema"));
    } catch (AvroRuntimeException e) {
      throw broken("its schema is none");
    }
  }

  static boolean startsFile(FileBytes file) throws IOException {
    return file.startsWith(MAGIC);
  }

  /** What the values are written with. */
  public Schema schema() {
    return schema;
  }

  /** How many values the block that was read last has. */
  long values() {
    return values;
  }

  /** Moves to the next block; false at the end of the file. */
  boolean hasNext() throws IOException {
    return file.peek(0) >= 0;
  }

  /** The next block's values, with their compression undone. */
  ByteBuffer next() throws IOException, Damaged {
    values = number();
    byte[] block = bytes(number(), maxBlock);
    if (!Arrays.equals(bytes(SYNC, SYNC), sync)) {
      throw broken("a block does not end with the file's mark");
    }
    PageBytes content = new PageBytes(maxBlock);
    try (InputStream in = decoder(block)) {
      content.appendAll(in);
    } catch (IOException | RuntimeException e) {
      throw broken(e.getMessage() == null ? "a block cannot be decoded" : e.getMessage());
    }
    return ByteBuffer.wrap(content.toArray());
  }

  /** Takes a value, by its number in the file. */
  @FunctionalInterface
  public interface Taker<T> {
    void take(T value, long number) throws IOException;
  }

  /**
   * Reads all values.
   *
   * @throws Damaged at the first that does not fit its block or its schema
   */
  public <T> void read(DatumReader<T> reader, Taker<? super T> taker) throws IOException, Damaged {
    long number = 0;
    while (hasNext()) {
      ByteBuffer block = next();
      for (long i = 0; i < values; i++) {
        int from = block.position();
        // A reader trusts the lengths that it finds; here they are seen to fit.
        // Of values that take no bytes there could be any number, and none holds anything.
        if (!AvroBounds.skip(schema, block) || block.position() == from) {
          throw broken("a value does not fit its block");
        }
        T value;
        try {
          value =
              reader.read(
                  null,
                  DecoderFactory.get()
                      .binaryDecoder(block.array(), from, block.position() - from, null));
        } catch (AvroRuntimeException | IOException e) {
          throw broken("a value does not fit its schema");
        }
        taker.take(value, number++);
      }
      if (block.hasRemaining()) {
        throw broken("a block holds more than its values");
      }
    }
  }

  private InputStream decoder(byte[] block) throws IOException, Damaged {
    InputStream in = new ByteArrayInputStream(block);
    String codec = text("avro.codec");
    return switch (codec) {
      case "", "null" -> in;
      case "deflate" -> new InflaterInputStream(in, new Inflater(true));
      case "snappy" ->
          // A checksum stands behind each block.
          new SnappyCompressorInputStream(
              new ByteArrayInputStream(block, 0, Math.max(0, block.length - 4)));
      case "zstandard" -> Compression.ZSTD.open(new FileBytes(in));
      case "bzip2" -> new BZip2CompressorInputStream(in, true);
      case "xz" -> Compression.XZ.open(new FileBytes(in));
      default -> throw broken("its codec is not known");
    };
  }

  private String text(String key) {
    byte[] value = metadata.get(key);
    return value == null ? "" : new String(value, StandardCharsets.UTF_8);
  }

  private byte[] bytes(long length, long max) throws IOException, Damaged {
    if (length < 0 || length > max) {
      throw broken("a length is " + length);
    }
    byte[] bytes = file.rest().readNBytes((int) length);
    if (bytes.length < length) {
      throw broken("it is cut off");
    }
    return bytes;
  }

  private long number() throws IOException, Damaged {
    long bits = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = file.read();
      if (next < 0) {
        throw broken("it is cut off");
      }
      bits |= (next & 0x7fL) << shift;
      if (next < 0x80) {
        return bits >>> 1 ^ -(bits & 1);
      }
    }
    throw broken("a number has no end");
  }

  private static Damaged broken(String why) {
    return new Damaged(Reason.CONTAINER_CORRUPT, "an Avro file that is broken: " + why);
  }
}
