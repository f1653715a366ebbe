package dev.newsfold.captures.containers;

import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.records.Capture;
import dev.newsfold.records.Rejection;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DatumReader;
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
      blocks.read(captures, (capture, at) -> OwnRecords.capture(capture, source, at, reading));
    } else if (name.equals(Rejection.getClassSchema().getFullName())) {
      DatumReader<Rejection> rejections =
          new SpecificDatumReader<>(written, Rejection.getClassSchema());
      blocks.read(rejections, (rejection, at) -> OwnRecords.retry(rejection, reading));
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
        blocks.read(records, (row, at) -> AvroRow.of(row, reading.fields()).take(rows, at));
      }
      rows.finish("an Avro file without a column of pages in HTML: " + name);
    }
  }
}
