package dev.newsfold.captures.warc;

/**
 * Where the reading of an archive can begin: at the start of a record that is met when the file is
 * read from its first byte. Who begins there finds what such a reader finds from there on.
 *
 * @param offset in the file
 * @param readAgain how many bytes were read twice before, because of wrong lengths
 * @param searchedAgain how many bytes were searched twice before, because of damage
 */
public record RecordStart(long offset, long readAgain, long searchedAgain) {
  /** The start of a file. */
  public static final RecordStart FILE = new RecordStart(0, 0, 0);
}
