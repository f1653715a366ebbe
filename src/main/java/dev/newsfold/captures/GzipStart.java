package dev.newsfold.captures;

/**
 * How gzip data starts.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952, 2.3.1</a>
 */
public final class GzipStart {
  private static final byte[] MAGIC = {0x1f, (byte) 0x8b};

  /** The only method of compression that was ever used. */
  private static final int DEFLATE = 8;

  private GzipStart() {}

  /** The two bytes that tell. */
  public static byte[] magic() {
    return MAGIC.clone();
  }

  /** Whether gzip data starts at an index, whole or damaged right behind its start. */
  public static boolean isAt(int index, byte[] bytes) {
    return index + 1 < bytes.length && bytes[index] == MAGIC[0] && bytes[index + 1] == MAGIC[1];
  }

  /** The same, where two bytes alone might be anything: the method of compression is known. */
  public static boolean isSurelyAt(int index, byte[] bytes) {
    return isAt(index, bytes) && index + 2 < bytes.length && bytes[index + 2] == DEFLATE;
  }
}
