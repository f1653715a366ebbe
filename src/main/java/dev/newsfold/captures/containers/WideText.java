package dev.newsfold.captures.containers;

import dev.newsfold.captures.BulkInput;
import dev.newsfold.captures.Markup;
import dev.newsfold.captures.warc.FileBytes;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongUnaryOperator;
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
        // The sample may end within a letter.
        && text.chars()
            .limit(Math.max(0, text.length() - 1))
            .noneMatch(c -> c < '\t' || c == 0xfffd || c == 0xfffe);
  }

  @Override
  public void read(Source source, Reading reading) throws IOException {
    Charset charset = charset(source.bytes());
    if (charset == null) {
      throw new IllegalArgumentException("not wide");
    }
    Reader text = new InputStreamReader(source.bytes().rest(), charset);
    int width = charset.name().startsWith("UTF-32") ? 4 : 2;
    // Only encodings that leave the order of bytes open have a mark, which is no text.
    boolean marked = !charset.name().endsWith("E");
    long start = source.bytes().position() + (marked ? width : 0);
    try (Narrow narrow = new Narrow(text, width, start)) {
      LongUnaryOperator places = made -> source.bytes().offset(narrow.wide(made));
      reading.read(source.undone(new FileBytes(narrow, places), ""));
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

  /** Text in UTF-8, of which it is known what each byte was made of, if it was made lately. */
  private static final class Narrow extends BulkInput {
    private static final int CHARS = 4096;

    /** Some megabytes: whoever finds out what the text is may have read so far ahead. */
    private static final int MAX_PIECES = 1024;

    private final Reader text;
    private final int width;
    private final char[] chars = new char[CHARS];
    private final Deque<Piece> pieces = new ArrayDeque<>();
    private int kept;
    private Piece piece;
    private int at;

    /**
     * @param width of a letter of the wide text, in bytes; half of one in UTF-16
     * @param start where the first one lies
     */
    private Narrow(Reader text, int width, long start) {
      this.text = text;
      this.width = width;
      this.piece = new Piece(0, start, new byte[0], width);
    }

    /** Where the letter starts that a byte was made of. */
    long wide(long made) {
      for (Piece one : pieces) {
        if (made >= one.made) {
          return one.wide(made);
        }
      }
      return piece.wide(made);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      if (at == piece.bytes.length && !fill()) {
        return -1;
      }
      int count = Math.min(length, piece.bytes.length - at);
      System.arraycopy(piece.bytes, at, into, from, count);
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
      byte[] bytes = new String(chars, 0, length - kept).getBytes(StandardCharsets.UTF_8);
      long made = piece.made + piece.bytes.length;
      piece = new Piece(made, piece.wide(made), bytes, width);
      pieces.addFirst(piece);
      if (pieces.size() > MAX_PIECES) {
        pieces.removeLast();
      }
      at = 0;
      chars[0] = chars[length - 1];
      return bytes.length > 0 || fill();
    }

    @Override
    public void close() throws IOException {
      text.close();
    }
  }

  /**
   * Some letters.
   *
   * @param made how many bytes were made before
   * @param wide where the first letter lies
   */
  private record Piece(long made, long wide, byte[] bytes, int width) {

    /** Where the letter starts that one of the bytes was made of, or the one behind them. */
    long wide(long of) {
      long units = 0;
      for (int i = 0; i < Math.min(bytes.length, of - made); i++) {
        int b = bytes[i] & 0xff;
        units += (b & 0xc0) == 0x80 ? 0 : b >= 0xf0 && width == 2 ? 2 : 1;
      }
      return wide + units * width;
    }
  }
}
