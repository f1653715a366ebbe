package dev.newsfold.captures.containers;

import dev.newsfold.captures.BulkInput;
import dev.newsfold.captures.Markup;
import dev.newsfold.captures.warc.FileBytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Text in UTF-16 or UTF-32, as spreadsheets and PowerShell write tables and JSON, behind a byte
 * order mark or told by its zeros: what it holds is read in UTF-8. A page is left as it is, with
 * what it says of its encoding.
 */
final class WideText implements Container {
  private static final int SAMPLE = 1024;

  @Override
  public boolean holds(Source source) throws IOException {
    Charset charset = charset(source.bytes());
    if (charset == null) {
      return false;
    }
    byte[] head = Text.headBytes(source.bytes(), SAMPLE);
    String text = new String(head, 0, head.length & ~3, charset);
    return Markup.firstElement(text).isEmpty()
        && text.chars().noneMatch(c -> c < '\t' || c == 0xfffd || c == 0xfffe);
  }

  @Override
  public void read(Source source, Reading reading) throws IOException {
    Charset charset = charset(source.bytes());
    if (charset == null) {
      throw new IllegalArgumentException("not wide");
    }
    Reader text = new InputStreamReader(source.bytes().rest(), charset);
    try (InputStream narrow = new Narrow(text)) {
      reading.read(source.undone(new FileBytes(narrow), ""));
    }
  }

  /** The encoding that the first letters show, two of ASCII where no mark does; null if none. */
  private static @Nullable Charset charset(FileBytes bytes) throws IOException {
    int[] first = new int[4];
    for (int i = 0; i < first.length; i++) {
      first[i] = bytes.peek(i);
    }
    boolean zeros = first[0] + first[1] == 0 || first[2] + first[3] == 0;
    if (first[0] >= 0xfe && first[0] + first[1] == 0xfe + 0xff) {
      return zeros ? Charset.forName("UTF-32") : StandardCharsets.UTF_16;
    }
    if (zeros && first[2] + first[3] == 0xfe + 0xff) {
      return Charset.forName("UTF-32");
    }
    if (isLetter(first[0]) && first[1] == 0 && isLetter(first[2]) && first[3] == 0) {
      return StandardCharsets.UTF_16LE;
    }
    boolean big = first[0] == 0 && isLetter(first[1]) && first[2] == 0 && isLetter(first[3]);
    return big ? StandardCharsets.UTF_16BE : null;
  }

  private static boolean isLetter(int b) {
    return b >= ' ' && b < 0x7f || b == '\r' || b == '\n' || b == '\t';
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
