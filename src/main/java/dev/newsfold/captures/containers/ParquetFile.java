package dev.newsfold.captures.containers;

import dev.newsfold.captures.parquet.ParquetRows;
import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.FileBytes;
import dev.newsfold.records.Capture;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A table of pages in Parquet. What tells where its columns lie stands at its end, so it is laid
 * down as a temporary file first.
 */
final class ParquetFile implements Container {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  /** The key under which a writer of Avro records says what they are. */
  static final String AVRO_SCHEMA = "parquet.avro.schema";

  private static final String OURS = "\"" + Capture.getClassSchema().getNamespace() + "\"";

  /** Writers look after every thousand values or so whether a page is large enough. */
  private static final int PAGE_ALLOWANCE = 64 << 20;

  /** What a row costs beyond its bytes: rows of nulls take none in the file. */
  private static final int ROW = 1 << 10;

  private static final int NAMED_COLUMNS = 20;

  @Override
  public boolean holds(Source source) throws IOException {
    return source.bytes().startsWith(MAGIC);
  }

  @Override
  public void read(Source source, Reading reading) throws IOException, Damaged {
    Path file = Files.createTempFile("table", ".parquet");
    try {
      layDown(source.bytes(), file);
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
        long maxPage = Math.max(PAGE_ALLOWANCE, 2 * reading.limits().maxPageBytes());
        read(
            ParquetRows.open(
                channel, (int) Math.min(maxPage, Integer.MAX_VALUE / 2), reading::expand),
            source,
            reading);
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static void layDown(FileBytes bytes, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] piece = new byte[64 << 10];
      for (int read = bytes.read(piece, 0, piece.length); read >= 0; ) {
        write(out, piece, read);
        read = bytes.read(piece, 0, piece.length);
      }
    }
  }

  /** That the temporary file cannot be written is no fault of the input. */
  private static void write(OutputStream out, byte[] bytes, int count) {
    try {
      out.write(bytes, 0, count);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void read(ParquetRows table, Source source, Reading reading)
      throws IOException, Damaged {
    if (table.metadata(AVRO_SCHEMA).contains(OURS)) {
      reading.notPages(source, "an export of one of our own datasets");
      return;
    }
    RowFields fields = reading.fields();
    List<String> columns = table.columns();
    String without = "a Parquet file without a column of pages in HTML: it has " + named(columns);
    boolean hopeful =
        columns.stream()
            .anyMatch(column -> fields.html().stream().anyMatch(name -> isNamed(column, name)));
    if (!hopeful) {
      reading.notPages(source, without);
      return;
    }
    Rows rows = new Rows(source, reading);
    table.forEach(
        column -> fields.names().contains(RowFields.lastPart(column)),
        (number, row, binary) -> {
          long bytes = row.values().stream().mapToLong(String::length).sum();
          reading.expand(ROW + bytes);
          rows.take(number, 0, row, binary);
          return !rows.isHopeless();
        });
    rows.finish(without);
  }

  private static boolean isNamed(String column, String name) {
    return column.equals(name) || column.endsWith("." + name);
  }

  private static String named(List<String> columns) {
    String names =
        String.join(
            ", ",
            columns.stream()
                .limit(NAMED_COLUMNS)
                .map(name -> name.substring(0, Math.min(64, name.length())))
                .toList());
    int more = columns.size() - NAMED_COLUMNS;
    return names.isEmpty() ? "no columns" : more > 0 ? names + " and " + more + " more" : names;
  }
}
