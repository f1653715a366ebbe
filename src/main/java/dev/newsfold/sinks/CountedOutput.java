package dev.newsfold.sinks;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Knows how many bytes were written to it. */
public final class CountedOutput extends FilterOutputStream {
  private long bytes;

  /** Hands on what it is given. */
  public CountedOutput(OutputStream out) {
    super(out);
  }

  /** How many bytes it was given. */
  public long bytes() {
    return bytes;
  }

  @Override
  public void write(int value) throws IOException {
    out.write(value);
    bytes++;
  }

  @Override
  public void write(byte[] from, int start, int count) throws IOException {
    out.write(from, start, count);
    bytes += count;
  }
}
