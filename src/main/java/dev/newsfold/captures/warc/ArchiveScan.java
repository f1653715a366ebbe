package dev.newsfold.captures.warc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Divides an archive in parts while its records pass, and finds which of them hang together. */
final class ArchiveScan implements RecordOutput {
  /** A part may hold so many times more bytes than it takes in the file. */
  private static final int EXPANSION = 8;

  private final ArchiveFormat format;
  private final long partBytes;
  private final Consumer<ArchivePart> parts;
  private final Consumer<Clue> clues;
  private final PageIndex pages = new PageIndex();
  private final SegmentIndex segments;
  private final SegmentOrigins origins = new SegmentOrigins();
  private RecordStart partStart = RecordStart.FILE;
  private List<Long> originals = new ArrayList<>();
  private List<Long> strays = new ArrayList<>();
  private long content;
  private long starts;
  private long sinceStart;
  private boolean divisible = true;

  /**
   * @param clues takes the names of pages, and of what is not found before a revisit
   */
  ArchiveScan(
      ArchiveFormat format,
      int maxBlock,
      long partBytes,
      Consumer<ArchivePart> parts,
      Consumer<Clue> clues) {
    this.clues = clues;
    this.format = format;
    this.partBytes = partBytes;
    this.parts = parts;
    this.segments =
        new SegmentIndex(
            maxBlock, (all, whole) -> parts.accept(ArchivePart.joined(format, all, whole)));
  }

  @Override
  public boolean starts(RecordStart start) {
    boolean full =
        start.offset() - partStart.offset() >= partBytes || content / EXPANSION >= partBytes;
    if (full && starts > 0) {
      endPart(start.offset());
      partStart = start;
      content = 0;
    }
    starts++;
    sinceStart = 0;
    return true;
  }

  @Override
  public boolean record(WarcRecord record, byte[] block, int blockLength, long length) {
    content += length;
    sinceStart++;
    if (sinceStart == 1) {
      relate(record, block, blockLength, length);
    }
    return isDivisible();
  }

  @Override
  public boolean damaged(WarcRecord record, Damaged why, byte[] block, int blockLength) {
    content += blockLength;
    sinceStart++;
    return isDivisible();
  }

  /** Ends the last part; returns false if there are none. */
  boolean finish() {
    if (divisible) {
      segments.finish();
      endPart(Long.MAX_VALUE);
    }
    return divisible;
  }

  /** A gzip file whose first member holds several records was not made a record at a time. */
  private boolean isDivisible() {
    divisible &= starts > 1 || sinceStart == 1 || !format.compressed();
    return divisible;
  }

  private void relate(WarcRecord record, byte[] block, int blockLength, long length) {
    if (origins.isStray(record.header())) {
      strays.add(record.offset());
    } else if (record.isRevisit()) {
      Long original = pages.original(record.header());
      if (original != null) {
        originals.add(record.offset());
        originals.add(original);
      } else {
        Clues.ofRevisit(record, record.offset()).forEach(clues);
      }
    } else if (!segments.take(record, blockLength, length)
        && record.mayBePage(block, blockLength)) {
      pages.add(record.header(), record.offset());
      Clues.ofPage(record, record.offset()).forEach(clues);
    }
  }

  private void endPart(long end) {
    parts.accept(ArchivePart.range(format, partStart, end, originals, strays));
    originals = new ArrayList<>();
    strays = new ArrayList<>();
  }
}
