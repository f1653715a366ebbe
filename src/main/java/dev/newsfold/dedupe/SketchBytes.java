package dev.newsfold.dedupe;

import java.nio.ByteBuffer;

/**
 * A {@link Sketch} as bytes, big-endian: version, kind of shingle, letters, shingles, digest,
 * number of hashes and the hashes, number of the vocabulary's bytes and these, and the slots as
 * lines of UTF-8. No text has no bytes.
 */
public final class SketchBytes {
  private static final byte VERSION = 3;
  private static final int HEAD = 1 + 4 + 4 + 8 + 2;

  private SketchBytes() {}

  /**
   * Reads what {@link Sketch#toBytes} wrote. No bytes are the sketch of no text.
   *
   * @throws IllegalArgumentException if the bytes are of another version or cut short
   */
  public static Sketch read(ByteBuffer bytes) {
    ByteBuffer in = bytes.duplicate();
    if (!in.hasRemaining()) {
      return Sketch.EMPTY;
    }
    byte version = in.get();
    if (version != VERSION) {
      throw new IllegalArgumentException(
          "A sketch of version " + version + "; this release reads version " + VERSION);
    }
    if (in.remaining() < HEAD) {
      throw cutShort();
    }
    boolean unspaced = in.get() == 1;
    int length = in.getInt();
    int shingles = in.getInt();
    long digest = in.getLong();
    int kept = in.getShort();
    if (kept < 0 || kept > Sketch.KEPT || in.remaining() < Integer.BYTES * kept + Short.BYTES) {
      throw cutShort();
    }
    int[] hashes = new int[kept];
    in.asIntBuffer().get(hashes);
    in.position(in.position() + Integer.BYTES * kept);
    int words = in.getShort();
    if (words < 0 || words > Vocabulary.BYTES || in.remaining() < words) {
      throw cutShort();
    }
    byte[] bits = new byte[words];
    in.get(bits);
    byte[] slotLines = new byte[in.remaining()];
    in.get(slotLines);
    return new Sketch(
        unspaced, length, shingles, digest, hashes, Vocabulary.fromBytes(bits), slotLines);
  }

  /** Whether {@link #read} reads these bytes; those of another version it refuses. */
  public static boolean isCurrent(ByteBuffer bytes) {
    return !bytes.hasRemaining() || bytes.get(bytes.position()) == VERSION;
  }

  /** The bytes of a sketch. */
  static byte[] write(Sketch sketch) {
    if (sketch.isEmpty()) {
      return new byte[0];
    }
    int[] hashes = sketch.hashes();
    byte[] bits = sketch.vocabulary().toBytes();
    byte[] text = sketch.slotLines();
    int size = 1 + HEAD + Integer.BYTES * hashes.length + Short.BYTES + bits.length + text.length;
    ByteBuffer out =
        ByteBuffer.allocate(size)
            .put(VERSION)
            .put((byte) (sketch.unspaced() ? 1 : 0))
            .putInt(sketch.length())
            .putInt(sketch.shingles())
            .putLong(sketch.digest())
            .putShort((short) hashes.length);
    out.asIntBuffer().put(hashes);
    out.position(out.position() + Integer.BYTES * hashes.length);
    return out.putShort((short) bits.length).put(bits).put(text).array();
  }

  private static IllegalArgumentException cutShort() {
    return new IllegalArgumentException("A sketch cut short");
  }
}
