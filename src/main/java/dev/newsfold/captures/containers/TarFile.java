package dev.newsfold.captures.containers;

import dev.newsfold.captures.SkipKind;
import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.FileBytes;
import dev.newsfold.records.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A tar archive of any dialect: old, ustar, GNU and pax. After damage it goes on at the next header
 * whose checksum is right.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html">pax</a>
 */
final class TarFile implements Container {
  private static final String KIND = "the tar archive";
  private static final int BLOCK = 512;

  private static final int MAX_START = 64 << 10;

  /** The most that is kept of an entry that tells about the next one. */
  private static final int MAX_META = 64 << 10;

  @Override
  public boolean holds(Source source) throws IOException {
    if (isHeader(Text.headBytes(source.bytes(), BLOCK))) {
      return true;
    }
    // What is named so may be damaged where it starts, or lie behind blocks of zeros.
    return source.nameEnds(".tar") && holdsHeader(Text.headBytes(source.bytes(), MAX_START));
  }

  @Override
  public void read(Source source, Reading reading) throws IOException, Damaged {
    FileBytes tar = source.bytes();
    Meta meta = new Meta();
    boolean lost = false;
    boolean empty = true;
    for (byte[] header = block(tar); header.length > 0; header = block(tar)) {
      if (isHeader(header)) {
        lost = false;
        Part content = new Part(tar, meta.size(header), KIND);
        long padding = -meta.size(header) & (BLOCK - 1);
        if (!meta.take(header, content)) {
          empty &= isFolder(header, meta.name(header));
          if (header[156] == 'S' || meta.sparse != null) {
            readSparse(source, header, meta, content, reading);
          } else {
            readEntry(source, header, meta.name(header), content, reading);
          }
          meta = new Meta();
        }
        content.drain();
        tar.rest().skipNBytes(Math.min(padding, remaining(tar, (int) padding)));
      } else if (!isZero(header) && !lost) {
        // What starts no entry is passed up to what does.
        lost = true;
        empty = false;
        reading.reject(
            source, new Damaged(Reason.CONTAINER_CORRUPT, KIND + " has bytes that start no entry"));
      }
    }
    if (empty) {
      reading.reject(source, new Damaged(Reason.EMPTY, KIND + " holds no file"));
    }
  }

  private static boolean holdsHeader(byte[] start) {
    for (int at = BLOCK; at + BLOCK <= start.length; at += BLOCK) {
      if (isHeader(Arrays.copyOfRange(start, at, at + BLOCK))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFolder(byte[] header, String name) {
    return header[156] == '5' || (header[156] == 0 || header[156] == '0') && name.endsWith("/");
  }

  private static void readSparse(
      Source source, byte[] header, Meta meta, Part content, Reading reading) throws IOException {
    String name = meta.name(header);
    try {
      TarSparse sparse = meta.sparse;
      if (sparse == null) {
        sparse = TarSparse.gnu(header, source.bytes());
      }
      InputStream whole = reading.counted(KIND, sparse.content(content));
      reading.entry(source, name, whole);
    } catch (Damaged e) {
      reading.reject(source.entry(EntryName.below(name), source.bytes()), e);
    }
  }

  private static void readEntry(
      Source source, byte[] header, String name, Part content, Reading reading) throws IOException {
    switch (header[156]) {
      case 0, '0', '7' -> {
        if (!name.endsWith("/")) {
          reading.entry(source, name, content);
        }
      }
      case '5' -> {
        // A folder is no record.
      }
      default -> reading.skip(SkipKind.SPECIAL_FILE);
    }
  }

  private static int remaining(FileBytes tar, int wanted) throws IOException {
    return wanted == 0 || tar.peek(wanted - 1) >= 0 ? wanted : 0;
  }

  /** The next block; shorter, or empty, at the end of the file. */
  private static byte[] block(FileBytes tar) throws IOException {
    return tar.rest().readNBytes(BLOCK);
  }

  private static boolean isZero(byte[] block) {
    for (byte b : block) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether a block's checksum is the sum of its bytes, its own counted as blanks. */
  private static boolean isHeader(byte[] block) {
    if (block.length < BLOCK || isZero(block)) {
      return false;
    }
    long sum = 8 * ' ';
    long signed = sum;
    for (int i = 0; i < BLOCK; i++) {
      boolean own = i >= 148 && i < 156;
      sum += own ? 0 : block[i] & 0xff;
      signed += own ? 0 : block[i];
    }
    long stated = number(block, 148, 8);
    // Some old writers summed signed bytes.
    return stated > 0 && (stated == sum || stated == signed) && number(block, 124, 12) >= 0;
  }

  /** An octal number, or one in binary where the first bit is set; -1 if it is none. */
  static long number(byte[] block, int from, int length) {
    long value = 0;
    if (block[from] < 0) {
      for (int i = from + Math.max(1, length - 8); i < from + length; i++) {
        value = value << 8 | block[i] & 0xff;
      }
      return value;
    }
    for (int i = from; i < from + length; i++) {
      if (block[i] >= '0' && block[i] <= '7') {
        value = value << 3 | block[i] - '0';
      } else if (block[i] != ' ' && block[i] != 0) {
        return -1;
      }
    }
    return value;
  }

  /** What entries of their own tell about the entry that follows them. */
  private static final class Meta {
    private @Nullable String name;
    private long size = -1;
    private @Nullable TarSparse sparse;

    long size(byte[] header) {
      return size >= 0 && !isMeta(header) ? size : number(header, 124, 12);
    }

    /** Reads an entry that tells about the next one; false if it is none. */
    boolean take(byte[] header, Part content) throws IOException {
      if (!isMeta(header)) {
        return false;
      }
      byte[] told = content.readNBytes(MAX_META);
      if (header[156] == 'L') {
        name = EntryName.text(Arrays.copyOf(told, end(told, 0, told.length)));
      } else if (header[156] == 'x' || header[156] == 'X') {
        takeRecords(told);
      }
      return true;
    }

    private static boolean isMeta(byte[] header) {
      return "LKxXg".indexOf(header[156]) >= 0;
    }

    /** Records of pax: a length, a blank, a name, an equals sign, a value, a line's end. */
    private void takeRecords(byte[] told) {
      int at = 0;
      while (at < told.length) {
        int blank = at;
        while (blank < told.length && told[blank] >= '0' && told[blank] <= '9' && blank - at < 7) {
          blank++;
        }
        int length =
            blank == at
                ? 0
                : Integer.parseInt(new String(told, at, blank - at, StandardCharsets.US_ASCII));
        if (length <= blank - at || length > told.length - at) {
          return;
        }
        String record = EntryName.text(Arrays.copyOfRange(told, blank + 1, at + length - 1));
        if (record.startsWith("path=") && sparse == null) {
          name = record.substring(5);
        } else if (record.matches("size=\\d{1,18}")) {
          size = Long.parseLong(record.substring(5));
        } else if (record.startsWith("GNU.sparse.name=")) {
          // The path is then that of a folder which never was.
          name = record.substring(16);
          sparse = sparse == null ? new TarSparse() : sparse;
        } else if (record.startsWith("GNU.sparse.")) {
          sparse = sparse == null ? new TarSparse() : sparse;
          int equals = record.indexOf('=');
          sparse.take(record.substring(11, Math.max(11, equals)), record.substring(equals + 1));
        }
        at += length;
      }
    }

    String name(byte[] header) {
      if (name != null) {
        return name;
      }
      String own = EntryName.text(Arrays.copyOf(header, end(header, 0, 100)));
      boolean ustar = new String(header, 257, 6, StandardCharsets.ISO_8859_1).equals("ustar\0");
      String prefix =
          ustar ? EntryName.text(Arrays.copyOfRange(header, 345, end(header, 345, 155))) : "";
      return prefix.isEmpty() ? own : prefix + "/" + own;
    }

    private static int end(byte[] bytes, int from, int length) {
      int end = from;
      while (end < from + length && bytes[end] != 0) {
        end++;
      }
      return end;
    }
  }
}
