package dev.newsfold.captures;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** Counts and digests the bytes of a file while they are read. */
final class MeasuredInput extends InputStream {
  private final InputStream file;
  private final long limit;
  private final MessageDigest digest = Digests.newSha256();
  private long count;

  /**
   * @param limit after so many bytes reading ends with {@link TooLarge}
   */
  MeasuredInput(InputStream file, long limit) {
    this.file = file;
    this.limit = limit;
  }

  /** The file is larger than the limit. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge(long limit) {
      super("the file is larger than " + limit + " bytes");
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int read = file.read(into, from, length);
    if (read > 0) {
      digest.update(into, from, read);
      count += read;
      if (count > limit) {
        throw new TooLarge(limit);
      }
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** Reads what is left, and returns the facts of the whole file. */
  FileFacts finish(long captures) throws IOException {
    byte[] rest = new byte[64 << 10];
    int read = 0;
    while (read >= 0) {
      read = read(rest, 0, rest.length);
    }
    return new FileFacts(count, Digests.hex(digest.digest()), captures);
  }
}
