package dev.newsfold.captures.containers;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongUnaryOperator;

/**
 * Text in some encoding, of which it is known where each character's bytes lie, as long as it was
 * read lately. Bytes that are no text are replaced, as {@link java.io.InputStreamReader} does.
 */
final class PlacedText extends Reader {
  private static final int BLOCK = 2048;

  /** Whoever reads is no further ahead of what it asks for: parsers take a block at a time. */
  private static final int MAX_BLOCKS = 8;

  private final InputStream in;
  private final Charset charset;
  private final LongUnaryOperator places;
  private final CharsetDecoder decoder;
  private final byte[] bytes = new byte[BLOCK];
  private final CharBuffer chars = CharBuffer.allocate(BLOCK).limit(0);
  private final Deque<Block> blocks = new ArrayDeque<>();
  private int kept;
  private long position;
  private long decoded;
  private boolean ended;

  /**
   * @param position of the first byte of {@code in}, as {@code places} counts
   * @param places says where a byte lies in the file
   */
  PlacedText(InputStream in, Charset charset, long position, LongUnaryOperator places) {
    this.in = in;
    this.charset = charset;
    this.position = position;
    this.places = places;
    this.decoder = decoder(charset);
  }

  /** Where a character starts in the file, by its number; the first is 0. */
  long offset(long character) {
    return places.applyAsLong(position(character));
  }

  /** The number of the byte at which a character starts, by the character's; the first is 0. */
  long position(long character) {
    for (Block block : blocks) {
      if (character >= block.first) {
        return block.position + block.bytes((int) (character - block.first));
      }
    }
    Block oldest = blocks.peekLast();
    return oldest == null ? position : oldest.position;
  }

  @Override
  public int read(char[] into, int from, int length) throws IOException {
    while (!chars.hasRemaining()) {
      if (ended) {
        return -1;
      }
      fill();
    }
    int count = Math.min(length, chars.remaining());
    chars.get(into, from, count);
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Half a character waits for its other half. */
  private void fill() throws IOException {
    int read = in.read(bytes, kept, bytes.length - kept);
    ended = read < 0;
    ByteBuffer block = ByteBuffer.wrap(bytes, 0, kept + Math.max(0, read));
    chars.clear();
    decoder.decode(block, chars, ended);
    if (ended) {
      decoder.flush(chars);
    }
    chars.flip();
    byte[] used = new byte[block.position()];
    System.arraycopy(bytes, 0, used, 0, used.length);
    blocks.addFirst(new Block(decoded, chars.remaining(), position, used, charset));
    if (blocks.size() > MAX_BLOCKS) {
      blocks.removeLast();
    }
    position += used.length;
    decoded += chars.remaining();
    kept = block.remaining();
    block.get(bytes, 0, kept);
  }

  private static CharsetDecoder decoder(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE);
  }

  /**
   * A piece of the text, that starts with a character and ends with one.
   *
   * @param first the number of its first character
   * @param length in characters
   */
  private record Block(long first, int length, long position, byte[] bytes, Charset charset) {

    /** How many bytes its first characters take. */
    int bytes(int characters) {
      int wanted = Math.min(characters, length);
      if (length == bytes.length) {
        return wanted;
      }
      ByteBuffer from = ByteBuffer.wrap(bytes);
      decoder(charset).decode(from, CharBuffer.allocate(wanted), true);
      return from.position();
    }
  }
}
