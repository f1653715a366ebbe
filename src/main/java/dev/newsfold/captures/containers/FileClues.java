package dev.newsfold.captures.containers;

import dev.newsfold.captures.InputFileRef;
import dev.newsfold.captures.warc.ArchiveFormat;
import dev.newsfold.captures.warc.Clue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the names of pages, and of what revisits seek in vain, of one file.
 *
 * @param format of the archive that it is; null for a file that is read whole
 */
public record FileClues(InputFileRef file, @Nullable ArchiveFormat format, List<Clue> clues) {
  public FileClues {
    clues = List.copyOf(clues);
  }
}
