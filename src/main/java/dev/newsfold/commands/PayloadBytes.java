package dev.newsfold.commands;

import dev.newsfold.captures.CaptureOutput;
import dev.newsfold.captures.Digests;
import dev.newsfold.captures.SkipKind;
import dev.newsfold.records.Capture;
import dev.newsfold.records.Rejection;
import java.io.PrintStream;
import java.nio.ByteBuffer;

/** Looks for the capture whose payload has a digest, and prints the payload as it is, once. */
final class PayloadBytes implements CaptureOutput {
  private final String sha256;
  private final PrintStream out;
  private boolean found;

  /**
   * Looks for one.
   *
   * @param sha256 in hexadecimal, as articles and the report's pages state it
   */
  PayloadBytes(String sha256, PrintStream out) {
    this.sha256 = sha256;
    this.out = out;
  }

  boolean found() {
    return found;
  }

  @Override
  public void capture(Capture capture) {
    ByteBuffer payload = capture.getPayload();
    if (!found && Digests.sha256(payload).equalsIgnoreCase(sha256)) {
      found = true;
      byte[] bytes = new byte[payload.remaining()];
      payload.duplicate().get(bytes);
      out.write(bytes, 0, bytes.length);
    }
  }

  @Override
  public void reject(Rejection rejection) {}

  @Override
  public void skip(SkipKind kind) {}
}
