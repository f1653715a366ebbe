package dev.newsfold.captures.warc;

import dev.newsfold.records.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Collects the bytes of one page, up to the largest that a page may have. */
public final class PageBytes {
  private final int max;
  private byte[] bytes = new byte[16 << 10];
  private int length;

  public PageBytes(long max) {
    this.max = (int) max;
  }

  /**
   * @throws Damaged {@code TOO_LARGE}
   */
  public void append(byte[] from, int count) throws Damaged {
    if (count > max - length) {
      throw tooLarge(max);
    }
    if (count > bytes.length - length) {
      bytes = Arrays.copyOf(bytes, Math.min(max, Math.max(2 * bytes.length, length + count)));
    }
    System.arraycopy(from, 0, bytes, length, count);
    length += count;
  }

  /**
   * @throws Damaged {@code TOO_LARGE}
   */
  public void appendAll(InputStream in) throws IOException, Damaged {
    byte[] buffer = new byte[16 << 10];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      append(buffer, read);
    }
  }

  public static Damaged tooLarge(long max) {
    return new Damaged(Reason.TOO_LARGE, "the page is larger than " + max + " bytes");
  }

  public int length() {
    return length;
  }

  /** The page; nothing may be appended afterwards. */
  public byte[] toArray() {
    return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
  }
}
