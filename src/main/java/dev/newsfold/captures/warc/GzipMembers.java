package dev.newsfold.captures.warc;

import dev.newsfold.captures.BulkInput;
import dev.newsfold.captures.GzipStart;
import dev.newsfold.records.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * The members of a gzip file, one by one, each checked to its CRC and length.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952</a>
 */
public final class GzipMembers implements Segments, AutoCloseable {
  private static final byte[] MAGIC = GzipStart.magic();
  private static final int DEFLATE = 8;
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xe0;

  /** How far a search looks into what may be a member. */
  private static final int PROBE = 4096;

  /** How much of a file may be searched a second time: damage must not cost more than reading. */
  private static final long MAX_SEARCHED_AGAIN = 64L << 20;

  private final FileBytes file;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private long offset;
  private boolean open;
  private long searchedAgain;
  private @Nullable Damaged damage;

  public GzipMembers(FileBytes file) {
    this(file, 0);
  }

  /**
   * @param searchedAgain how much of the file was searched twice before its next byte
   */
  GzipMembers(FileBytes file, long searchedAgain) {
    this.file = file;
    this.searchedAgain = searchedAgain;
  }

  public static boolean startsMember(FileBytes file) throws IOException {
    return file.startsWith(MAGIC);
  }

  /** Moves to the next member. Zeros between members, or behind the last, are padding. */
  @Override
  public boolean next() throws IOException, Damaged {
    open = false;
    file.mark();
    while (file.peek(0) == 0) {
      file.advance(1);
      file.mark();
    }
    offset = file.offset();
    if (file.peek(0) < 0) {
      return false;
    }
    if (!startsMember(file)) {
      throw new Damaged(Reason.GZIP_CORRUPT, "no gzip member starts at byte " + offset);
    }
    skipHeader();
    inflater.reset();
    crc.reset();
    damage = null;
    open = true;
    return true;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException, Damaged {
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
  public long offset() {
    return offset;
  }

  @Override
  public boolean compressed() {
    return true;
  }

  @Override
  public long searchedAgain() {
    return searchedAgain;
  }

  /**
   * Looks for the next member that holds the start of a record, from behind the start of the
   * damaged one: damage may have hidden where it ends.
   */
  @Override
  public boolean recover() throws IOException {
    open = false;
    if (searchedAgain < MAX_SEARCHED_AGAIN) {
      searchedAgain += file.rewind();
    }
    if (file.offset() == offset && file.peek(0) >= 0) {
      file.advance(1);
    }
    while (file.peek(0) >= 0) {
      if (startsMember(file) && holdsRecordStart()) {
        return true;
      }
      file.advance(1);
    }
    return false;
  }

  /**
   * The content of all members, joined. What follows the last one, and starts none, is ignored, as
   * gzip does.
   */
  public InputStream joined() {
    return new BulkInput() {
      private boolean started;

      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        try {
          int read = GzipMembers.this.read(into, from, length);
          while (read < 0 && (!started || startsMember(file)) && next()) {
            started = true;
            read = GzipMembers.this.read(into, from, length);
          }
          return read;
        } catch (Damaged e) {
          throw new Damaged.InStream(e);
        }
      }
    };
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

  /** Whether a member comes next that inflates to the start of a record. */
  boolean holdsRecordStart() throws IOException {
    byte[] start = start();
    return RecordFormat.WARC.startsAt(start, 0, start.length)
        || RecordFormat.ARC.startsAt(start, 0, start.length);
  }

  /** Whether the next member starts as a WARC file does. */
  public boolean holdsWarc() throws IOException {
    return WarcReader.startsWarc(new FileBytes(new ByteArrayInputStream(start())));
  }

  /** Whether the next member holds members of its own: the file was compressed twice. */
  public boolean holdsMembers() throws IOException {
    return GzipStart.isAt(0, start());
  }

  /** Whether the next member starts as an ARC file does. */
  public boolean holdsArc() throws IOException {
    byte[] start = start();
    return RecordFormat.ARC.startsAt(start, 0, start.length);
  }

  /** What the next member starts with, as far as it can be told. */
  private byte[] start() throws IOException {
    byte[] start = new byte[RecordFormat.ARC.lookAhead()];
    int length = 0;
    try (GzipMembers member = new GzipMembers(file.copyAhead(PROBE))) {
      member.next();
      int read = 0;
      while (read >= 0 && length < start.length) {
        read = member.read(start, length, start.length - length);
        length += Math.max(read, 0);
      }
    } catch (Damaged e) {
      // As much as there is has to tell.
    }
    return Arrays.copyOf(start, length);
  }

  private Damaged corrupt(String what) {
    return new Damaged(Reason.GZIP_CORRUPT, "the gzip member at byte " + offset + " " + what);
  }

  private Damaged truncated() {
    return new Damaged(Reason.GZIP_TRUNCATED, "the gzip member at byte " + offset + " is cut off");
  }
}
