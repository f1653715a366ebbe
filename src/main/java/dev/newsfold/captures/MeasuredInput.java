package dev.newsfold.captures;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Counts and digests the bytes of a file while they are read. */
public final class MeasuredInput extends BulkInput {
  private final InputStream file;
  private final long limit;
  private final MessageDigest digest = Digests.newSha256();
  private long count;
  private @Nullable IOException failure;

  /**
   * @param limit after so many bytes reading ends with {@link TooLarge}
   */
  public MeasuredInput(InputStream file, long limit) {
    this.file = file;
    this.limit = limit;
  }

  /** The file is larger than the limit. */
  public static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge(long limit) {
      super("the file is larger than " + limit + " bytes");
    }
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    checkReadable();
    try {
      int read = file.read(into, from, length);
      if (read > 0) {
        digest.update(into, from, read);
        count += read;
        if (count > limit) {
          throw new TooLarge(limit);
        }
      }
      return read;
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  /** How many bytes were read so far. */
  public long count() {
    return count;
  }

  /**
   * Tells whether an error behind a container was one of the file.
   *
   * @throws IOException if the file could not be read on
   */
  public void checkReadable() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** Reads what is left, and returns the facts of the whole file. */
  public FileFacts finish(long captures) throws IOException {
    byte[] rest = new byte[64 << 10];
    int read = 0;
    while (read >= 0) {
      read = read(rest, 0, rest.length);
    }
    return new FileFacts(count, Digests.hex(digest.digest()), captures);
  }
}
