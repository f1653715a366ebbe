package dev.newsfold.captures.containers;

import dev.newsfold.captures.BulkInput;
import dev.newsfold.captures.warc.FileBytes;
import java.io.IOException;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/**
 * Streams of bzip2, one after the other, as pbzip2 writes them. What follows the last one, and
 * starts none, is ignored, as bzip2 does.
 */
final class Bzip2Streams extends BulkInput {
  private static final byte[] START = {'B', 'Z', 'h'};

  private final FileBytes bytes;
  private BZip2CompressorInputStream stream;

  Bzip2Streams(FileBytes bytes) throws IOException {
    this.bytes = bytes;
    this.stream = open();
  }

  /** The decoder takes no byte behind the end of a stream. */
  private BZip2CompressorInputStream open() throws IOException {
    return new BZip2CompressorInputStream(bytes.rest(), false);
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int read = stream.read(into, from, length);
    while (read < 0 && bytes.startsWith(START)) {
      stream = open();
      read = stream.read(into, from, length);
    }
    return read;
  }
}
