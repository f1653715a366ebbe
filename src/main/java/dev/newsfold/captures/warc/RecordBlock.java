package dev.newsfold.captures.warc;

import java.io.IOException;
import java.util.Arrays;

/** The block of the record that is read, and what lies behind it where its length is wrong. */
final class RecordBlock {
  private final RecordInput in;
  private final RecordFormat format;
  private final int max;
  private byte[] bytes = new byte[64 << 10];
  private int length;

  /**
   * @param max no more of a block is kept
   */
  RecordBlock(RecordInput in, RecordFormat format, int max) {
    this.in = in;
    this.format = format;
    this.max = max;
  }

  /** Its bytes; there may be more of them than are its own. */
  byte[] bytes() {
    return bytes;
  }

  /** How many bytes are its own. */
  int length() {
    return length;
  }

  void clear() {
    length = 0;
  }

  /** Gives back what follows from {@code at} on, which stays in {@link #bytes}. */
  void unreadFrom(int at) {
    in.unread(Arrays.copyOfRange(bytes, at, length), length - at);
  }

  /** Reads a block, as far as it may be a page; returns how much of it there was in all. */
  long read(long stated) throws IOException, Damaged {
    int wanted = (int) Math.min(stated, max);
    while (length < wanted) {
      growIfFull();
      int read = in.read(bytes, length, Math.min(wanted, bytes.length) - length);
      if (read < 0) {
        return length;
      }
      length += read;
    }
    if (stated > max && nextRecord() >= 0) {
      // Too long for a page, with another record in it: the length is wrong.
      return length;
    }
    return length + in.skip(stated - length);
  }

  /**
   * Where, in the block that was read, another record starts: behind a blank line or, if all line
   * ends were lost, wherever two lines of a header follow each other; -1 if none does.
   */
  int nextRecord() {
    for (int at = 1; at < length; at++) {
      boolean line = bytes[at - 1] == '\n' && followsBlankLine(at);
      if (line && format.startsAt(bytes, at, length)
          || format.startsWithinLine(bytes, at, length)) {
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
    while (before >= 0 && bytes[before] == '\r') {
      before--;
    }
    return before < 0 || bytes[before] == '\n';
  }

  /** Reads on to where the next record starts behind a line's end; returns the length read. */
  int readToNextRecord() throws IOException, Damaged {
    // The block may end within the start of the next record.
    int again = Math.min(length, format.lookAhead());
    length -= again;
    in.unread(Arrays.copyOfRange(bytes, length, length + again), again);
    while (true) {
      boolean line = length > 0 && bytes[length - 1] == '\n';
      if (line && followsBlankLine(length) && in.startsRecord()) {
        return length;
      }
      int next = in.read();
      if (next < 0) {
        return length;
      }
      if (length == max) {
        return -1;
      }
      append((byte) next);
    }
  }

  /** Ends the block there, or where its bytes do, less the blank lines ahead of that. */
  void endAt(int most) {
    int end = Math.min(most, length);
    while (end > 0 && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
      end--;
    }
    length = end;
  }

  private void append(byte next) {
    growIfFull();
    bytes[length++] = next;
  }

  private void growIfFull() {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(2L * bytes.length, max));
    }
  }
}
