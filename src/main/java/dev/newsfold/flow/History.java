package dev.newsfold.flow;

import dev.newsfold.records.HistoryFile;
import dev.newsfold.sinks.Dataset;
import java.util.List;

/**
 * What earlier runs have left.
 *
 * @param files what they wrote, as their {@code run.json} lists it; none of the run that is
 *     replaced, where a run owns its files
 * @param run what {@code Article.run} says of the run that goes on from it; a scheduled run
 *     replaces what the run of that name has left
 */
public record History(List<HistoryFile> files, String run) {

  /** The place of files in the output that is being written: after all others. */
  public static final int OWN = Integer.MAX_VALUE;

  public History {
    files = List.copyOf(files);
  }

  /** Whether a record that came from {@code place} stands in the output that is being written. */
  static boolean isOwn(int place) {
    return place == OWN;
  }

  /** Files of one dataset. */
  List<HistoryFile> files(Dataset dataset) {
    return files.stream().filter(file -> file.getDataset().equals(dataset.folder())).toList();
  }
}
