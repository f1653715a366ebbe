package dev.newsfold.captures.containers;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.newsfold.captures.warc.FileBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Frames of zstd, one after the other. Those of a {@code .warc.zst} may need a dictionary, which
 * lies in a skippable frame ahead of them, itself compressed or not.
 *
 * @see <a href="https://iipc.github.io/warc-specifications/specifications/warc-zstd/">Zstandard
 *     Compression of WARC files</a>
 */
final class ZstdFrames {
  /** The most that a dictionary may have; the tools of the format make smaller ones. */
  private static final int MAX_DICTIONARY = 16 << 20;

  private static final int DICTIONARY_FRAME = 0x5d;

  private ZstdFrames() {}

  /** The content of all frames. */
  static InputStream open(FileBytes bytes) throws IOException {
    byte[] dictionary =
        bytes.peek(0) == DICTIONARY_FRAME && SkippableFrames.startsAt(0, bytes)
            ? dictionary(bytes)
            : null;
    ZstdStream frames = new ZstdStream(bytes, dictionary);
    return new CompressedPieces(bytes, new FramesOf(frames));
  }

  /** All are read by one stream, for the sake of its buffers and its dictionary. */
  private record FramesOf(ZstdStream frames) implements CompressedPieces.Pieces {
    @Override
    public boolean startsAt(FileBytes bytes, boolean anywhere) throws IOException {
      return Compression.ZSTD.startsAt(bytes);
    }

    @Override
    public InputStream open(FileBytes bytes) {
      return frames.open();
    }

    @Override
    public boolean endsAnyhow() {
      return false;
    }

    @Override
    public void close() {
      frames.close();
    }
  }

  private static byte @Nullable [] dictionary(FileBytes bytes) throws IOException {
    long length = 0;
    for (int i = 0; i < 4; i++) {
      length |= (long) bytes.peek(4 + i) << (8 * i);
    }
    if (length < 0 || length > MAX_DICTIONARY) {
      throw new IOException("a dictionary of " + length + " bytes");
    }
    bytes.advance(8);
    byte[] frame = new byte[(int) length];
    int read = bytes.rest().readNBytes(frame, 0, frame.length);
    if (read < frame.length) {
      throw new IOException("the dictionary is cut off");
    }
    boolean compressed =
        frame.length > 4 && frame[0] == 0x28 && (frame[1] & 0xff) == 0xb5 && frame[2] == 0x2f;
    return compressed ? decompressed(frame) : frame;
  }

  private static byte[] decompressed(byte[] frame) throws IOException {
    try (ZstdInputStreamNoFinalizer in =
        new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(frame))) {
      byte[] dictionary = in.readNBytes(MAX_DICTIONARY);
      if (in.read() >= 0) {
        throw new IOException("a dictionary of more than " + MAX_DICTIONARY + " bytes");
      }
      return dictionary;
    }
  }
}
