package dev.newsfold.captures.warc;

import dev.newsfold.captures.Place;
import dev.newsfold.captures.ReadLimits;
import dev.newsfold.records.Reason;
import java.io.IOException;
import java.util.Arrays;

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
  private final int maxBlock;
  private byte[] block = new byte[64 << 10];
  private int blockLength;
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
    this.out = out;
    this.format = format;
    this.maxBlock = maxBlock(limits);
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
      blockLength = 0;
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
        more = out.damaged(lost, inArchive(e), block, blockLength) && in.recover();
      } catch (Damaged.InStream e) {
        // What holds the archive is damaged: whoever reads on there tells, unless it ends here.
        WarcRecord lost = record == null ? recordHere() : record;
        if (!recover()) {
          throw e;
        }
        more = out.damaged(lost, e.damaged(), block, blockLength);
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
      long found = readBlock(length);
      if (found < length || !in.endsRecord()) {
        found = mended(length, found, record);
      } else if (!in.atBoundary() && nextRecord() >= 0) {
        // A length too large may end at a line's end within the next record.
        in.unreadLineEnds();
        found = mended(length, found, record);
      }
      record.look(block, blockLength);
      return out.record(record, block, blockLength, found);
    } catch (Damaged e) {
      if (isOfContainer(e)) {
        throw e;
      }
      boolean more = out.damaged(record, e, block, blockLength);
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
    int next = nextRecord();
    if (next < 0 && stated > 0 && blockLength == found && readAgain < MAX_READ_AGAIN) {
      readAgain += blockLength;
      next = found < stated ? blockLength : readToNextRecord();
      int within = nextRecord();
      if (within >= 0) {
        in.unread(Arrays.copyOfRange(block, within, blockLength), blockLength - within);
        next = within;
      }
    } else if (next >= 0) {
      in.unread(Arrays.copyOfRange(block, next, blockLength), blockLength - next);
    }
    if (next < 0 || stated == 0) {
      throw found < stated
          ? new Damaged(Reason.WARC_MALFORMED, "the record has " + found + " bytes, not " + stated)
          : new Damaged(
              Reason.WARC_MALFORMED, "the record does not end after its " + stated + " bytes");
    }
    int whole = blockLength;
    blockLength = withoutBlankLines(Math.min(next, blockLength));
    boolean ends = blockLength < whole && !record.endsWithHead(block, blockLength);
    if (cut && next >= whole && !ends) {
      if (!record.isPage(block, blockLength)) {
        throw new Damaged(
            Reason.WARC_TRUNCATED,
            "the file ends after " + found + " of " + stated + " bytes of the record");
      }
      record.setCut();
    }
    return blockLength;
  }

  /**
   * Where, in the block that was read, another record starts: behind a blank line or, if all line
   * ends were lost, wherever two lines of a header follow each other; -1 if none does.
   */
  private int nextRecord() {
    for (int at = 1; at < blockLength; at++) {
      boolean line = block[at - 1] == '\n' && followsBlankLine(at);
      if (line && format.startsAt(block, at, blockLength)
          || format.startsWithinLine(block, at, blockLength)) {
        return at;
      }
    }
    return -1;
  }

  /** WARC has blank lines before a record; ARC may have none, but tells more in its first line. */
  private boolean followsBlankLine(int at) {
    if (format == RecordFormat.ARC) {
      return true;
    }
    int before = at - 2;
    while (before >= 0 && block[before] == '\r') {
      before--;
    }
    return before < 0 || block[before] == '\n';
  }

  /** Reads on to where the next record starts behind a line's end; returns the length read. */
  private int readToNextRecord() throws IOException, Damaged {
    // The block may end within the start of the next record.
    int again = Math.min(blockLength, format.lookAhead());
    blockLength -= again;
    in.unread(Arrays.copyOfRange(block, blockLength, blockLength + again), again);
    while (true) {
      boolean line = blockLength > 0 && block[blockLength - 1] == '\n';
      if (line && followsBlankLine(blockLength) && in.startsRecord()) {
        return blockLength;
      }
      int next = in.read();
      if (next < 0) {
        return blockLength;
      }
      if (blockLength == maxBlock) {
        return -1;
      }
      append((byte) next);
    }
  }

  private void append(byte next) {
    if (blockLength == block.length) {
      block = Arrays.copyOf(block, (int) Math.min(2L * block.length, maxBlock));
    }
    block[blockLength++] = next;
  }

  private int withoutBlankLines(int length) {
    int end = length;
    while (end > 0 && (block[end - 1] == '\n' || block[end - 1] == '\r')) {
      end--;
    }
    return end;
  }

  /** Reads a block, as far as it may be a page; returns how much of it there was in all. */
  private long readBlock(long length) throws IOException, Damaged {
    int wanted = (int) Math.min(length, maxBlock);
    while (blockLength < wanted) {
      if (blockLength == block.length) {
        block = Arrays.copyOf(block, (int) Math.min(2L * block.length, maxBlock));
      }
      int read = in.read(block, blockLength, Math.min(wanted, block.length) - blockLength);
      if (read < 0) {
        return blockLength;
      }
      blockLength += read;
    }
    if (length > maxBlock && nextRecord() >= 0) {
      // Too long for a page, with another record in it: the length is wrong.
      return blockLength;
    }
    return blockLength + in.skip(length - blockLength);
  }

  /** Looks for the next record where the broken one should have held only its own bytes. */
  private void resync() throws IOException {
    if (readAgain < MAX_READ_AGAIN) {
      readAgain += blockLength;
      in.unread(block, blockLength);
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
