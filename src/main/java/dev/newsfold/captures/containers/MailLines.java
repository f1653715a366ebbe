package dev.newsfold.captures.containers;

import dev.newsfold.captures.warc.FileBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A mail message by lines, or the messages of a mailbox one after the other. A line of any length
 * comes in pieces that are not too long to hold.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4155">RFC 4155, mbox</a>
 */
final class MailLines {
  private static final int MAX_PIECE = 64 << 10;

  private static final byte[] SEPARATOR = {'F', 'r', 'o', 'm', ' '};

  private final FileBytes bytes;
  private final boolean mailbox;
  private boolean atStart = true;

  /** Whether the line before was blank. */
  private boolean blank = true;

  MailLines(FileBytes bytes) throws IOException {
    this.bytes = bytes;
    this.mailbox = startsMessage();
  }

  /** Whether there may be several messages, each behind a line that is none of it. */
  boolean isMailbox() {
    return mailbox;
  }

  /** Passes what is left of a message; false if none follows. */
  boolean nextMessage() throws IOException {
    while (next().length > 0) {
      // The rest of the message before.
    }
    if (!mailbox || !startsMessage()) {
      return false;
    }
    blank = false;
    return next().length > 0;
  }

  private boolean startsMessage() throws IOException {
    for (int i = 0; i < SEPARATOR.length; i++) {
      if (bytes.peek(i) != SEPARATOR[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether the next piece starts a line. */
  boolean atLineStart() {
    return atStart;
  }

  /** The next line, or a piece of it, with what ends it; empty at the end of the message. */
  byte[] next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    if (mailbox && atStart && blank && startsMessage()) {
      return line.toByteArray();
    }
    boolean whole = atStart;
    int next = 0;
    while (next != '\n' && line.size() < MAX_PIECE) {
      next = bytes.read();
      if (next < 0) {
        break;
      }
      line.write(next);
    }
    atStart = next == '\n';
    blank = whole && line.size() <= 2 && atStart;
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
