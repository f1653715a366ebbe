package dev.newsfold.captures.warc;

import java.util.List;

/**
 * A part of an archive that can be read by itself: a range of records; or one record that is cut in
 * segments, wherever these lie.
 *
 * @param start where reading begins
 * @param end the records that start before this offset belong to the range; {@link Long#MAX_VALUE}
 *     if all that follow do
 * @param originals offsets in pairs: of a revisit in the range, and of the page before it in the
 *     file that it repeats
 * @param strays offsets of later segments in the range whose records did not begin before them
 * @param segments the offsets of the record's segments; empty for a range
 * @param whole true if no segment is missing
 */
public record ArchivePart(
    ArchiveFormat format,
    RecordStart start,
    long end,
    List<Long> originals,
    List<Long> strays,
    List<Long> segments,
    boolean whole) {

  public ArchivePart {
    originals = List.copyOf(originals);
    strays = List.copyOf(strays);
    segments = List.copyOf(segments);
  }

  static ArchivePart range(
      ArchiveFormat format, RecordStart start, long end, List<Long> originals, List<Long> strays) {
    return new ArchivePart(format, start, end, originals, strays, List.of(), false);
  }

  static ArchivePart joined(ArchiveFormat format, List<Long> segments, boolean whole) {
    long first = segments.get(0);
    RecordStart start = new RecordStart(first, 0, 0);
    return new ArchivePart(format, start, first + 1, List.of(), List.of(), segments, whole);
  }

  /** Whether this is one record in segments. */
  public boolean isJoined() {
    return !segments.isEmpty();
  }
}
