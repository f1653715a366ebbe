package dev.newsfold.captures.containers;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import dev.newsfold.captures.BulkInput;
import dev.newsfold.captures.warc.FileBytes;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What a frame of zstd holds, and then another: {@link #open} moves there. A frame that is cut off
 * is an error, which the library's own stream passes over. Windows are of 128 MB at most, as {@code
 * zstd} reads without being asked for more.
 */
final class ZstdStream extends BulkInput {
  private static final int BUFFER = 64 << 10;

  private final FileBytes frames;
  private final byte @Nullable [] dictionary;
  private final ZstdDecompressCtx decoder = new ZstdDecompressCtx();
  private final ByteBuffer compressed = ByteBuffer.allocateDirect(BUFFER).limit(0);
  private final ByteBuffer content = ByteBuffer.allocateDirect(BUFFER).limit(0);
  private boolean ended;

  /**
   * @param dictionary that the frames need; null if they need none
   */
  ZstdStream(FileBytes frames, byte @Nullable [] dictionary) {
    this.frames = frames;
    this.dictionary = dictionary;
  }

  /** Starts to read the frame that comes next, whatever became of the one before. */
  ZstdStream open() {
    if (!ended) {
      decoder.reset();
      if (dictionary != null) {
        decoder.loadDict(dictionary);
      }
    }
    compressed.limit(0);
    content.limit(0);
    ended = false;
    return this;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    while (!content.hasRemaining()) {
      if (ended) {
        return -1;
      }
      decode();
    }
    int count = Math.min(length, content.remaining());
    content.get(into, from, count);
    return count;
  }

  /** Bytes are passed in the file as they are used: what is behind the frame stays. */
  private void decode() throws IOException {
    // What the decoder still holds comes before more is read.
    boolean full = content.limit() == content.capacity();
    if (!compressed.hasRemaining()) {
      int buffered = Math.min(frames.buffered(), BUFFER);
      if (buffered == 0 && !full) {
        throw new EOFException("the last frame is cut off");
      }
      compressed.clear();
      compressed.put(frames.array(), frames.bufferedFrom(), buffered).flip();
    }
    int before = compressed.remaining();
    content.clear();
    try {
      ended = decoder.decompressDirectByteBufferStream(content, compressed);
    } catch (ZstdException e) {
      throw new IOException("a frame is damaged", e);
    } finally {
      content.flip();
      frames.advance(before - compressed.remaining());
    }
  }

  @Override
  public void close() {
    decoder.close();
  }
}
