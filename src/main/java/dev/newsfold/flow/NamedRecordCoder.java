package dev.newsfold.flow;

import dev.newsfold.captures.containers.NamedRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;

/** A record by its file, its format and its name there. */
final class NamedRecordCoder extends AtomicCoder<NamedRecord> {
  private static final InputFileRefCoder FILE = new InputFileRefCoder();

  @Override
  public void encode(NamedRecord record, OutputStream out) throws IOException {
    FILE.encode(record.file(), out);
    FileCluesCoder.encode(record.format(), out);
    FileCluesCoder.encode(record.name(), out);
  }

  @Override
  public NamedRecord decode(InputStream in) throws IOException {
    return new NamedRecord(FILE.decode(in), FileCluesCoder.format(in), FileCluesCoder.clue(in));
  }
}
