package dev.newsfold.commands;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.SeekableInput;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/**
 * The records of one Avro file of any schema, read one by one; times and days come as {@code
 * java.time} values.
 */
final class AvroFile implements AutoCloseable {
  private static final int SYNC_BYTES = 16;
  private static final GenericData MODEL = model();

  private final RunFile path;
  private final SeekableInput input;
  private final DataFileReader<Object> reader;
  private final long headerEnd;

  private AvroFile(RunFile path, SeekableInput input, DataFileReader<Object> reader) {
    this.path = path;
    this.input = input;
    this.reader = reader;
    this.headerEnd = reader.previousSync();
  }

  static AvroFile open(RunFile path) throws CommandFailure {
    try {
      SeekableInput input = path.open();
      try {
        return new AvroFile(
            path, input, new DataFileReader<>(input, new GenericDatumReader<>(null, null, MODEL)));
      } catch (IOException | AvroRuntimeException e) {
        input.close();
        throw e;
      }
    } catch (IOException | AvroRuntimeException e) {
      throw unreadable(path, e);
    }
  }

  Schema schema() {
    return reader.getSchema();
  }

  /** Whether there is one more record. */
  boolean hasNext() throws CommandFailure {
    try {
      if (reader.hasNext()) {
        return true;
      }
    } catch (AvroRuntimeException | IndexOutOfBoundsException e) {
      throw unreadable(path, e);
    }
    requireEnd();
    return false;
  }

  /** The next record. */
  GenericRecord next() throws CommandFailure {
    try {
      if (reader.next() instanceof GenericRecord record) {
        return record;
      }
    } catch (AvroRuntimeException | IndexOutOfBoundsException e) {
      throw unreadable(path, e);
    }
    throw CommandFailure.unreadable(path + " holds something else than records");
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException ignoredAfterReading) {
      // Nothing was written, and all that was wanted has been read.
    }
  }

  /**
   * Avro takes a file that is cut inside a block for one that ends before it. A whole file ends
   * with the sync marker that its header ends with.
   */
  private void requireEnd() throws CommandFailure {
    try {
      // All has been read: nobody minds that the place in the file changes.
      if (!Arrays.equals(bytesBefore(headerEnd), bytesBefore(input.length()))) {
        throw new EOFException("it is cut short");
      }
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private byte[] bytesBefore(long end) throws IOException {
    byte[] bytes = new byte[SYNC_BYTES];
    input.seek(Math.max(0, end - SYNC_BYTES));
    for (int read = 0; read < SYNC_BYTES; ) {
      int more = input.read(bytes, read, SYNC_BYTES - read);
      if (more < 0) {
        throw new EOFException("it is cut short");
      }
      read += more;
    }
    return bytes;
  }

  private static CommandFailure unreadable(RunFile path, Exception cause) {
    return CommandFailure.unreadable("cannot read " + path + ": " + cause.getMessage());
  }

  private static GenericData model() {
    GenericData model = new GenericData();
    model.addLogicalTypeConversion(new TimeConversions.DateConversion());
    model.addLogicalTypeConversion(new TimeConversions.TimeMillisConversion());
    model.addLogicalTypeConversion(new TimeConversions.TimeMicrosConversion());
    model.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
    model.addLogicalTypeConversion(new TimeConversions.TimestampMicrosConversion());
    model.addLogicalTypeConversion(new TimeConversions.LocalTimestampMillisConversion());
    model.addLogicalTypeConversion(new TimeConversions.LocalTimestampMicrosConversion());
    model.addLogicalTypeConversion(new Conversions.DecimalConversion());
    model.addLogicalTypeConversion(new Conversions.UUIDConversion());
    return model;
  }
}
