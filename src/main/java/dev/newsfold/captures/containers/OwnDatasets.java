package dev.newsfold.captures.containers;

import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.FileBytes;
import dev.newsfold.records.Capture;
import java.io.IOException;
import java.io.InputStream;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Tells files that a run has written from captures. */
public final class OwnDatasets {
  private static final int ANY_BLOCK = 1 << 20;

  private OwnDatasets() {}

  /** The name of the records of ours that an Avro file holds; null if it holds others, or none. */
  public static @Nullable String recordIn(InputStream file) throws IOException {
    FileBytes bytes = new FileBytes(file);
    if (!AvroBlocks.startsFile(bytes)) {
      return null;
    }
    try {
      Schema schema = new AvroBlocks(bytes, ANY_BLOCK).schema();
      String ours = Capture.getClassSchema().getNamespace();
      boolean own = schema.getType() == Schema.Type.RECORD && ours.equals(schema.getNamespace());
      return own ? schema.getName() : null;
    } catch (Damaged e) {
      return null;
    }
  }
}
