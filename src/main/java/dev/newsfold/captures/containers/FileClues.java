package dev.newsfold.captures.containers;

import dev.newsfold.captures.InputFileRef;
import dev.newsfold.captures.warc.ArchiveFormat;
import dev.newsfold.captures.warc.Clue;
import java.util.List;

/** Some of the names of pages, and of what revisits seek in vain, of one archive. */
public record FileClues(InputFileRef file, ArchiveFormat format, List<Clue> clues) {
  public FileClues {
    clues = List.copyOf(clues);
  }
}
