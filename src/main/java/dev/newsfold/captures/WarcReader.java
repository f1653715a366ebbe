package dev.newsfold.captures;

import dev.newsfold.records.Origin;
import dev.newsfold.records.Reason;
import java.io.IOException;
import java.util.Arrays;

/**
 * Reads the records of one WARC file. Each yields one capture, one skip or one rejection; a broken
 * one costs only itself, wherever its end can be found.
 */
final class WarcReader {
  /** What a record may hold beside its page: the HTTP head, and the lengths of chunks. */
  private static final int HEAD_ALLOWANCE = 1 << 20;

  /** How much may be read again after wrong lengths: damage must not cost more than reading. */
  private static final long MAX_READ_AGAIN = 256L << 20;

  private final ReadLimits limits;
  private final String path;
  private final RecordInput in;
  private final CaptureOutput out;
  private final int maxBlock;
  private byte[] block = new byte[64 << 10];
  private int blockLength;
  private long readAgain;

  WarcReader(ReadLimits limits, String path, RecordInput in, CaptureOutput out) {
    this.limits = limits;
    this.path = path;
    this.in = in;
    this.out = out;
    this.maxBlock = (int) limits.maxPageBytes() + HEAD_ALLOWANCE;
  }

  /** Reads to the end of the file. */
  void read() throws IOException {
    boolean more = true;
    while (more) {
      WarcRecord record = null;
      blockLength = 0;
      try {
        more = in.start();
        if (more) {
          record = new WarcRecord(limits, originHere());
          readRecord(record);
        }
      } catch (Damaged e) {
        // The container is damaged: what is left of this segment is lost.
        WarcRecord lost = record == null ? new WarcRecord(limits, originHere()) : record;
        out.reject(lost.rejection(inArchive(e), block, blockLength));
        more = in.recover();
      }
    }
  }

  private Origin originHere() {
    return Origin.newBuilder().setFile(path).setOffset(in.offset()).build();
  }

  /** Reads a record; wrong framing is rejected here, a damaged container is thrown. */
  private void readRecord(WarcRecord record) throws IOException, Damaged {
    try {
      record.setHeader(WarcHeader.read(in, limits.maxHeaderBytes()));
      long length = record.header().contentLength();
      long found = readBlock(length);
      if (found < length) {
        throw in.ended()
            ? new Damaged(
                Reason.WARC_TRUNCATED,
                "the file ends after " + found + " of " + length + " bytes of the record")
            : malformed("the record has " + found + " bytes, not " + length);
      }
      if (!in.endsRecord()) {
        throw malformed("the record does not end after its " + length + " bytes");
      }
      record.deliver(block, blockLength, length, out);
    } catch (Damaged e) {
      if (isOfContainer(e)) {
        throw e;
      }
      out.reject(record.rejection(e, block, blockLength));
      resync();
    }
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

  private static Damaged malformed(String message) {
    return new Damaged(Reason.WARC_MALFORMED, message);
  }
}
