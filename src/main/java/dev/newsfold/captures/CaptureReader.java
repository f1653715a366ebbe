package dev.newsfold.captures;

import dev.newsfold.records.Capture;
import dev.newsfold.records.Origin;
import dev.newsfold.records.Reason;
import dev.newsfold.records.Rejection;
import dev.newsfold.records.Stage;
import dev.newsfold.records.UrlEvidence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the captures out of a file: one page, plain or compressed, or a WARC archive, plain or
 * compressed as a whole or record by record. The bytes tell which it is; the name only says whether
 * a file that holds no record should have been an archive.
 *
 * <p>Bad input never throws: it ends as a rejection. Memory stays within a few times the largest
 * page, whatever the size of the file. Thread-safe.
 */
public final class CaptureReader {
  /** A page may be compressed twice, when a compressed file was compressed again. */
  private static final int MAX_LAYERS = 2;

  private static final byte[] ARC_START = "filedesc://".getBytes(StandardCharsets.US_ASCII);

  private final ReadLimits limits;
  private final InputOpener opener;

  public CaptureReader(ReadLimits limits, InputOpener opener) {
    this.limits = limits;
    this.opener = opener;
  }

  /** Reads one file, and hands each of its records to exactly one method of {@code out}. */
  public FileFacts read(InputFileRef ref, CaptureOutput out) {
    Counting counted = new Counting(out);
    try (MeasuredInput file =
        new MeasuredInput(opener.open(ref.location()), limits.maxFileBytes())) {
      new OneFile(ref.path(), counted).read(file);
      return file.finish(counted.count);
    } catch (MeasuredInput.TooLarge e) {
      reject(ref.path(), Reason.TOO_LARGE, e.getMessage(), counted);
    } catch (IOException e) {
      reject(ref.path(), Reason.IO_UNREADABLE, e.toString(), counted);
    }
    return new FileFacts(null, null, counted.count);
  }

  private static void reject(
      String path, Reason reason, @Nullable String message, CaptureOutput out) {
    out.reject(
        Rejection.newBuilder()
            .setOrigin(Origin.newBuilder().setFile(path).build())
            .setStage(Stage.READ)
            .setReason(reason)
            .setMessage(String.valueOf(message))
            .build());
  }

  /** The reading of one file. */
  private final class OneFile {
    private final String path;
    private final CaptureOutput out;

    OneFile(String path, CaptureOutput out) {
      this.path = path;
      this.out = out;
    }

    void read(InputStream in) throws IOException {
      FileBytes file = new FileBytes(in);
      if (file.peek(0) < 0) {
        reject(path, Reason.EMPTY, "the file is empty", out);
      } else {
        readLayer(file, 0);
      }
    }

    private void readLayer(FileBytes file, int layer) throws IOException {
      if (GzipMembers.startsMember(file) && layer < MAX_LAYERS) {
        readGzip(file, layer);
      } else if (isNamedArchive() || file.startsWith(WarcHeader.START)) {
        readArchive(Segments.plain(file));
      } else if (file.startsWith(ARC_START)) {
        reject(path, Reason.WARC_MALFORMED, "an ARC archive, not WARC", out);
      } else if (layer == 0 && isNamedGzip() && startsZlib(file)) {
        reject(path, Reason.GZIP_CORRUPT, "a zlib stream, not gzip", out);
      } else {
        readPage(file);
      }
    }

    private void readGzip(FileBytes file, int layer) throws IOException {
      try (GzipMembers members = new GzipMembers(file)) {
        if (isNamedArchive() || members.holdsRecordStart()) {
          readArchive(members);
        } else {
          readLayer(new FileBytes(members.joined()), layer + 1);
        }
      } catch (Damaged.InStream e) {
        reject(path, e.damaged().reason(), e.damaged().message(), out);
      }
    }

    private void readArchive(Segments segments) throws IOException {
      new WarcReader(limits, path, new RecordInput(segments), out).read();
    }

    private void readPage(FileBytes file) throws IOException {
      PageBytes page = new PageBytes(limits.maxPageBytes());
      try {
        page.appendAll(file.rest());
      } catch (Damaged e) {
        reject(path, e.reason(), e.message(), out);
        return;
      }
      if (page.length() == 0) {
        reject(path, Reason.EMPTY, "the file holds nothing", out);
        return;
      }
      String mirrored = MirrorPath.address(path);
      out.capture(
          Capture.newBuilder()
              .setUrl(mirrored == null ? PathText.address(path) : mirrored)
              .setUrlEvidence(mirrored == null ? UrlEvidence.FILE_PATH : UrlEvidence.MIRROR_LAYOUT)
              .setPayload(ByteBuffer.wrap(page.toArray()))
              .setOrigin(Origin.newBuilder().setFile(path).build())
              .build());
    }

    private boolean isNamedArchive() {
      String name = path.toLowerCase(Locale.ROOT);
      return name.endsWith(".warc") || name.endsWith(".warc.gz");
    }

    private boolean isNamedGzip() {
      return path.toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    private static boolean startsZlib(FileBytes file) throws IOException {
      return HttpBody.startsZlib(new byte[] {(byte) file.peek(0), (byte) file.peek(1)});
    }
  }

  /** Counts what is handed on. */
  private static final class Counting implements CaptureOutput {
    private final CaptureOutput out;
    private long count;

    Counting(CaptureOutput out) {
      this.out = out;
    }

    @Override
    public void capture(Capture capture) {
      count++;
      out.capture(capture);
    }

    @Override
    public void reject(Rejection rejection) {
      count++;
      out.reject(rejection);
    }

    @Override
    public void skip(SkipKind kind) {
      count++;
      out.skip(kind);
    }
  }
}
