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
 * What frames of zstd hold, given frame by frame, so that damage in one does not cost the end of
 * the one before. A frame that is cut off is an error, which the library's own stream passes over.
 * Windows are of 128 MB at most, as {@code zstd} reads without being asked for more.
 */
final class ZstdStream extends BulkInput {
  private static final int BUFFER = 64 << 10;

  private final FileBytes frames;
  private final ZstdDecompressCtx decoder = new ZstdDecompressCtx();
  private final ByteBuffer compressed = ByteBuffer.allocateDirect(BUFFER).limit(0);
  private final ByteBuffer content = ByteBuffer.allocateDirect(BUFFER).limit(0);
  private boolean inFrame;

  /**
   * @param dictionary that the frames need; null if they need none
   */
  ZstdStream(FileBytes frames, byte @Nullable [] dictionary) {
    this.frames = frames;
    if (dictionary != null) {
      decoder.loadDict(dictionary);
    }
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    while (!content.hasRemaining()) {
      // What the decoder still holds comes before more is read.
      boolean full = inFrame && content.limit() == content.capacity();
      if (!compressed.hasRemaining() && !full && !fill()) {
        if (inFrame) {
          throw new EOFException("the last frame is cut off");
        }
        return -1;
      }
      content.clear();
      try {
        inFrame = !decoder.decompressDirectByteBufferStream(content, compressed);
      } catch (ZstdException e) {
        throw new IOException("a frame is damaged", e);
      } finally {
        content.flip();
      }
    }
    int count = Math.min(length, content.remaining());
    content.get(into, from, count);
    return count;
  }

  @Override
  public void close() {
    decoder.close();
  }

  private boolean fill() throws IOException {
    byte[] piece = new byte[BUFFER];
    int read = frames.read(piece, 0, piece.length);
    if (read < 0) {
      return false;
    }
    compressed.clear();
    compressed.put(piece, 0, read).flip();
    return true;
  }
}
