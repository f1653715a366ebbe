package dev.newsfold.captures;

import dev.newsfold.records.Capture;
import dev.newsfold.records.Origin;
import dev.newsfold.records.Reason;
import dev.newsfold.records.Rejection;
import dev.newsfold.records.Stage;
import dev.newsfold.records.UrlEvidence;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;

/**
 * Reads the captures out of a file: a page, a compressed page, or a WARC archive.
 *
 * <p>Bad input never throws: it ends as a rejection.
 */
public final class CaptureReader {
  private final ReadLimits limits;
  private final InputOpener opener;

  public CaptureReader(ReadLimits limits, InputOpener opener) {
    this.limits = limits;
    this.opener = opener;
  }

  /** Reads one file, and hands each of its records to exactly one method of {@code out}. */
  public FileFacts read(InputFileRef ref, CaptureOutput out) {
    Origin origin = Origin.newBuilder().setFile(ref.path()).build();
    try (InputStream file = new BufferedInputStream(opener.open(ref.location()))) {
      file.mark(2);
      boolean gzip = file.read() == 0x1f && file.read() == 0x8b;
      file.reset();
      InputStream plain = gzip ? new GZIPInputStream(file) : file;
      byte[] page = plain.readNBytes((int) limits.maxPageBytes());
      out.capture(
          Capture.newBuilder()
              .setUrl("file:" + ref.path())
              .setUrlEvidence(UrlEvidence.FILE_PATH)
              .setPayload(ByteBuffer.wrap(page))
              .setOrigin(origin)
              .build());
      return new FileFacts((long) page.length, Digests.sha256(ByteBuffer.wrap(page)), 1);
    } catch (IOException e) {
      out.reject(
          Rejection.newBuilder()
              .setOrigin(origin)
              .setStage(Stage.READ)
              .setReason(Reason.IO_UNREADABLE)
              .setMessage(String.valueOf(e.getMessage()))
              .build());
      return new FileFacts(null, null, 1);
    }
  }
}
