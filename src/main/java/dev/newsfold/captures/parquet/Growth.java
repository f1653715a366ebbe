package dev.newsfold.captures.parquet;

import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.records.Reason;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Counts what comes out of a file: pages of many megabytes can be as many bytes in it. */
@FunctionalInterface
public interface Growth {
  /**
   * Counts so many bytes more.
   *
   * @throws Damaged if that is more than any honest file holds
   */
  void add(long bytes) throws Damaged;

  /**
   * Lets a file grow to a gigabyte, and to 1100 times its own bytes: deflate reaches 1032; other
   * compressions, and one in another, know no limit.
   *
   * @param fileBytes how much of the file was read so far
   */
  static Growth of(LongSupplier fileBytes) {
    AtomicLong grown = new AtomicLong();
    return bytes -> {
      long most = (1L << 30) + 1100 * fileBytes.getAsLong();
      if (grown.addAndGet(bytes) > most) {
        throw new Damaged(Reason.TOO_LARGE, "the file expands to more than " + most + " bytes");
      }
    };
  }
}
