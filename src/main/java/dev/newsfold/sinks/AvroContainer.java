package dev.newsfold.sinks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileConstants;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.file.DeflateCodec;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/**
 * Object container files (Avro 1.12, "Object Container Files") for runs that write a hundred
 * thousand small ones, and read them again: the same bytes as {@link DataFileWriter} makes, at a
 * fraction of the cost. That writes the schema out as JSON for every file, as its reader parses it,
 * and takes a new deflater, which holds a quarter of a megabyte outside the heap. Here a header is
 * made once for each schema, by {@code DataFileWriter}, and a deflater once for each thread.
 */
final class AvroContainer {
  private static final int LEVEL = 6;
  private static final byte[] NO_MARKER = new byte[DataFileConstants.SYNC_SIZE];

  /** Headers of the schemas seen, all but the sync marker that ends each. */
  private static final Map<Schema, byte[]> HEADERS = new ConcurrentHashMap<>();

  private static final ThreadLocal<DeflateCodec> DEFLATE =
      ThreadLocal.withInitial(() -> new DeflateCodec(LEVEL));

  private AvroContainer() {}

  /**
   * The bytes of a file.
   *
   * @param records of the schema, each in Avro's binary encoding
   * @param marker 16 bytes that stand behind the header and each block
   */
  static byte[] encode(Schema schema, List<byte[]> records, byte[] marker) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(header(schema));
    file.write(marker);
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    int count = 0;
    for (byte[] item : records) {
      block.write(item);
      count++;
      if (block.size() >= DataFileConstants.DEFAULT_SYNC_INTERVAL) {
        write(file, count, block, marker);
        count = 0;
      }
    }
    if (count > 0) {
      write(file, count, block, marker);
    }
    return file.toByteArray();
  }

  /**
   * Hands the records of a file that {@link #encode} has made to {@code sink}, a block at a time;
   * false, and none, if the file's header is not that of the schema.
   *
   * @param reader of records of the schema
   * @param wanted which records, counted from 0, are asked for; the others are passed over
   */
  static <T> boolean decode(
      byte[] file, Schema schema, DatumReader<T> reader, Wanted wanted, Consumer<List<T>> sink)
      throws IOException {
    byte[] header = header(schema);
    if (file.length < header.length
        || !Arrays.equals(file, 0, header.length, header, 0, header.length)) {
      return false;
    }
    int start = header.length + DataFileConstants.SYNC_SIZE;
    BinaryDecoder blocks =
        DecoderFactory.get().binaryDecoder(file, start, file.length - start, null);
    BinaryDecoder decoder = null;
    int number = 0;
    while (!blocks.isEnd()) {
      int end = Math.addExact(number, Math.toIntExact(blocks.readLong()));
      int length = Math.toIntExact(blocks.readLong());
      if (!wanted.anyOf(number, end)) {
        blocks.skipFixed(length + DataFileConstants.SYNC_SIZE);
        number = end;
        continue;
      }
      byte[] data = new byte[length];
      blocks.readFixed(data);
      blocks.skipFixed(DataFileConstants.SYNC_SIZE);
      ByteBuffer block = DEFLATE.get().decompress(ByteBuffer.wrap(data));
      decoder =
          DecoderFactory.get()
              .binaryDecoder(
                  block.array(),
                  block.arrayOffset() + block.position(),
                  block.remaining(),
                  decoder);
      List<T> records = new ArrayList<>();
      for (; number < end; number++) {
        if (wanted.is(number)) {
          records.add(reader.read(null, decoder));
        } else {
          GenericDatumReader.skip(schema, decoder);
        }
      }
      sink.accept(records);
    }
    return true;
  }

  private static void write(
      ByteArrayOutputStream file, int count, ByteArrayOutputStream block, byte[] marker)
      throws IOException {
    ByteBuffer data = DEFLATE.get().compress(ByteBuffer.wrap(block.toByteArray()));
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(file, null);
    encoder.writeLong(count);
    encoder.writeLong(data.remaining());
    encoder.writeFixed(data);
    encoder.flush();
    file.write(marker);
    block.reset();
  }

  private static byte[] header(Schema schema) throws IOException {
    byte[] known = HEADERS.get(schema);
    if (known == null) {
      known = newHeader(schema);
      HEADERS.put(schema, known);
    }
    return known;
  }

  /** A file without records is a header and a marker. */
  private static byte[] newHeader(Schema schema) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (DataFileWriter<Object> writer = new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
      writer.setCodec(CodecFactory.deflateCodec(LEVEL));
      writer.create(schema, file, NO_MARKER);
    }
    return Arrays.copyOf(file.toByteArray(), file.size() - NO_MARKER.length);
  }
}
