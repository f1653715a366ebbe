package dev.newsfold.captures.containers;

import dev.newsfold.captures.CaptureOutput;
import dev.newsfold.captures.SkipKind;
import dev.newsfold.records.Capture;
import dev.newsfold.records.Rejection;

/** Counts the bytes of the pages that a file gives, and ends its reading where they are enough. */
final class GivenBytes implements CaptureOutput {
  private final long enough;
  private long bytes;

  GivenBytes(long enough) {
    this.enough = enough;
  }

  long bytes() {
    return bytes;
  }

  @Override
  public void capture(Capture capture) {
    bytes += capture.getPayload().remaining();
    if (bytes > enough) {
      throw new Enough();
    }
  }

  @Override
  public void reject(Rejection rejection) {
    // It gives no page.
  }

  @Override
  public void skip(SkipKind kind) {
    // It gives no page.
  }

  /** Nothing more is to be read. */
  static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Enough() {
      super("enough", null, false, false);
    }
  }
}
