package dev.newsfold.flow;

import dev.newsfold.captures.containers.FilePart;
import dev.newsfold.captures.warc.ArchivePart;
import dev.newsfold.captures.warc.RecordStart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.transforms.splittabledofn.HasDefaultTracker;

/**
 * What is to be read of a part of a file: the records that start at {@code from} or behind it, and
 * before {@code to}. They are found from {@code start} on, which is a place where a record is known
 * to start, so that any number can be split at.
 */
record PartRange(RecordStart start, long from, long to)
    implements HasDefaultTracker<PartRange, PartTracker> {

  /** All of a part; a file that is read whole has one place to start. */
  static PartRange of(FilePart part) {
    ArchivePart archive = part.archive();
    return archive == null
        ? new PartRange(RecordStart.FILE, 0, 1)
        : new PartRange(archive.start(), archive.start().offset(), archive.end());
  }

  @Override
  public PartTracker newTracker() {
    return new PartTracker(this);
  }

  /** The range in five numbers. */
  static final class RangeCoder extends AtomicCoder<PartRange> {
    private static final RecordStartCoder START = new RecordStartCoder();
    private static final VarLongCoder LONG = VarLongCoder.of();

    @Override
    public void encode(PartRange range, OutputStream out) throws IOException {
      START.encode(range.start, out);
      LONG.encode(range.from, out);
      LONG.encode(range.to, out);
    }

    @Override
    public PartRange decode(InputStream in) throws IOException {
      return new PartRange(START.decode(in), LONG.decode(in), LONG.decode(in));
    }
  }
}
