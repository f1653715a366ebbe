package dev.newsfold.captures.warc;

import java.io.IOException;
import java.util.Arrays;

/**
 * The content of an archive, record by record. A record may lie in one segment, as the standard
 * asks, or run over several; but where a segment starts with a record, the one before has ended.
 */
final class RecordInput {
  private static final int BUFFER = 64 << 10;

  /** More line ends than this end no line of a header. */
  private static final int MAX_LINE_ENDS = 64;

  private final Segments segments;
  private final RecordFormat format;
  private byte[] buffer = new byte[BUFFER];
  private int position;
  private int limit;

  /** What of the next segment was read to see that it starts a record; empty before its end. */
  private byte[] nextRecord = {};

  private final byte[] passed = new byte[MAX_LINE_ENDS];
  private int lineEnds;
  private boolean segmentEnded = true;
  private boolean ended;
  private boolean atStart;

  /** Where buffer[0] lies in what is read. */
  private long start;

  RecordInput(Segments segments, RecordFormat format) {
    this.segments = segments;
    this.format = format;
  }

  /**
   * Moves to the next byte that is no blank line, padding or byte order mark, in whatever segment;
   * false at the end.
   */
  boolean start() throws IOException, Damaged {
    atStart = start + position == 0;
    while (true) {
      while (fill()) {
        if (!isPadding(buffer[position])) {
          return true;
        }
        position++;
      }
      if (nextRecord.length == 0) {
        return false;
      }
      take(nextRecord, nextRecord.length);
      nextRecord = new byte[0];
      start = 0;
      atStart = true;
    }
  }

  /**
   * Whether who starts to read the file at {@link #offset} stands where {@link #start} has come to:
   * true unless bytes of a compressed segment were used before.
   */
  boolean isEntry() {
    return atStart || !segments.compressed();
  }

  /** How many bytes of the file were searched a second time so far. */
  long searchedAgain() {
    return segments.searchedAgain();
  }

  /** Where the next byte lies in the file: its segment, where segments are compressed. */
  long offset() {
    return segments.compressed() ? segments.offset() : segments.offset() + start + position;
  }

  /** True if records lie in compressed pieces, whose ends are known. */
  boolean compressed() {
    return segments.compressed();
  }

  /** The next byte; -1 where the record must end. */
  int read() throws IOException, Damaged {
    return fill() ? buffer[position++] & 0xff : -1;
  }

  /** The next bytes; -1 where the record must end. */
  int read(byte[] into, int from, int length) throws IOException, Damaged {
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, limit - position);
    System.arraycopy(buffer, position, into, from, count);
    position += count;
    return count;
  }

  /** Passes bytes; returns how many there were before the record had to end. */
  long skip(long length) throws IOException, Damaged {
    long left = length;
    while (left > 0 && fill()) {
      int count = (int) Math.min(left, limit - position);
      position += count;
      left -= count;
    }
    return length - left;
  }

  /**
   * True if the record ends here as it should: at a blank line, with its segment, or at another
   * record. At the end of a segment its checksum is found right, or the record is damaged.
   */
  boolean endsRecord() throws IOException, Damaged {
    lineEnds = 0;
    try {
      while (fillInSegment() && isNewline(buffer[position])) {
        if (lineEnds < MAX_LINE_ENDS) {
          passed[lineEnds++] = buffer[position];
        }
        position++;
      }
      return lineEnds > 0 || !fillInSegment() || startsRecord();
    } catch (Damaged.InStream e) {
      // The record is whole; whoever reads on meets the damage again.
      return true;
    }
  }

  /** True if, behind the blank lines that {@link #endsRecord} passed, another record may start. */
  boolean atBoundary() throws IOException, Damaged {
    try {
      return !fillInSegment() || startsRecord();
    } catch (Damaged.InStream e) {
      return true;
    }
  }

  /** Puts the line ends back that {@link #endsRecord} passed. */
  void unreadLineEnds() {
    unread(passed, lineEnds);
    lineEnds = 0;
  }

  /** True if nothing follows in the file. */
  boolean ended() {
    return ended;
  }

  /** Puts bytes back that were read last. */
  void unread(byte[] bytes, int length) {
    byte[] joined = Arrays.copyOf(bytes, Math.max(BUFFER, length + limit - position));
    System.arraycopy(buffer, position, joined, length, limit - position);
    start += position - length;
    limit = length + limit - position;
    position = 0;
    buffer = joined;
  }

  /** Passes the rest of a broken record: up to what starts one, or the next segment. */
  void resync() throws IOException, Damaged {
    boolean lineStart = true;
    while (fill()) {
      if (lineStart ? startsRecord() : startsWithinLine()) {
        return;
      }
      lineStart = buffer[position++] == '\n';
    }
  }

  /** After damage in a segment: looks for one that starts a record; false if there is none. */
  boolean recover() throws IOException {
    position = 0;
    limit = 0;
    nextRecord = new byte[0];
    segmentEnded = true;
    return segments.recover();
  }

  /** True if the next bytes are those that every record starts with. */
  boolean startsRecord() throws IOException, Damaged {
    lookAhead(format.lookAhead());
    return format.startsAt(buffer, position, limit);
  }

  /** True if the next bytes are by all signs a record's, though they start no line. */
  private boolean startsWithinLine() throws IOException, Damaged {
    if ((buffer[position] | 0x20) != 'w') {
      return false;
    }
    lookAhead(RecordFormat.HEADER_LOOK_AHEAD);
    return format.startsWithinLine(buffer, position, limit);
  }

  /** Makes so many bytes available, or those that are left of the segment. */
  private void lookAhead(int bytes) throws IOException, Damaged {
    while (limit - position < bytes) {
      // Fewer bytes are left than it takes to tell: make them the start of a longer buffer.
      byte[] tail = Arrays.copyOfRange(buffer, position, limit);
      position = limit;
      if (!fillInSegment()) {
        unread(tail, tail.length);
        break;
      }
      unread(tail, tail.length);
    }
  }

  /** Makes a byte available; false where the record must end. */
  private boolean fill() throws IOException, Damaged {
    while (!fillInSegment()) {
      if (ended || nextRecord.length > 0) {
        return false;
      }
      atStart = true;
      if (!segments.next()) {
        ended = true;
        return false;
      }
      start = 0;
      position = 0;
      limit = 0;
      readStart();
    }
    return true;
  }

  private boolean fillInSegment() throws IOException, Damaged {
    if (position < limit) {
      return true;
    }
    if (segmentEnded || nextRecord.length > 0) {
      return false;
    }
    start += limit;
    position = 0;
    limit = 0;
    if (buffer.length > BUFFER) {
      buffer = new byte[BUFFER];
    }
    int read = segments.read(buffer, 0, buffer.length);
    limit = Math.max(0, read);
    segmentEnded = read < 0;
    return read > 0;
  }

  /** Reads the start of a segment, and sees whether it is that of a record. */
  private void readStart() throws IOException, Damaged {
    byte[] head = new byte[format.lookAhead()];
    int length = 0;
    segmentEnded = false;
    while (!segmentEnded && length < head.length) {
      int read = segments.read(head, length, head.length - length);
      segmentEnded = read < 0;
      length += Math.max(0, read);
    }
    if (format.startsAt(head, 0, length)) {
      nextRecord = Arrays.copyOf(head, length);
    } else {
      take(head, length);
    }
  }

  private void take(byte[] bytes, int length) {
    System.arraycopy(bytes, 0, buffer, 0, length);
    position = 0;
    limit = length;
  }

  private static boolean isNewline(byte b) {
    return b == '\r' || b == '\n';
  }

  /** Whether a byte may stand between records and mean nothing. */
  static boolean isPadding(byte b) {
    boolean mark = b == (byte) 0xef || b == (byte) 0xbb || b == (byte) 0xbf;
    return isNewline(b) || b == ' ' || b == '\t' || b == 0 || mark;
  }
}
