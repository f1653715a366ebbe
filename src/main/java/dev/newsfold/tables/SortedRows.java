package dev.newsfold.tables;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorts rows by their keys, and those of one key by their content: an external merge sort. Holds
 * some megabytes of rows; the rest is in temporary files, which go when this is closed.
 */
final class SortedRows implements Closeable {
  private static final int MAX_MERGED = 64;

  private static final Comparator<Row> ORDER =
      Comparator.comparing(Row::key, Arrays::compareUnsigned)
          .thenComparing(Row::content, Arrays::compareUnsigned);

  private final int held;
  private final List<Path> runs = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private long size;

  /**
   * @param held how many bytes of rows to hold
   */
  SortedRows(int held) {
    this.held = held;
  }

  /**
   * A row.
   *
   * @param key what it is sorted by
   * @param content its bytes
   */
  record Row(byte[] key, byte[] content) {}

  /** Takes the rows in their order. */
  @FunctionalInterface
  interface Sink {
    void take(Row row) throws IOException;
  }

  void add(Row row) throws IOException {
    rows.add(row);
    // The arrays' headers and the places that point to them count, too.
    size += row.key().length + row.content().length + 80L;
    if (size > held) {
      spill();
    }
  }

  /** Hands all rows on, in order. */
  void forEach(Sink sink) throws IOException {
    if (runs.isEmpty()) {
      rows.sort(ORDER);
      for (Row row : rows) {
        sink.take(row);
      }
      return;
    }
    spill();
    while (runs.size() > MAX_MERGED) {
      List<Path> first = List.copyOf(runs.subList(0, MAX_MERGED));
      Path merged = newRun();
      try (DataOutputStream out = writer(merged)) {
        merge(first, row -> write(row, out));
      }
      for (Path run : first) {
        Files.delete(run);
      }
      runs.removeAll(first);
    }
    merge(runs, sink);
  }

  @Override
  public void close() throws IOException {
    for (Path run : runs) {
      Files.deleteIfExists(run);
    }
  }

  private void spill() throws IOException {
    rows.sort(ORDER);
    try (DataOutputStream out = writer(newRun())) {
      for (Row row : rows) {
        write(row, out);
      }
    }
    rows.clear();
    size = 0;
  }

  private Path newRun() throws IOException {
    Path run = Files.createTempFile("rows", ".tmp");
    runs.add(run);
    return run;
  }

  private static void merge(List<Path> runs, Sink sink) throws IOException {
    PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing((Head h) -> h.row, ORDER));
    List<DataInputStream> open = new ArrayList<>();
    try {
      for (Path run : runs) {
        DataInputStream in =
            new DataInputStream(new BufferedInputStream(Files.newInputStream(run), 64 << 10));
        open.add(in);
        if (in.readBoolean()) {
          heads.add(new Head(read(in), in));
        }
      }
      for (Head head = heads.poll(); head != null; head = heads.poll()) {
        sink.take(head.row);
        if (head.in.readBoolean()) {
          heads.add(new Head(read(head.in), head.in));
        }
      }
    } finally {
      for (DataInputStream in : open) {
        in.close();
      }
    }
  }

  /** The first row of a run that has not been handed on. */
  private record Head(Row row, DataInputStream in) {}

  /** A run of rows: each with a true ahead of it, and a false behind the last. */
  private static DataOutputStream writer(Path run) throws IOException {
    return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(run), 64 << 10)) {
      @Override
      public void close() throws IOException {
        writeBoolean(false);
        super.close();
      }
    };
  }

  private static void write(Row row, DataOutputStream out) throws IOException {
    out.writeBoolean(true);
    out.writeInt(row.key().length);
    out.write(row.key());
    out.writeInt(row.content().length);
    out.write(row.content());
  }

  private static Row read(DataInputStream in) throws IOException {
    byte[] key = in.readNBytes(in.readInt());
    return new Row(key, in.readNBytes(in.readInt()));
  }
}
