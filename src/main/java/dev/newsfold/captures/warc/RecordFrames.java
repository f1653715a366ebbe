package dev.newsfold.captures.warc;

import dev.newsfold.captures.Place;
import dev.newsfold.captures.Quantity;
import dev.newsfold.captures.ReadLimits;
import dev.newsfold.records.Reason;
import java.io.IOException;

/**
 * Finds the records of one WARC or ARC file, each with where it starts and what it holds. A broken
 * one costs only itself, wherever its end can be found.
 */
final class RecordFrames {
  /** What a record may hold beside its page: the HTTP head, and the lengths of chunks. */
  private static final int HEAD_ALLOWANCE = 1 << 20;

  /** How much may be read again after wrong lengths: damage must not cost more than reading. */
  private static final long MAX_READ_AGAIN = 256L << 20;

  private final ReadLimits limits;
  private final Place place;
  private final RecordInput in;
  private final RecordOutput out;
  private final RecordFormat format;
  private final RecordBlock block;
  private long readAgain;

  /**
   * @param readAgain how much of the file was read twice before these segments
   */
  RecordFrames(
      ReadLimits limits,
      Place place,
      Segments segments,
      RecordFormat format,
      long readAgain,
      RecordOutput out) {
    this.limits = limits;
    this.place = place;
    this.in = new RecordInput(segments, format);
    this.block = new RecordBlock(in, format, maxBlock(limits));
    this.out = out;
    this.format = format;
    this.readAgain = readAgain;
  }

  /** The longest block that may hold a page. */
  static int maxBlock(ReadLimits limits) {
    return (int) limits.maxPageBytes() + HEAD_ALLOWANCE;
  }

  /** Reads to the end of the file, or until the output wants no more. */
  void read() throws IOException {
    boolean more = true;
    while (more) {
      WarcRecord record = null;
      block.clear();
      try {
        more = in.start();
        if (more) {
          if (!isWanted()) {
            return;
          }
          record = recordHere();
          more = readRecord(record);
        }
      } catch (Damaged e) {
        // The container is damaged: what is left of this segment is lost.
        if (record == null && !isWanted()) {
          return;
        }
        WarcRecord lost = record == null ? recordHere() : record;
        more = out.damaged(lost, inArchive(e), block.bytes(), block.length()) && in.recover();
      } catch (Damaged.InStream e) {
        // What holds the archive is damaged: whoever reads on there tells, unless it ends here.
        WarcRecord lost = record == null ? recordHere() : record;
        if (!recover()) {
          throw e;
        }
        more = out.damaged(lost, e.damaged(), block.bytes(), block.length());
      }
    }
  }

  /** Goes on behind damage; the rest of a record that began there is passed. */
  private boolean recover() throws IOException {
    while (in.recover()) {
      try {
        in.resync();
        return true;
      } catch (Damaged | Damaged.InStream e) {
        // The next piece is damaged as well.
      }
    }
    return false;
  }

  private boolean isWanted() {
    return !in.isEntry() || out.starts(new RecordStart(in.offset(), readAgain, in.searchedAgain()));
  }

  private WarcRecord recordHere() {
    return new WarcRecord(limits, place, in.offset());
  }

  /** Reads a record; wrong framing is mended or rejected here, a damaged container is thrown. */
  private boolean readRecord(WarcRecord record) throws IOException, Damaged {
    try {
      record.setHeader(format.header(in, limits.maxHeaderBytes()));
      long length = record.header().contentLength();
      long found = block.read(length);
      if (found < length || !in.endsRecord()) {
        found = mended(length, found, record);
      } else if (!in.atBoundary() && block.nextRecord() >= 0) {
        // A length too large may end at a line's end within the next record.
        in.unreadLineEnds();
        found = mended(length, found, record);
      }
      record.look(block.bytes(), block.length());
      return out.record(record, block.bytes(), block.length(), found);
    } catch (Damaged e) {
      if (isOfContainer(e)) {
        throw e;
      }
      boolean more = out.damaged(record, e, block.bytes(), block.length());
      resync();
      return more;
    }
  }

  /**
   * The true length of a block whose record states a wrong one: up to the next record, or to the
   * end of the compressed member that holds it. The block is read up to there.
   *
   * @throws Damaged if neither shows where it ends
   */
  private long mended(long stated, long found, WarcRecord record) throws IOException, Damaged {
    boolean cut = found < stated && in.ended();
    int next = block.nextRecord();
    if (next < 0 && stated > 0 && block.length() == found && readAgain < MAX_READ_AGAIN) {
      readAgain += block.length();
      next = found < stated ? block.length() : block.readToNextRecord();
      int within = block.nextRecord();
      if (within >= 0) {
        block.unreadFrom(within);
        next = within;
      }
    } else if (next >= 0) {
      block.unreadFrom(next);
    }
    if (next < 0 || stated == 0) {
      throw found < stated
          ? new Damaged(
              Reason.WARC_MALFORMED,
              "the record has " + Quantity.of(found, "byte") + ", not " + stated)
          : new Damaged(
              Reason.WARC_MALFORMED,
              "the record does not end after its " + Quantity.of(stated, "byte"));
    }
    int whole = block.length();
    block.endAt(next);
    boolean ends = block.length() < whole && !record.endsWithHead(block.bytes(), block.length());
    if (cut && next >= whole && !ends) {
      if (!record.isPage(block.bytes(), block.length())) {
        throw new Damaged(
            Reason.WARC_TRUNCATED,
            "the file ends after " + found + " of " + stated + " bytes of the record");
      }
      record.setCut();
    }
    return block.length();
  }

  /** Looks for the next record where the broken one should have held only its own bytes. */
  private void resync() throws IOException {
    if (readAgain < MAX_READ_AGAIN) {
      readAgain += block.length();
      block.unreadFrom(0);
    }
    try {
      in.resync();
    } catch (Damaged e) {
      // The record is rejected already.
      in.recover();
    } catch (Damaged.InStream e) {
      if (!recover()) {
        throw e;
      }
    }
  }

  private static boolean isOfContainer(Damaged e) {
    return e.reason() == Reason.GZIP_CORRUPT || e.reason() == Reason.GZIP_TRUNCATED;
  }

  /** An archive whose last member is cut is a cut archive, as its writer died. */
  private static Damaged inArchive(Damaged e) {
    return e.reason() == Reason.GZIP_TRUNCATED
        ? new Damaged(Reason.WARC_TRUNCATED, e.message())
        : e;
  }
}
