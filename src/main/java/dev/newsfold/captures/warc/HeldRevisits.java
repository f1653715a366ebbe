package dev.newsfold.captures.warc;

import dev.newsfold.captures.CaptureOutput;
import dev.newsfold.captures.SkipKind;
import dev.newsfold.records.Capture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Revisits in archives whose records cannot be reached by offsets, as those in a ZIP or tar cannot:
 * their pages may lie anywhere in the same file, in a member before or behind. What is not among
 * the pages read last is held until the file is read, which is then read twice more: once to find
 * which pages are meant, and once to take those. A place is the number of a record, counted through
 * all members.
 *
 * <p>Holds the headers of revisits up to a bound. What is beyond that, and what the file has no
 * page for, is skipped, and sought in other files by whoever takes the names.
 */
public final class HeldRevisits {
  /** How many characters of headers are held. */
  private static final long MAX_CHARS = 8 << 20;

  private static final Comparator<ClueMatch> LIKELIER =
      ClueMatch.LIKELIEST_FIRST.thenComparing(match -> match.page().place());

  private final @Nullable Consumer<Clue> clues;

  /** The number of each. */
  private final Map<WarcRecord, Long> revisits = new LinkedHashMap<>();

  private long number = -1;
  private long chars;

  /** By the hash of a name: who seeks it. */
  private final Map<Long, List<Seeker>> seekers = new HashMap<>();

  /** By revisit: the page that it most likely repeats, of those met so far. */
  private final Map<WarcRecord, ClueMatch> meant = new HashMap<>();

  private record Seeker(WarcRecord revisit, Clue name) {}

  /**
   * @param clues takes the names of all pages, and of revisits whose page is not in the file; null
   *     if nobody looks for them elsewhere
   */
  public HeldRevisits(@Nullable Consumer<Clue> clues) {
    this.clues = clues;
  }

  /** Whether there is nothing to read the file again for. */
  public boolean isEmpty() {
    return revisits.isEmpty();
  }

  /** Takes note of the next record, whatever it is. */
  void meet(WarcRecord record, byte[] block, int blockLength) {
    number++;
    if (clues != null && isPage(record, block, blockLength)) {
      Clues.ofPage(record, number).forEach(clues);
    }
  }

  /**
   * Takes a revisit, the record met last, whose page is not at hand; false if there are too many.
   */
  boolean hold(WarcRecord revisit) {
    chars += revisit.header().size();
    if (chars > MAX_CHARS) {
      tell(revisit, number);
      return false;
    }
    revisits.put(revisit, number);
    for (Clue name : Clues.ofRevisit(revisit, number)) {
      seekers
          .computeIfAbsent(name.name(), none -> new ArrayList<>())
          .add(new Seeker(revisit, name));
    }
    return true;
  }

  private void tell(WarcRecord revisit, long place) {
    if (clues != null) {
      Clues.ofRevisit(revisit, place).forEach(clues);
    }
  }

  /** What a segment belongs to is not known before all are read. */
  private static boolean isPage(WarcRecord record, byte[] block, int blockLength) {
    return record.header().field("warc-segment-number").isEmpty()
        && record.mayBePage(block, blockLength);
  }

  /** Finds which pages are meant. */
  public NumberedRecords pages() {
    return new NumberedRecords(
        (place, record, block, blockLength, length) -> {
          if (isPage(record, block, blockLength)) {
            Clues.ofPage(record, place).forEach(this::match);
          }
          return true;
        });
  }

  private void match(Clue page) {
    for (Seeker seeker : seekers.getOrDefault(page.name(), List.of())) {
      if (seeker.name.mayMean(page)) {
        meant.merge(
            seeker.revisit,
            new ClueMatch(seeker.name, page),
            (a, b) -> LIKELIER.compare(a, b) <= 0 ? a : b);
      }
    }
  }

  /** Takes the pages that are meant, and delivers the revisits that repeat them. */
  public NumberedRecords taking(CaptureOutput out) {
    Map<Long, List<WarcRecord>> wanted = new HashMap<>();
    meant.forEach(
        (revisit, found) ->
            wanted.computeIfAbsent(found.page().place(), none -> new ArrayList<>()).add(revisit));
    return NumberedRecords.reach(
        wanted.keySet(),
        (place, record) -> deliver(wanted.getOrDefault(place, List.of()), record, out));
  }

  private void deliver(List<WarcRecord> repeats, ArchiveRecord record, CaptureOutput out) {
    for (WarcRecord revisit : repeats) {
      Capture page = record.page(RecentPages.wanted(revisit.header()));
      if (page != null) {
        revisits.remove(revisit);
        revisit.deliverRevisit(page, out);
      }
    }
  }

  /** Skips the revisits whose page was not found. */
  public void skipRest(CaptureOutput out) {
    revisits.forEach(
        (revisit, place) -> {
          tell(revisit, place);
          out.skip(SkipKind.REVISIT);
        });
    revisits.clear();
  }
}
