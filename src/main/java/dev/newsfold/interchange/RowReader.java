package dev.newsfold.interchange;

import dev.newsfold.captures.Digests;
import dev.newsfold.captures.FileFacts;
import dev.newsfold.captures.GzipStart;
import dev.newsfold.captures.InputFileRef;
import dev.newsfold.captures.InputOpener;
import dev.newsfold.captures.Rejections;
import dev.newsfold.captures.containers.AvroBlocks;
import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.FileBytes;
import dev.newsfold.records.Article;
import dev.newsfold.records.Origin;
import dev.newsfold.records.Reason;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.ZoneId;
import java.util.Arrays;
import org.apache.avro.file.DataFileConstants;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads articles that someone else extracted: JSON Lines, plain or in gzip, or Avro and Parquet
 * files of our own {@code Article}. A row that cannot be folded is one rejection; bad input never
 * throws.
 */
public final class RowReader {
  /** The longest line that is read, in bytes. */
  private static final int MAX_LINE = 32 << 20;

  /** The most that a block of an Avro file may hold, in bytes. */
  private static final long MAX_BLOCK = 256L << 20;

  private static final byte[] GZIP = GzipStart.magic();

  private final InputOpener opener;
  private final ZoneId zone;

  /**
   * A reader of local files.
   *
   * @param zone of times that state none
   */
  public RowReader(InputOpener opener, ZoneId zone) {
    this.opener = opener;
    this.zone = zone;
  }

  /** Reads one file, and hands each of its rows to exactly one method of {@code out}. */
  public FileFacts read(InputFileRef file, RowOutput out) {
    return new Reading(file.path(), out).read(file.location());
  }

  /** The reading of one file. */
  private final class Reading {
    private final String path;
    private final RowOutput out;
    private long rows;

    private Reading(String path, RowOutput out) {
      this.path = path;
      this.out = out;
    }

    private FileFacts read(String location) {
      MessageDigest digest = Digests.newSha256();
      try (InputStream file = opener.open(location)) {
        CountingInputStream raw = new CountingInputStream(new DigestInputStream(file, digest));
        InputStream in = new BufferedInputStream(raw, 1 << 16);
        if (startsWith(in, DataFileConstants.MAGIC)) {
          readAvro(in);
        } else if (startsWith(in, ArticleTable.MAGIC)) {
          readTable(in);
        } else if (startsWith(in, GZIP)) {
          readLines(new BufferedInputStream(new GzipCompressorInputStream(in, true)));
        } else {
          readLines(in);
        }
        in.transferTo(OutputStream.nullOutputStream());
        return new FileFacts(raw.count(), Digests.hex(digest.digest()), rows);
      } catch (IOException e) {
        reject(null, Reason.IO_UNREADABLE, "the file breaks off: " + e.getMessage(), null);
        return new FileFacts(null, null, rows);
      }
    }

    private void readAvro(InputStream in) throws IOException {
      try {
        AvroBlocks blocks = new AvroBlocks(new FileBytes(in), MAX_BLOCK);
        blocks.read(
            new SpecificDatumReader<>(blocks.schema(), Article.getClassSchema()),
            (Article article, long number) -> {
              article.setOrigin(origin(rows));
              rows++;
              out.article(article);
            });
      } catch (Damaged e) {
        reject(rows, e.reason(), e.message(), null);
      }
    }

    private void readTable(InputStream in) throws IOException {
      try {
        ArticleTable.read(
            in,
            row -> {
              try {
                Article article = RecordValues.article(row, origin(rows));
                rows++;
                out.article(article);
              } catch (UnusableRowException e) {
                reject(rows, Reason.ROW_UNUSABLE, String.valueOf(e.getMessage()), null);
              }
            });
      } catch (Damaged e) {
        reject(rows, e.reason(), e.message(), null);
      }
    }

    private void readLines(InputStream in) throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      long offset = 0;
      long start = 0;
      for (int b = in.read(); b >= 0; b = in.read()) {
        offset++;
        if (b == '\n') {
          endOfLine(start, line);
          start = offset;
        } else if (line.size() < MAX_LINE) {
          line.write(b);
        }
      }
      endOfLine(start, line);
    }

    private void endOfLine(long start, ByteArrayOutputStream bytes) {
      String line = bytes.toString(StandardCharsets.UTF_8).strip();
      boolean whole = bytes.size() < MAX_LINE;
      bytes.reset();
      if (line.isEmpty() && whole) {
        return;
      }
      if (!whole) {
        reject(start, Reason.TOO_LARGE, "a line of more than " + MAX_LINE + " bytes", line);
        return;
      }
      try {
        Article article = JsonRow.parse(line, origin(start), zone);
        rows++;
        out.article(article);
      } catch (UnusableRowException e) {
        reject(start, Reason.ROW_UNUSABLE, String.valueOf(e.getMessage()), line);
      }
    }

    private void reject(
        @Nullable Long offset, Reason reason, String message, @Nullable String line) {
      rows++;
      out.reject(
          Rejections.ofUnread(origin(offset), reason, message)
              .setPayload(line == null ? null : head(line))
              .build());
    }

    private Origin origin(@Nullable Long offset) {
      return Origin.newBuilder().setFile(path).setOffset(offset).build();
    }
  }

  private static ByteBuffer head(String line) {
    return Rejections.head(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
  }

  private static boolean startsWith(InputStream in, byte[] magic) throws IOException {
    in.mark(magic.length);
    byte[] start = in.readNBytes(magic.length);
    in.reset();
    return Arrays.equals(start, magic);
  }

  /** Counts the bytes that pass. */
  private static final class CountingInputStream extends java.io.FilterInputStream {
    private long count;

    private CountingInputStream(InputStream in) {
      super(in);
    }

    private long count() {
      return count;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int n = super.read(buffer, from, length);
      count += Math.max(n, 0);
      return n;
    }
  }
}
