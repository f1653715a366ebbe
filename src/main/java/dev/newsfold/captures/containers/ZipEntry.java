package dev.newsfold.captures.containers;

import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.FileBytes;
import dev.newsfold.records.Reason;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The header of an entry of a ZIP archive, as it stands ahead of the entry.
 *
 * @param size of the compressed content; 0 if it is told only behind the content, or nothing
 * @param length of the content; 0 if it is told only behind it, or nothing
 * @param crc of the content; told behind it where {@link #isDescribedBehind}
 */
record ZipEntry(String name, int flags, int method, long crc, long size, long length) {
  static final String KIND = "the ZIP archive";

  private static final int HEADER = 30;

  /** Of APPNOTE, that is needed to unpack an entry, times ten. */
  private static final int MAX_VERSION = 100;

  private static final int MAX_NAME = 4096;
  private static final long IN_EXTRA = 0xffffffffL;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  /** Reads a header, up to where the content starts. */
  static ZipEntry read(FileBytes zip) throws IOException, Damaged {
    byte[] fixed = bytes(zip, HEADER);
    byte[] name = bytes(zip, (int) number(fixed, 26, 2));
    byte[] extra = bytes(zip, (int) number(fixed, 28, 2));
    long size = number(fixed, 18, 4);
    long length = number(fixed, 22, 4);
    if (size == IN_EXTRA) {
      size = sizeIn(extra, length == IN_EXTRA ? 8 : 0);
    }
    if (length == IN_EXTRA) {
      length = sizeIn(extra, 0);
    }
    return new ZipEntry(
        EntryName.text(name),
        (int) number(fixed, 6, 2),
        (int) number(fixed, 8, 2),
        number(fixed, 14, 4),
        size,
        length);
  }

  /** Whether the header of an entry stands so many bytes ahead, by what all of them have. */
  static boolean startsAt(int ahead, FileBytes zip) throws IOException {
    int name = zip.peek(ahead + 26) | zip.peek(ahead + 27) << 8;
    return zip.peek(ahead) == 'P'
        && zip.peek(ahead + 1) == 'K'
        && zip.peek(ahead + 2) == 3
        && zip.peek(ahead + 3) == 4
        && zip.peek(ahead + 4) < MAX_VERSION
        && zip.peek(ahead + 9) == 0
        && name > 0
        && name < MAX_NAME;
  }

  boolean isEncrypted() {
    return (flags & 1) != 0;
  }

  boolean isDescribedBehind() {
    return (flags & 8) != 0;
  }

  boolean isFolder() {
    return name.endsWith("/") || name.endsWith("\\");
  }

  /** Whether a stream of LZMA shows its own end. */
  boolean isEnded() {
    return (flags & 2) != 0;
  }

  /** The content, its checksum seen to at its end; null if its compression is not known. */
  @Nullable InputStream content(FileBytes zip) throws IOException {
    return switch (method) {
      case STORED ->
          isDescribedBehind() && size == 0
              ? new ZipContent.Undelimited(zip)
              : new ZipContent.Stored(zip, this);
      case DEFLATED -> new ZipContent.Deflated(zip, this);
      default -> otherwise(zip);
    };
  }

  private @Nullable InputStream otherwise(FileBytes zip) throws IOException {
    Part part = new Part(zip, size, KIND);
    InputStream decoded = decoded(part);
    return decoded == null ? null : new ZipContent.Decoded(zip, this, part, decoded);
  }

  /** That a decoder does not find what it starts with costs no more than the entry. */
  private @Nullable InputStream decoded(Part part) throws IOException {
    try {
      return ZipMethods.decode(this, part);
    } catch (Damaged.InStream e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new Damaged.InStream(Expansion.broken("an entry of " + KIND, e));
    }
  }

  private static byte[] bytes(FileBytes zip, int length) throws IOException, Damaged {
    byte[] bytes = zip.rest().readNBytes(length);
    if (bytes.length < length) {
      throw new Damaged(Reason.CONTAINER_CORRUPT, KIND + " is cut off");
    }
    return bytes;
  }

  /** The compressed size in the extra field of ZIP64, behind so many bytes of other sizes. */
  private static long sizeIn(byte[] extra, int behind) {
    int at = 0;
    while (at + 4 <= extra.length) {
      int length = (int) number(extra, at + 2, 2);
      if (number(extra, at, 2) == 1 && at + 4 + behind + 8 <= extra.length) {
        return number(extra, at + 4 + behind, 8) & Long.MAX_VALUE;
      }
      at += 4 + length;
    }
    return IN_EXTRA;
  }

  static long number(byte[] bytes, int from, int length) {
    long value = 0;
    for (int i = length - 1; i >= 0; i--) {
      value = value << 8 | bytes[from + i] & 0xff;
    }
    return value;
  }
}
