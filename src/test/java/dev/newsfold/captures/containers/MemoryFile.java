package dev.newsfold.captures.containers;

import dev.newsfold.captures.InputOpener;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Random;

/** A file in memory, of which no more is read at a time than some number of bytes. */
record MemoryFile(byte[] bytes, long seed) implements InputOpener {
  @Override
  public InputStream open(String location) {
    return open(location, 0);
  }

  @Override
  public InputStream open(String location, long from) {
    int start = (int) Math.min(from, bytes.length);
    Random random = new Random(seed + from);
    return new ByteArrayInputStream(bytes, start, bytes.length - start) {
      @Override
      public synchronized int read(byte[] into, int at, int length) {
        return super.read(into, at, Math.min(length, 1 + random.nextInt(1 << 14)));
      }
    };
  }

  @Override
  public long size(String location) {
    return bytes.length;
  }
}
