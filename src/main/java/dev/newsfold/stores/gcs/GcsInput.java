package dev.newsfold.stores.gcs;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The bytes of an object. Where a connection breaks, it goes on with the same object's next. */
final class GcsInput extends InputStream {
  private static final int TRIES = 5;

  private final GcsClient client;
  private final GcsName name;
  private final @Nullable Long generation;
  private InputStream in;
  private long position;
  private int failures;

  GcsInput(GcsClient client, GcsName name, long from) throws IOException {
    this.client = client;
    this.name = name;
    this.position = from;
    GcsClient.Opened opened = client.opened(name, from, null);
    this.in = opened.in();
    this.generation = opened.generation();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int count) throws IOException {
    Objects.checkFromIndexSize(from, count, bytes.length);
    while (true) {
      try {
        int read = in.read(bytes, from, count);
        if (read > 0) {
          position += read;
          failures = 0;
        }
        return read;
      } catch (IOException e) {
        if (++failures == TRIES) {
          throw e;
        }
        in.close();
        in = client.opened(name, position, generation).in();
      }
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
