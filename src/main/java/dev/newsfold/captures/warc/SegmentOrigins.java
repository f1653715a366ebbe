package dev.newsfold.captures.warc;

/**
 * The records of one file that were cut in segments, by their names, so that a later segment is
 * known whose record began elsewhere: in another file of the dump, as the standard allows, or in
 * one that is lost. Segments are joined within a file.
 *
 * @see <a
 *     href="https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/">WARC
 *     1.1, 7: record segmentation</a>
 */
final class SegmentOrigins {
  /** Of a file with more, all are taken for known. */
  private static final int MAX_NAMES = 1 << 19;

  private final LongTable names = new LongTable();

  /**
   * Takes the next record of the file.
   *
   * @return whether it is a later segment of a record that did not begin before it
   */
  boolean isStray(WarcHeader header) {
    boolean later = header.field("warc-type").equalsIgnoreCase("continuation");
    String number = header.field("warc-segment-number");
    if (!later && number.equals("1") && names.size() < MAX_NAMES) {
      names.put(PageIndex.hash(header.field("warc-record-id")), 1);
    }
    if (!later || number.isEmpty() || names.size() >= MAX_NAMES) {
      return false;
    }
    String origin = header.field("warc-segment-origin-id");
    return origin.isEmpty() ? names.size() == 0 : names.get(PageIndex.hash(origin)) == null;
  }
}
