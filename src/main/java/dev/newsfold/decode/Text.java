package dev.newsfold.decode;

import dev.newsfold.decode.Encoding.Family;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Decodes as the Encoding Standard does where Java differs: in broken input. */
final class Text {
  private static final char REPLACEMENT = '\uFFFD';

  /** In bytes, of an East Asian encoding: GB18030 has the longest. */
  private static final int LONGEST_CHARACTER = 4;

  private Text() {}

  /** The bytes as text; each error is one U+FFFD and takes no ASCII byte with it. */
  static String decode(byte[] bytes, int from, int to, Encoding encoding) {
    if (encoding == Encodings.UTF_8 || encoding.family() == Family.SINGLE_BYTE) {
      return new String(bytes, from, to - from, encoding.charset());
    }
    CharsetDecoder decoder =
        encoding
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
    // No East Asian or UTF-16/32 decoder makes more characters than there are bytes.
    CharBuffer out = CharBuffer.allocate(to - from + 1);
    BytePairs pairs =
        encoding.family() == Family.EAST_ASIAN ? BytePairs.of(encoding.charset()) : null;
    int end = in.limit();
    do {
      if (pairs != null) {
        pairs.decode(in, out);
        // The decoder reads one character that is no pair, and leaves it at that.
        in.limit(Math.min(end, in.position() + LONGEST_CHARACTER));
        decoder.reset();
      }
      CoderResult result = decoder.decode(in, out, in.limit() == end);
      in.limit(end);
      if (result.isError()) {
        out.put(replacement(in, encoding));
        in.position(in.position() + errorLength(in, result.length(), encoding));
      }
    } while (in.hasRemaining());
    decoder.flush(out);
    return out.flip().toString();
  }

  /** Byte 0x80 alone is the euro sign in every GBK page that has it. */
  private static char replacement(ByteBuffer in, Encoding encoding) {
    boolean euro = encoding == Encodings.GB18030 && in.get(in.position()) == (byte) 0x80;
    return euro ? '\u20ac' : REPLACEMENT;
  }

  /**
   * How many bytes an error takes. A lead byte before an ASCII byte is alone in error: the standard
   * reads the ASCII byte again, so that a stray byte does not swallow a tag's bracket. So is a lead
   * surrogate before another character.
   */
  private static int errorLength(ByteBuffer in, int reported, Encoding encoding) {
    if (encoding == Encodings.UTF_16LE || encoding == Encodings.UTF_16BE) {
      return Math.min(reported, Character.BYTES);
    }
    if (encoding.family() != Family.EAST_ASIAN) {
      return reported;
    }
    for (int i = 1; i < reported; i++) {
      if (in.get(in.position() + i) >= 0) {
        return i;
      }
    }
    return reported;
  }
}
