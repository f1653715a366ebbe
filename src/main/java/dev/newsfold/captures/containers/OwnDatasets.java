package dev.newsfold.captures.containers;

import dev.newsfold.captures.parquet.ParquetRows;
import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.FileBytes;
import dev.newsfold.records.Capture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Tells files that a run has written from captures. */
public final class OwnDatasets {
  private static final int ANY_BLOCK = 1 << 20;

  private OwnDatasets() {}

  /**
   * The name of the records of ours that a Parquet file holds; null if it holds others, or none.
   *
   * @param tail its last bytes, with all of its footer
   */
  public static @Nullable String recordInTable(byte[] tail) throws IOException {
    Path file = Files.createTempFile("footer", ".parquet");
    try {
      Files.write(file, tail);
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
        String schema =
            ParquetRows.open(channel, ANY_BLOCK, bytes -> {}).metadata(ParquetFile.AVRO_SCHEMA);
        return schema.isEmpty() ? null : ours(new Schema.Parser().parse(schema));
      }
    } catch (Damaged | AvroRuntimeException e) {
      return null;
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** The name of the records of ours that an Avro file holds; null if it holds others, or none. */
  public static @Nullable String recordIn(InputStream file) throws IOException {
    FileBytes bytes = new FileBytes(file);
    if (!AvroBlocks.startsFile(bytes)) {
      return null;
    }
    try {
      return ours(new AvroBlocks(bytes, ANY_BLOCK).schema());
    } catch (Damaged e) {
      return null;
    }
  }

  private static @Nullable String ours(Schema schema) {
    String ours = Capture.getClassSchema().getNamespace();
    boolean own = schema.getType() == Schema.Type.RECORD && ours.equals(schema.getNamespace());
    return own ? schema.getName() : null;
  }
}
