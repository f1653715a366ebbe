package dev.newsfold.captures.containers;

import dev.newsfold.captures.InputFileRef;
import dev.newsfold.captures.warc.ArchiveFormat;
import dev.newsfold.captures.warc.Clue;
import org.jspecify.annotations.Nullable;

/**
 * A record of a file, by one of its names.
 *
 * @param format of the archive that the file is; null for a file that is read whole, where the
 *     place of a record is its number
 */
public record NamedRecord(InputFileRef file, @Nullable ArchiveFormat format, Clue name) {

  /** The same for the same record, and for no other. */
  String key() {
    return fileKey() + ' ' + name.place();
  }

  /** The same for records that are best read together, since one is read after the other. */
  public String readingKey() {
    return format == null ? fileKey() : key();
  }

  private String fileKey() {
    return file.location() + ' ' + file.path();
  }
}
