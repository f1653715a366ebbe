package dev.newsfold.flow;

import dev.newsfold.captures.InputFileRef;
import dev.newsfold.captures.containers.FileClues;
import dev.newsfold.captures.warc.ArchiveFormat;
import dev.newsfold.captures.warc.Clue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Puts the names of one file's records in groups, so that equal ones meet. */
final class SortClues {
  private static final int MAX_HELD = 1 << 16;

  private final InputFileRef file;
  private final int groups;
  private final BiConsumer<String, FileClues> out;
  private final Map<Integer, List<Clue>> held = new TreeMap<>();
  private int count;
  private @Nullable ArchiveFormat format;

  SortClues(InputFileRef file, int groups, BiConsumer<String, FileClues> out) {
    this.file = file;
    this.groups = groups;
    this.out = out;
  }

  /** Takes a name of an archive of this format; null for a file that is read whole. */
  void take(@Nullable ArchiveFormat archive, Clue clue) {
    format = archive;
    int group = (int) Math.floorMod(clue.name(), (long) groups);
    held.computeIfAbsent(group, none -> new ArrayList<>()).add(clue);
    if (++count == MAX_HELD) {
      finish();
    }
  }

  /** Hands on what is held. */
  void finish() {
    held.forEach(
        (group, clues) -> out.accept(Integer.toString(group), new FileClues(file, format, clues)));
    held.clear();
    count = 0;
  }
}
