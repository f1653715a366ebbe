package dev.newsfold.captures.containers;

import dev.newsfold.captures.warc.FileBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A mail message by lines. A line of any length comes in pieces that are not too long to hold. */
final class MailLines {
  private static final int MAX_PIECE = 64 << 10;

  private final FileBytes bytes;
  private boolean atStart = true;

  MailLines(FileBytes bytes) {
    this.bytes = bytes;
  }

  /** Whether the next piece starts a line. */
  boolean atLineStart() {
    return atStart;
  }

  /** The next line, or a piece of it, with what ends it; empty at the end of the message. */
  byte[] next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    int next = 0;
    while (next != '\n' && line.size() < MAX_PIECE) {
      next = bytes.read();
      if (next < 0) {
        break;
      }
      line.write(next);
    }
    atStart = next == '\n';
    return line.toByteArray();
  }

  /** The next line without what ends it; null at the end of the message. */
  @Nullable String text() throws IOException {
    byte[] line = next();
    return line.length == 0
        ? null
        : new String(line, StandardCharsets.UTF_8).replaceFirst("[\\r\\n]+$", "");
  }
}
