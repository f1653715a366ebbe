package dev.newsfold.captures.containers;

import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.FileBytes;
import java.io.IOException;
import java.io.InputStream;

/** A file compressed as a whole, in any of the usual ways but gzip: what it holds is read. */
final class Compressed implements Container {

  @Override
  public boolean holds(Source source) throws IOException {
    return Compression.of(source) != null;
  }

  @Override
  public void read(Source source, Reading reading) throws IOException, Damaged {
    Compression compression = Compression.of(source);
    if (compression == null) {
      throw new IllegalArgumentException("not compressed");
    }
    InputStream content;
    try {
      content = compression.open(source.bytes());
    } catch (IOException | RuntimeException e) {
      throw Expansion.broken(compression.kind(), e);
    }
    try (InputStream counted = reading.counted(compression.kind(), content, source.bytes())) {
      reading.read(source.undone(new FileBytes(counted), compression.ending(source)));
    }
  }
}
