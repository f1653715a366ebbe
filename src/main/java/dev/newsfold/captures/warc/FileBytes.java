package dev.newsfold.captures.warc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a file, with a look ahead, and with a way back to where a mistake began. Holds 64
 * KiB, and up to 1 MiB behind a mark, or as much as is asked for.
 */
public final class FileBytes {
  private static final int BUFFER = 64 << 10;
  private static final int MAX_KEPT = 1 << 20;
  private static final int NO_MARK = -1;

  private final InputStream in;
  private final LongUnaryOperator places;
  private byte[] buffer;
  private int position;
  private int limit;
  private int mark = NO_MARK;
  private int maxKept = MAX_KEPT;
  private long start;
  private @Nullable IOException damage;
  private boolean exhausted;

  public FileBytes(InputStream in) {
    this(in, 0);
  }

  /**
   * Bytes that were made of others.
   *
   * @param places says where those lie of which a byte was made, by its own number
   */
  public FileBytes(InputStream in, LongUnaryOperator places) {
    this(in, 0, BUFFER, places);
  }

  /** A file from somewhere on: its next byte is the one at {@code offset}. */
  FileBytes(InputStream in, long offset) {
    this(in, offset, BUFFER, LongUnaryOperator.identity());
  }

  private FileBytes(InputStream in, long offset, int buffer, LongUnaryOperator places) {
    this.in = in;
    this.places = places;
    this.start = offset;
    this.buffer = new byte[buffer];
  }

  /** Where the next byte lies in the file. */
  public long offset() {
    return offset(position());
  }

  /** Where a byte lies in the file, as {@link #position} counts; one that was read lately. */
  public long offset(long position) {
    return places.applyAsLong(position);
  }

  /** How many bytes lie before the next one. */
  public long position() {
    return start + position;
  }

  /** The byte so many bytes ahead; -1 beyond the end of the file. */
  public int peek(int ahead) throws IOException {
    while (limit - position <= ahead) {
      if (!fill()) {
        return -1;
      }
    }
    return buffer[position + ahead] & 0xff;
  }

  /** Whether these bytes come next. */
  public boolean startsWith(byte[] expected) throws IOException {
    for (int i = 0; i < expected.length; i++) {
      if (peek(i) != (expected[i] & 0xff)) {
        return false;
      }
    }
    return true;
  }

  /** The next bytes, so many at most, as a file of their own; the place stays. */
  public FileBytes copyAhead(int length) throws IOException {
    int ahead = 0;
    while (ahead < length && peek(ahead) >= 0) {
      ahead++;
    }
    byte[] bytes = Arrays.copyOfRange(buffer, position, position + ahead);
    return new FileBytes(new ByteArrayInputStream(bytes), position(), length, places);
  }

  /** Whether somebody wanted to read more than there is. */
  public boolean isExhausted() {
    return exhausted;
  }

  /** Whether whoever looked ahead found damage there. */
  public boolean isDamagedAhead() {
    return damage != null;
  }

  /**
   * After damage that was met, goes on behind it if that can be done.
   *
   * @return false if the damage stays
   */
  public boolean resume() throws IOException {
    if (!(damage instanceof Damaged.InStream)
        || limit > position
        || !(in instanceof Resumable pieces && pieces.resume())) {
      return false;
    }
    damage = null;
    mark = NO_MARK;
    return true;
  }

  /** The next byte; -1 at the end of the file. */
  public int read() throws IOException {
    int next = peek(0);
    exhausted |= next < 0;
    position += next < 0 ? 0 : 1;
    return next;
  }

  /** The next bytes; -1 at the end of the file. */
  public int read(byte[] into, int from, int length) throws IOException {
    if (length == 0) {
      // Damage behind what is wanted has no part in it.
      return 0;
    }
    if (peek(0) < 0) {
      exhausted = true;
      return -1;
    }
    int count = Math.min(length, limit - position);
    System.arraycopy(buffer, position, into, from, count);
    position += count;
    return count;
  }

  /** What is left, as a stream. */
  public InputStream rest() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        return FileBytes.this.read();
      }

      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        return FileBytes.this.read(into, from, length);
      }
    };
  }

  /** The array that holds the next {@link #buffered} bytes, from {@link #bufferedFrom}. */
  public byte[] array() {
    return buffer;
  }

  public int bufferedFrom() {
    return position;
  }

  /** How many bytes are at hand; 0 only at the end of the file. */
  public int buffered() throws IOException {
    return peek(0) < 0 ? 0 : limit - position;
  }

  /** Passes bytes that are at hand. */
  public void advance(int count) {
    position += count;
  }

  /** Marks this place, for {@link #rewind}. */
  public void mark() {
    mark = position;
  }

  /**
   * Marks a place that lies behind the last mark, or ahead of here.
   *
   * @param place as {@link #position} counts
   * @param most so many bytes are held behind it
   */
  public void mark(long place, int most) {
    mark = place < start ? NO_MARK : (int) (place - start);
    maxKept = most;
  }

  /**
   * Goes back to the mark, if it is not too far away; returns by how many bytes. What is too far
   * does not hang on how much was read at a time, so that it is the same wherever reading began.
   */
  public int rewind() {
    int back = mark == NO_MARK || position - mark > maxKept ? 0 : position - mark;
    position -= back;
    return back;
  }

  /**
   * Reads more. Damage ahead of bytes that are whole is met when these are used up, and not by who
   * looks ahead to find out what they are.
   */
  private boolean fill() throws IOException {
    if (damage == null) {
      if (limit == buffer.length) {
        makeRoom();
      }
      try {
        int read = in.read(buffer, limit, buffer.length - limit);
        limit += Math.max(read, 0);
        return read > 0;
      } catch (IOException e) {
        damage = e;
      }
    }
    if (limit == position) {
      throw damage;
    }
    return false;
  }

  private void makeRoom() {
    if (mark != NO_MARK && position - mark > maxKept) {
      mark = NO_MARK;
    }
    int first = mark == NO_MARK ? position : mark;
    if (limit - first > buffer.length / 2) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    System.arraycopy(buffer, first, buffer, 0, limit - first);
    start += first;
    position -= first;
    limit -= first;
    mark = mark == NO_MARK ? NO_MARK : mark - first;
  }
}
