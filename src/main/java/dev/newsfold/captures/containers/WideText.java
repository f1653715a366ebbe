package dev.newsfold.captures.containers;

import dev.newsfold.captures.BulkInput;
import dev.newsfold.captures.warc.FileBytes;
import dev.newsfold.captures.warc.Markup;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/**
 * Text in UTF-16 behind a byte order mark, as spreadsheets and PowerShell write tables and JSON:
 * what it holds is read in UTF-8. A page is left as it is, with what it says of its encoding.
 */
final class WideText implements Container {
  private static final int SAMPLE = 1024;

  @Override
  public boolean holds(Source source) throws IOException {
    FileBytes bytes = source.bytes();
    int first = bytes.peek(0);
    if (first < 0xfe || first + bytes.peek(1) != 0xfe + 0xff) {
      return false;
    }
    byte[] head = Text.headBytes(bytes, SAMPLE);
    String text = new String(head, 0, head.length & ~1, StandardCharsets.UTF_16);
    return Markup.firstElement(head, 0, head.length).isEmpty()
        && text.chars().noneMatch(c -> c < '\t' || c == 0xfffd || c == 0xfffe);
  }

  @Override
  public void read(Source source, Reading reading) throws IOException {
    Reader text = new InputStreamReader(source.bytes().rest(), StandardCharsets.UTF_16);
    try (InputStream narrow = new Narrow(text)) {
      reading.read(source.undone(new FileBytes(narrow), ""));
    }
  }

  /** Text in UTF-8. */
  private static final class Narrow extends BulkInput {
    private final Reader text;
    private final char[] chars = new char[4096];
    private int kept;
    private byte[] bytes = {};
    private int at;

    private Narrow(Reader text) {
      this.text = text;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      if (at == bytes.length && !fill()) {
        return -1;
      }
      int count = Math.min(length, bytes.length - at);
      System.arraycopy(bytes, at, into, from, count);
      at += count;
      return count;
    }

    /** Half a character waits for its other half. */
    private boolean fill() throws IOException {
      int read = text.read(chars, kept, chars.length - kept);
      int length = kept + Math.max(0, read);
      if (length == 0) {
        return false;
      }
      kept = read > 0 && Character.isHighSurrogate(chars[length - 1]) ? 1 : 0;
      bytes = new String(chars, 0, length - kept).getBytes(StandardCharsets.UTF_8);
      at = 0;
      chars[0] = chars[length - 1];
      return bytes.length > 0 || fill();
    }

    @Override
    public void close() throws IOException {
      text.close();
    }
  }
}
