package dev.newsfold.captures.warc;

import dev.newsfold.captures.Place;
import dev.newsfold.captures.ReadLimits;
import java.io.IOException;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Numbers the whole records of all archives of a file, in the order in which they lie there: so
 * they can be told apart where no offset leads to them, as in a ZIP. Another one for each time that
 * the file is read.
 */
public final class NumberedRecords implements RecordOutput {
  private final Visit visit;
  private long number;

  NumberedRecords(Visit visit) {
    this.visit = visit;
  }

  /** What is done with each record. */
  interface Visit {
    /** Returns false to read no further. */
    boolean record(long number, WarcRecord record, byte[] block, int blockLength, long length);
  }

  /** Reaches the records with these numbers, and reads no further than that takes. */
  public static NumberedRecords reach(Set<Long> numbers, BiConsumer<Long, ArchiveRecord> out) {
    long last = numbers.stream().mapToLong(Long::longValue).max().orElse(-1);
    return new NumberedRecords(
        (number, record, block, blockLength, length) -> {
          if (numbers.contains(number)) {
            ReachedRecord reached = new ReachedRecord();
            reached.record(record, block, blockLength, length);
            out.accept(number, reached);
          }
          return number < last;
        });
  }

  /** Reads one archive, the next one in the file. */
  public void read(ReadLimits limits, Place place, Segments segments, boolean arc)
      throws IOException {
    RecordFormat format = arc ? RecordFormat.ARC : RecordFormat.WARC;
    new RecordFrames(limits, place, segments, format, 0, this).read();
  }

  @Override
  public boolean starts(RecordStart start) {
    return true;
  }

  @Override
  public boolean record(WarcRecord record, byte[] block, int blockLength, long length) {
    return visit.record(number++, record, block, blockLength, length);
  }

  @Override
  public boolean damaged(WarcRecord record, Damaged why, byte[] block, int blockLength) {
    // It was told when the file was read first.
    return true;
  }
}
