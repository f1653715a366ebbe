package dev.newsfold.captures.containers;

import dev.newsfold.captures.AvroBounds;
import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.records.Capture;
import dev.newsfold.records.Reason;
import dev.newsfold.records.Rejection;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;

/**
 * An Avro file: of captures, of rejections that are to be tried again, or of anyone's rows with a
 * page in HTML among their columns.
 */
final class AvroFile implements Container {
  private static final String OURS = Capture.getClassSchema().getNamespace();

  /** Blocks may be somewhat larger than the page that they end with. */
  private static final long BLOCK_ALLOWANCE = 16L << 20;

  @Override
  public boolean holds(Source source) throws IOException {
    return AvroBlocks.startsFile(source.bytes());
  }

  @Override
  public void read(Source source, Reading reading) throws IOException, Damaged {
    long maxBlock =
        Math.min(Integer.MAX_VALUE / 2, 2 * reading.limits().maxPageBytes() + BLOCK_ALLOWANCE);
    AvroBlocks blocks = new AvroBlocks(source.bytes(), maxBlock);
    Schema written = blocks.schema();
    String name = written.getType() == Schema.Type.RECORD ? written.getFullName() : "values";
    if (name.equals(Capture.getClassSchema().getFullName())) {
      DatumReader<Capture> captures = new SpecificDatumReader<>(written, Capture.getClassSchema());
      read(blocks, captures, (capture, at) -> OwnRecords.capture(capture, source, at, reading));
    } else if (name.equals(Rejection.getClassSchema().getFullName())) {
      DatumReader<Rejection> rejections =
          new SpecificDatumReader<>(written, Rejection.getClassSchema());
      read(blocks, rejections, (rejection, at) -> OwnRecords.retry(rejection, reading));
    } else if (name.startsWith(OURS + ".")) {
      reading.notPages(
          source,
          "one of our own datasets, of "
              + written.getName()
              + " records; of these, rejections can be run again");
    } else {
      Rows rows = new Rows(source, reading);
      DatumReader<IndexedRecord> records = new GenericDatumReader<>(written);
      if (written.getType() == Schema.Type.RECORD) {
        read(blocks, records, (row, at) -> AvroRow.of(row, reading.fields()).take(rows, at));
      }
      rows.finish("an Avro file without a column of pages in HTML: " + name);
    }
  }

  /** Takes a value, by its number in the file. */
  @FunctionalInterface
  private interface Taker<T> {
    void take(T value, long number) throws IOException;
  }

  private static <T> void read(AvroBlocks blocks, DatumReader<T> values, Taker<T> taker)
      throws IOException, Damaged {
    long number = 0;
    while (blocks.hasNext()) {
      ByteBuffer block = blocks.next();
      for (long i = 0; i < blocks.values(); i++) {
        ByteBuffer value = block.duplicate();
        // A reader trusts the lengths that it finds; here they are seen to fit.
        if (!block.hasRemaining() || !AvroBounds.skip(blocks.schema(), block)) {
          throw broken("a value does not fit its block");
        }
        T read;
        try {
          read =
              values.read(
                  null,
                  DecoderFactory.get()
                      .binaryDecoder(
                          value.array(),
                          value.position(),
                          block.position() - value.position(),
                          null));
        } catch (AvroRuntimeException | IOException e) {
          throw broken("a value does not fit its schema");
        }
        taker.take(read, number++);
      }
    }
  }

  private static Damaged broken(String why) {
    return new Damaged(Reason.CONTAINER_CORRUPT, "an Avro file that is broken: " + why);
  }
}
