package dev.newsfold.captures.warc;

import java.util.ArrayList;
import java.util.List;

/** The names of records, under which revisits and pages find each other. */
final class Clues {
  private Clues() {}

  /** The names of what may be a page. */
  static List<Clue> ofPage(WarcRecord page, long place) {
    List<Clue> clues = new ArrayList<>();
    for (String name : RecentPages.names(page.header())) {
      clues.add(clue(name, Clue.PAGE, page, place));
    }
    return clues;
  }

  /** The names of what a revisit repeats. */
  static List<Clue> ofRevisit(WarcRecord revisit, long place) {
    List<Clue> clues = new ArrayList<>();
    List<String> names = RecentPages.ranked(revisit.header());
    for (int rank = 0; rank < names.size(); rank++) {
      if (!names.get(rank).isEmpty()) {
        clues.add(clue(names.get(rank), rank, revisit, place));
      }
    }
    return clues;
  }

  private static Clue clue(String name, int rank, WarcRecord record, long place) {
    return Clue.of(PageIndex.hash(name), rank, place, record.header().date());
  }
}
