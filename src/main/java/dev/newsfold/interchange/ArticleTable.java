package dev.newsfold.interchange;

import dev.newsfold.captures.parquet.Growth;
import dev.newsfold.captures.parquet.ParquetRows;
import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.records.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Articles in Parquet: what an export writes, or what another program has made of one. What tells
 * where its columns lie stands at its end, so it is laid down as a temporary file first.
 */
final class ArticleTable {
  static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  /** Writers look after every thousand values or so whether a page is large enough. */
  private static final int MAX_PAGE = 128 << 20;

  private static final int NAMED_COLUMNS = 20;

  private ArticleTable() {}

  /**
   * Hands on the rows of a table.
   *
   * @throws Damaged if it breaks off, or has not the columns that make articles
   */
  static void read(InputStream in, ParquetRows.RecordSink sink) throws IOException, Damaged {
    Path file = Files.createTempFile("articles", ".parquet");
    try {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      long size = Files.size(file);
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
        ParquetRows rows = ParquetRows.open(channel, MAX_PAGE, Growth.of(() -> size));
        check(rows.columns());
        rows.forEachRecord(sink);
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static void check(List<String> columns) throws Damaged {
    for (String needed : RecordValues.REQUIRED) {
      // The names are in lower case.
      if (!columns.contains(needed.toLowerCase(Locale.ROOT))) {
        String named = columns.stream().limit(NAMED_COLUMNS).collect(Collectors.joining(", "));
        throw new Damaged(
            Reason.ROW_UNUSABLE,
            "not a Parquet file of articles: it has no " + needed + " among " + named);
      }
    }
  }
}
