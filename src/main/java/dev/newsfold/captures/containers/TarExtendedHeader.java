package dev.newsfold.captures.containers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What entries of their own tell of the entry that follows them in a tar archive: extended headers
 * of pax, and long names of GNU.
 */
final class TarExtendedHeader {
  /** The most that is kept of such an entry. */
  private static final int MAX_KEPT = 64 << 10;

  private @Nullable String name;
  private long size = -1;
  private @Nullable TarSparse sparse;

  long size(byte[] header) {
    return size >= 0 && !isMeta(header) ? size : TarHeader.size(header);
  }

  /** Reads an entry that tells about the next one; false if it is none. */
  boolean take(byte[] header, Part content) throws IOException {
    if (!isMeta(header)) {
      return false;
    }
    byte[] told = content.readNBytes(MAX_KEPT);
    if (TarHeader.type(header) == 'L') {
      name = EntryName.text(Arrays.copyOf(told, TarHeader.end(told, 0, told.length)));
    } else if (TarHeader.type(header) == 'x' || TarHeader.type(header) == 'X') {
      takeRecords(told);
    }
    return true;
  }

  private static boolean isMeta(byte[] header) {
    return "LKxXg".indexOf(TarHeader.type(header)) >= 0;
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
    return name == null ? TarHeader.name(header) : name;
  }

  /** How the next entry is stored, if that is told and with holes. */
  @Nullable TarSparse sparse() {
    return sparse;
  }
}
