package dev.newsfold.captures.warc;

/**
 * How an archive keeps its records.
 *
 * @param arc true for ARC, false for WARC
 * @param compressed true if they lie in the members of a gzip file
 */
public record ArchiveFormat(boolean arc, boolean compressed) {
  RecordFormat records() {
    return arc ? RecordFormat.ARC : RecordFormat.WARC;
  }
}
