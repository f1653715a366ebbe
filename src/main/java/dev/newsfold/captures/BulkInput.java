package dev.newsfold.captures;

import java.io.IOException;
import java.io.InputStream;

/** A stream that is made to be read many bytes at a time; one alone is read as many are. */
public abstract class BulkInput extends InputStream {
  @Override
  public final int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public abstract int read(byte[] into, int from, int length) throws IOException;
}
