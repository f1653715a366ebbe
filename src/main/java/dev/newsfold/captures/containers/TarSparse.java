package dev.newsfold.captures.containers;

import dev.newsfold.captures.BulkInput;
import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.FileBytes;
import dev.newsfold.records.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A sparse entry of a tar archive: pieces of a file, with zeros between them that are not stored.
 *
 * @see <a href="https://www.gnu.org/software/tar/manual/html_node/Sparse-Formats.html">Storing
 *     Sparse Files</a>
 */
final class TarSparse {
  private static final int BLOCK = TarHeader.BLOCK;

  /** No honest file has more pieces. */
  private static final int MAX_NUMBERS = 200_000;

  /** Where each piece starts, and how long it is. */
  private final List<Long> numbers = new ArrayList<>();

  private long size;
  private boolean mapAhead;
  private boolean broken;

  /** The format of GNU tar, whose map is in the header, and in blocks behind it. */
  static TarSparse gnu(byte[] header, FileBytes tar) throws IOException {
    TarSparse sparse = new TarSparse();
    sparse.size = TarHeader.number(header, 483, 12);
    sparse.addAll(header, 386, 4);
    boolean more = header[482] != 0;
    while (more) {
      // A block that is not all there has nothing but zeros where it ends.
      byte[] block = Arrays.copyOf(tar.rest().readNBytes(BLOCK), BLOCK);
      sparse.addAll(block, 0, 21);
      more = block[504] != 0;
    }
    return sparse;
  }

  private void addAll(byte[] block, int from, int count) {
    for (int at = from; at < from + 24 * count && block[at + 12] != 0; at += 24) {
      add(TarHeader.number(block, at, 12));
      add(TarHeader.number(block, at + 12, 12));
    }
  }

  /** Takes a record of pax, by its name behind {@code GNU.sparse.}; others tell nothing. */
  void take(String name, String value) {
    switch (name) {
      case "size", "realsize" -> size = number(value);
      case "offset", "numbytes" -> add(number(value));
      case "map" -> {
        for (String one : value.split(",")) {
          add(number(one));
        }
      }
      case "major" -> mapAhead = value.equals("1");
      default -> {
        // How many pieces there are, which is seen.
      }
    }
  }

  /** The file, of what is stored of it. */
  InputStream content(Part stored) throws IOException, Damaged {
    if (mapAhead) {
      readMap(stored);
    }
    long end = 0;
    for (int i = 0; i < numbers.size(); i++) {
      boolean length = i % 2 == 1;
      if (numbers.get(i) < (length ? 0 : end)) {
        throw broken();
      }
      end = length ? end + numbers.get(i) : numbers.get(i);
    }
    if (broken || numbers.size() % 2 == 1 || end > size) {
      throw broken();
    }
    return new Content(stored);
  }

  /** The map of version 1.0: numbers by lines, filled up to a block, ahead of the pieces. */
  private void readMap(Part stored) throws IOException, Damaged {
    long count = -1;
    int read = 0;
    while (count < 0 || numbers.size() < 2 * count) {
      if (broken) {
        throw broken();
      }
      long number = 0;
      int next = stored.read();
      read++;
      for (; next >= '0' && next <= '9' && number < Long.MAX_VALUE / 20; next = stored.read()) {
        number = 10 * number + next - '0';
        read++;
      }
      if (next != '\n') {
        throw broken();
      }
      if (count < 0) {
        count = number;
      } else {
        add(number);
      }
    }
    stored.skipNBytes(-read & (BLOCK - 1));
  }

  private void add(long number) {
    broken |= number < 0 || numbers.size() >= MAX_NUMBERS;
    if (!broken) {
      numbers.add(number);
    }
  }

  private static long number(String value) {
    return value.matches("\\d{1,18}") ? Long.parseLong(value) : -1;
  }

  private static Damaged broken() {
    return new Damaged(Reason.CONTAINER_CORRUPT, "the map of a sparse entry is broken");
  }

  /** The pieces, with the zeros between them. */
  private final class Content extends BulkInput {
    private final Part stored;
    private long at;
    private int next;

    private Content(Part stored) {
      this.stored = stored;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      while (next < numbers.size() && at == numbers.get(next) + numbers.get(next + 1)) {
        next += 2;
      }
      boolean last = next == numbers.size();
      boolean hole = last || at < numbers.get(next);
      long end = last ? size : hole ? numbers.get(next) : numbers.get(next) + numbers.get(next + 1);
      int count = (int) Math.min(length, end - at);
      if (at == size) {
        return -1;
      }
      if (hole) {
        Arrays.fill(into, from, from + count, (byte) 0);
      } else {
        count = stored.read(into, from, count);
      }
      at += Math.max(count, 0);
      return count;
    }
  }
}
