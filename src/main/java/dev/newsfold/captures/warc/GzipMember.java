package dev.newsfold.captures.warc;

import dev.newsfold.captures.GzipStart;
import dev.newsfold.records.Reason;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * One member of a gzip file, and then the next one: its header is passed, its content inflated, and
 * checked to its CRC and length.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952</a>
 */
final class GzipMember implements AutoCloseable {
  private static final byte[] MAGIC = GzipStart.magic();

  /** The only method of compression that was ever used. */
  static final int DEFLATE = 8;

  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xe0;

  private final FileBytes file;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private long offset;
  private boolean open;
  private @Nullable Damaged damage;

  GzipMember(FileBytes file) {
    this.file = file;
  }

  /** Whether the next bytes are those that start a member. */
  static boolean startsAt(FileBytes file) throws IOException {
    return file.startsWith(MAGIC);
  }

  /** Starts to read the member that comes next. */
  void start() throws IOException, Damaged {
    open = false;
    offset = file.offset();
    if (!startsAt(file)) {
      throw new Damaged(Reason.GZIP_CORRUPT, "no gzip member starts at byte " + offset);
    }
    skipHeader();
    inflater.reset();
    crc.reset();
    damage = null;
    open = true;
  }

  /** Reads no more of it. */
  void leave() {
    open = false;
  }

  /** Reads from it; -1 at its end, once its checksum is found right. */
  int read(byte[] into, int from, int length) throws IOException, Damaged {
    if (length == 0) {
      return 0;
    }
    while (open) {
      int inflated = inflate(into, from, length);
      if (inflated > 0) {
        crc.update(into, from, inflated);
        return inflated;
      }
      if (inflater.finished()) {
        open = false;
        checkTrailer();
      }
    }
    return -1;
  }

  @Override
  public void close() {
    inflater.end();
  }

  private int inflate(byte[] into, int from, int length) throws IOException, Damaged {
    if (damage != null) {
      throw damage;
    }
    if (inflater.needsInput()) {
      int buffered = file.buffered();
      if (buffered == 0) {
        throw truncated();
      }
      inflater.setInput(file.array(), file.bufferedFrom(), buffered);
    }
    int before = inflater.getRemaining();
    long inflatedBefore = inflater.getBytesWritten();
    try {
      int inflated = inflater.inflate(into, from, length);
      if (inflated == 0 && inflater.needsDictionary()) {
        throw corrupt("asks for a dictionary");
      }
      return inflated;
    } catch (DataFormatException e) {
      // What came before the damage is handed on first, however little was read at a time.
      damage = corrupt(e.getMessage() == null ? "is no deflate data" : e.getMessage());
      int inflated = (int) (inflater.getBytesWritten() - inflatedBefore);
      if (inflated == 0) {
        throw damage;
      }
      return inflated;
    } finally {
      file.advance(before - inflater.getRemaining());
    }
  }

  private void checkTrailer() throws IOException, Damaged {
    long expectedCrc = littleEndian(4);
    long expectedLength = littleEndian(4);
    if (expectedCrc != crc.getValue()) {
      throw corrupt("has another CRC than its content");
    }
    if (expectedLength != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw corrupt("has another length than its content");
    }
  }

  private void skipHeader() throws IOException, Damaged {
    littleEndian(2);
    int method = (int) littleEndian(1);
    int flags = (int) littleEndian(1);
    if (method != DEFLATE || (flags & RESERVED) != 0) {
      throw corrupt("has an unknown method or flag");
    }
    littleEndian(6);
    if ((flags & EXTRA) != 0) {
      for (long left = littleEndian(2); left > 0; left--) {
        littleEndian(1);
      }
    }
    for (int field : new int[] {NAME, COMMENT}) {
      while ((flags & field) != 0 && littleEndian(1) != 0) {
        // Names are not used: they may lead anywhere.
      }
    }
    if ((flags & HEADER_CRC) != 0) {
      littleEndian(2);
    }
  }

  private long littleEndian(int bytes) throws IOException, Damaged {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      int next = file.read();
      if (next < 0) {
        throw truncated();
      }
      value |= (long) next << 8 * i;
    }
    return value;
  }

  private Damaged corrupt(String what) {
    return new Damaged(Reason.GZIP_CORRUPT, "the gzip member at byte " + offset + " " + what);
  }

  private Damaged truncated() {
    return new Damaged(Reason.GZIP_TRUNCATED, "the gzip member at byte " + offset + " is cut off");
  }
}
