package dev.newsfold.decode;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The characters that an East Asian encoding has for two bytes, which most of its text is made of,
 * in one table. It is filled by Java's decoder; what takes fewer or more bytes, or is more than one
 * char, is not in it.
 */
final class BytePairs {
  private static final char NONE = '\0';
  private static final int BYTES = 1 << Byte.SIZE;
  private static final int LEADS = BYTES / 2;
  private static final Map<Charset, BytePairs> KNOWN = new ConcurrentHashMap<>();

  private final char[] chars = new char[LEADS * BYTES];

  private BytePairs(Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer out = CharBuffer.allocate(Integer.BYTES);
    for (int lead = LEADS; lead < BYTES; lead++) {
      for (int trail = 0; trail < BYTES; trail++) {
        out.clear();
        ByteBuffer single = ByteBuffer.wrap(new byte[] {(byte) lead});
        boolean alone = !decoder.reset().decode(single, out, true).isError();
        out.clear();
        ByteBuffer pair = ByteBuffer.wrap(new byte[] {(byte) lead, (byte) trail});
        boolean valid = !decoder.reset().decode(pair, out, true).isError();
        if (valid && !alone && out.position() == 1) {
          chars[place((byte) lead, (byte) trail)] = out.get(0);
        }
      }
    }
  }

  /** The table of an encoding in which no character depends on those before it. */
  static BytePairs of(Charset charset) {
    return KNOWN.computeIfAbsent(charset, BytePairs::new);
  }

  /** Decodes bytes of ASCII and pairs, of buffers with arrays, up to the first that is neither. */
  void decode(ByteBuffer in, CharBuffer out) {
    byte[] bytes = in.array();
    char[] text = out.array();
    int end = in.arrayOffset() + in.limit();
    int i = in.arrayOffset() + in.position();
    int c = out.arrayOffset() + out.position();
    while (i < end) {
      byte lead = bytes[i];
      if (lead >= 0) {
        text[c++] = (char) lead;
        i++;
        continue;
      }
      char pair = i + 1 < end ? chars[place(lead, bytes[i + 1])] : NONE;
      if (pair == NONE) {
        break;
      }
      text[c++] = pair;
      i += 2;
    }
    out.position(c - out.arrayOffset());
    in.position(i - in.arrayOffset());
  }

  private static int place(byte lead, byte trail) {
    return (lead & LEADS - 1) * BYTES + (trail & BYTES - 1);
  }
}
