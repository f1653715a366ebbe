package dev.newsfold.captures.warc;

import java.io.IOException;

/** What is done with the records of an archive as they are found, in the order of the file. */
interface RecordOutput {

  /**
   * Reading could begin here; what follows up to the next such place belongs together.
   *
   * @return false to read no further
   */
  boolean starts(RecordStart start);

  /**
   * A record whose frame is whole, or could be mended.
   *
   * @param block its content, or as much of it as a page may have; used again for the next record
   * @param length of all its content
   * @return false to read no further
   */
  boolean record(WarcRecord record, byte[] block, int blockLength, long length) throws IOException;

  /**
   * A record, or a stretch of the file, that is broken.
   *
   * @return false to read no further
   */
  boolean damaged(WarcRecord record, Damaged why, byte[] block, int blockLength);
}
