package dev.newsfold.captures.containers;

import dev.newsfold.captures.BulkInput;
import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.FileBytes;
import dev.newsfold.records.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The content of an entry of a ZIP archive: at its end, its checksum is found right. */
abstract class ZipContent extends BulkInput {
  private static final byte[] DESCRIPTOR = {'P', 'K', 7, 8};

  final FileBytes zip;
  final CRC32 crc = new CRC32();
  private boolean ended;

  private ZipContent(FileBytes zip) {
    this.zip = zip;
  }

  /** Reads on; -1 at the end of the content. */
  abstract int next(byte[] into, int from, int length) throws IOException, Damaged;

  /** Sees to what tells about the content, behind it. */
  abstract void end() throws IOException, Damaged;

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (ended) {
      return -1;
    }
    try {
      int read = next(into, from, length);
      if (read < 0) {
        ended = true;
        end();
      } else {
        crc.update(into, from, read);
      }
      return read;
    } catch (Damaged e) {
      throw new Damaged.InStream(e);
    }
  }

  /** Compares the checksum with what is stated in the header, or behind the content. */
  void check(ZipEntry entry, long length) throws IOException, Damaged {
    long stated = entry.crc();
    if (entry.isDescribedBehind() && !zip.startsWith(DESCRIPTOR)) {
      // The descriptor's own signature is optional.
      stated = peekNumber(0);
      zip.advance(behind(0, length));
    } else if (entry.isDescribedBehind()) {
      stated = peekNumber(4);
      zip.advance(4 + behind(4, length));
    }
    if (stated != crc.getValue()) {
      throw damaged("an entry of " + ZipEntry.KIND + " has another checksum than its content");
    }
  }

  /** How long a descriptor is: sizes have 4 bytes each, or 8 in ZIP64. */
  private int behind(int from, long length) throws IOException {
    boolean small = peekNumber(from + 8) == (length & 0xffffffffL);
    return Math.min(small ? 12 : 20, there(from + 20));
  }

  private int there(int wanted) throws IOException {
    int there = 0;
    while (there < wanted && zip.peek(there) >= 0) {
      there++;
    }
    return there;
  }

  long peekNumber(int ahead) throws IOException {
    long value = 0;
    for (int i = 3; i >= 0; i--) {
      value = value << 8 | Math.max(0, zip.peek(ahead + i));
    }
    return value;
  }

  static Damaged damaged(String message) {
    return new Damaged(Reason.CONTAINER_CORRUPT, message);
  }

  /** Content as it is, of a known size. */
  static final class Stored extends ZipContent {
    private final ZipEntry entry;
    private final Part part;

    Stored(FileBytes zip, ZipEntry entry) {
      super(zip);
      this.entry = entry;
      this.part = new Part(zip, entry.size(), ZipEntry.KIND);
    }

    @Override
    int next(byte[] into, int from, int length) throws IOException {
      return part.read(into, from, length);
    }

    @Override
    void end() throws IOException, Damaged {
      check(entry, entry.size());
    }
  }

  /** Content as it is, up to a descriptor that fits what came before it. */
  static final class Undelimited extends ZipContent {
    private long length;

    Undelimited(FileBytes zip) {
      super(zip);
    }

    @Override
    int next(byte[] into, int from, int wanted) throws IOException, Damaged {
      int count = 0;
      int buffered = zip.buffered();
      if (buffered == 0) {
        throw damaged(ZipEntry.KIND + " is cut off");
      }
      int most = Math.min(wanted, buffered);
      // All before the next letter that may start a descriptor is content.
      while (count < most && zip.array()[zip.bufferedFrom() + count] != 'P') {
        count++;
      }
      if (count == 0) {
        if (isDescriptor()) {
          return -1;
        }
        count = 1;
      }
      int read = zip.read(into, from, count);
      length += read;
      return read;
    }

    private boolean isDescriptor() throws IOException {
      return zip.startsWith(DESCRIPTOR)
          && peekNumber(4) == crc.getValue()
          && peekNumber(8) == (length & 0xffffffffL);
    }

    @Override
    void end() throws IOException {
      boolean small = peekNumber(12) == (length & 0xffffffffL);
      zip.advance(small ? 16 : 24);
    }
  }

  /** Deflated content, which shows its own end. */
  static final class Deflated extends ZipContent {
    private final ZipEntry entry;
    private final Inflater inflater = new Inflater(true);
    private long compressed;

    Deflated(FileBytes zip, ZipEntry entry) {
      super(zip);
      this.entry = entry;
    }

    @Override
    int next(byte[] into, int from, int length) throws IOException, Damaged {
      while (true) {
        int buffered = inflater.needsInput() ? zip.buffered() : 0;
        if (buffered > 0) {
          inflater.setInput(zip.array(), zip.bufferedFrom(), buffered);
        } else if (inflater.needsInput() && !inflater.finished()) {
          throw damaged(ZipEntry.KIND + " is cut off");
        }
        int before = inflater.getRemaining();
        int inflated;
        try {
          inflated = inflater.inflate(into, from, length);
        } catch (DataFormatException e) {
          throw damaged("an entry of " + ZipEntry.KIND + " is broken: " + e.getMessage());
        } finally {
          compressed += before - inflater.getRemaining();
          zip.advance(before - inflater.getRemaining());
        }
        if (inflated > 0) {
          return inflated;
        }
        if (inflater.finished()) {
          return -1;
        }
        if (inflater.needsDictionary()) {
          throw damaged("an entry of " + ZipEntry.KIND + " asks for a dictionary");
        }
      }
    }

    @Override
    void end() throws IOException, Damaged {
      check(entry, inflater.getBytesWritten());
    }

    @Override
    public void close() {
      inflater.end();
    }
  }

  /** Content that a decoder gives of a part of a known size. */
  static final class Decoded extends ZipContent {
    private final ZipEntry entry;
    private final Part part;
    private final InputStream decoded;
    private long length;

    Decoded(FileBytes zip, ZipEntry entry, Part part, InputStream decoded) {
      super(zip);
      this.entry = entry;
      this.part = part;
      this.decoded = decoded;
    }

    @Override
    int next(byte[] into, int from, int wanted) throws IOException {
      int read = decoded.read(into, from, wanted);
      length += Math.max(read, 0);
      return read;
    }

    @Override
    void end() throws IOException, Damaged {
      part.drain();
      check(entry, length);
    }

    @Override
    public void close() throws IOException {
      decoded.close();
    }
  }
}
