package dev.newsfold.flow;

import dev.newsfold.aggregate.PublishCalendar;
import dev.newsfold.dedupe.CrossPostRule;
import dev.newsfold.records.HistoryFile;
import dev.newsfold.sinks.Dataset;
import java.time.LocalDate;
import java.util.List;

/**
 * What earlier runs have left, and how far back it matters.
 *
 * @param files what they wrote, as their {@code run.json} lists it
 * @param reach articles published at most this many days from a new one are folded again with it
 * @param run the capture day that is run, whose earlier records are replaced; empty for none
 * @param replaced publish days of the records that are replaced
 * @param calendar the windows that are counted
 */
public record History(
    List<HistoryFile> files,
    int reach,
    String run,
    List<LocalDate> replaced,
    PublishCalendar calendar) {

  /** The place of files in the output that is being written: after all others. */
  public static final int OWN = Integer.MAX_VALUE;

  public History {
    files = List.copyOf(files);
    replaced = List.copyOf(replaced);
  }

  /** Whether a record that came from {@code place} stands in the output that is being written. */
  static boolean isOwn(int place) {
    return place == OWN;
  }

  /**
   * How far from a day that is new the stories may lie that are folded again: a member verifies
   * against the canonical article or a hub, each within the rule's own horizon, and a day is added
   * for pages that state a day in another zone.
   */
  int storyReach() {
    return reach + 2 * CrossPostRule.HORIZON_DAYS + 1;
  }

  /** Files of one dataset. */
  List<HistoryFile> files(Dataset dataset) {
    return files.stream().filter(file -> file.getDataset().equals(dataset.folder())).toList();
  }
}
