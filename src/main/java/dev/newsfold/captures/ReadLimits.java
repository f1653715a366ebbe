package dev.newsfold.captures;

/**
 * How much a reader takes in, and what of a table. What lies beyond a limit is one rejection.
 *
 * @param maxPageBytes the largest page, with its transfer and content encodings undone
 * @param maxFileBytes the largest file
 * @param maxHeaderBytes the longest header block of a WARC record
 * @param rows the columns of tables
 */
public record ReadLimits(long maxPageBytes, long maxFileBytes, int maxHeaderBytes, RowNames rows) {

  /** 10 MiB a page, files of any size, 128 KiB a WARC header block. */
  public static final ReadLimits DEFAULT =
      new ReadLimits(10L << 20, Long.MAX_VALUE, 128 << 10, RowNames.COMMON);

  /** The largest page limit: a page is one array. */
  private static final long LARGEST_PAGE = 1L << 30;

  public ReadLimits {
    if (maxPageBytes < 1 || maxPageBytes > LARGEST_PAGE) {
      throw new IllegalArgumentException("maxPageBytes must be in 1.." + LARGEST_PAGE);
    }
    if (maxFileBytes < 1) {
      throw new IllegalArgumentException("maxFileBytes must be positive");
    }
    if (maxHeaderBytes < 1024) {
      throw new IllegalArgumentException("maxHeaderBytes must be 1024 or more");
    }
  }

  public ReadLimits withMaxPageBytes(long bytes) {
    return new ReadLimits(bytes, maxFileBytes, maxHeaderBytes, rows);
  }

  public ReadLimits withMaxFileBytes(long bytes) {
    return new ReadLimits(maxPageBytes, bytes, maxHeaderBytes, rows);
  }

  public ReadLimits withRows(RowNames names) {
    return new ReadLimits(maxPageBytes, maxFileBytes, maxHeaderBytes, names);
  }
}
