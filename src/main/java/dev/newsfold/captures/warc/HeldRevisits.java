package dev.newsfold.captures.warc;

import dev.newsfold.captures.CaptureOutput;
import dev.newsfold.captures.Place;
import dev.newsfold.captures.ReadLimits;
import dev.newsfold.captures.SkipKind;
import dev.newsfold.records.Capture;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Revisits in archives whose records cannot be reached by offsets, as those in a ZIP or tar cannot:
 * their pages may lie anywhere in the same file, in a member before or behind. What is not among
 * the pages read last is held until the file is read, which is then read twice more: once to find
 * which pages are meant, and once to take those. A place is the number of a record, counted through
 * all members.
 *
 * <p>Holds the headers of revisits up to a bound; what is beyond that is skipped as before.
 */
public final class HeldRevisits {
  /** How many characters of headers are held. */
  private static final long MAX_CHARS = 8 << 20;

  /** As {@code Repeat} orders pages of several files. */
  private static final Comparator<Meant> LIKELIER =
      Comparator.<Meant>comparingInt(meant -> meant.sought.rank())
          .thenComparing(meant -> meant.page.millis() > meant.sought.millis())
          .thenComparing(meant -> meant.page.millis(), Comparator.reverseOrder())
          .thenComparing(meant -> meant.page.offset());

  private final Set<WarcRecord> revisits = new LinkedHashSet<>();
  private long chars;

  /** By the hash of a name: who seeks it. */
  private final Map<Long, List<Seeker>> seekers = new HashMap<>();

  /** By revisit: the page that it most likely repeats, of those met so far. */
  private final Map<WarcRecord, Meant> meant = new HashMap<>();

  private record Seeker(WarcRecord revisit, Clue name) {}

  private record Meant(Clue sought, Clue page) {}

  /** Whether there is nothing to read the file again for. */
  public boolean isEmpty() {
    return revisits.isEmpty();
  }

  /** Takes a revisit whose page is not at hand; false if there are too many. */
  boolean hold(WarcRecord revisit) {
    chars += revisit.header().size();
    if (chars > MAX_CHARS) {
      return false;
    }
    revisits.add(revisit);
    List<String> names = Originals.ranked(revisit.header());
    Instant date = revisit.header().date();
    for (int rank = 0; rank < names.size(); rank++) {
      if (!names.get(rank).isEmpty()) {
        Clue name = Clue.of(PageIndex.hash(names.get(rank)), rank, revisit.offset(), date);
        seekers
            .computeIfAbsent(name.name(), none -> new ArrayList<>())
            .add(new Seeker(revisit, name));
      }
    }
    return true;
  }

  /** Reads archives for one purpose; another one for each time that the file is read. */
  public interface Search {
    /** Reads one archive, the next one in the file. */
    void read(ReadLimits limits, Place place, Segments segments, boolean arc) throws IOException;
  }

  /** Finds which pages are meant. */
  public Search pages() {
    return new Numbered(
        (number, record, block, blockLength, length) -> {
          if (record.mayBePage(block, blockLength)
              && record.header().field("warc-segment-number").isEmpty()) {
            for (String name : Originals.names(record.header())) {
              match(Clue.of(PageIndex.hash(name), Clue.PAGE, number, record.header().date()));
            }
          }
        });
  }

  private void match(Clue page) {
    for (Seeker seeker : seekers.getOrDefault(page.name(), List.of())) {
      if (seeker.name.mayMean(page)) {
        meant.merge(
            seeker.revisit,
            new Meant(seeker.name, page),
            (a, b) -> LIKELIER.compare(a, b) <= 0 ? a : b);
      }
    }
  }

  /** Takes the pages that are meant, and delivers the revisits that repeat them. */
  public Search taking(CaptureOutput out) {
    Map<Long, List<WarcRecord>> wanted = new HashMap<>();
    for (WarcRecord revisit : revisits) {
      Meant page = meant.get(revisit);
      if (page != null) {
        wanted.computeIfAbsent(page.page.offset(), none -> new ArrayList<>()).add(revisit);
      }
    }
    return new Numbered(
        (number, record, block, blockLength, length) -> {
          List<WarcRecord> repeats = wanted.getOrDefault(number, List.of());
          if (!repeats.isEmpty()) {
            deliver(repeats, record, block, blockLength, length, out);
          }
        });
  }

  private void deliver(
      List<WarcRecord> repeats,
      WarcRecord record,
      byte[] block,
      int blockLength,
      long length,
      CaptureOutput out) {
    RecordLinks.Page found = new RecordLinks.Page();
    record.deliver(block, blockLength, length, new Originals(0), found);
    Capture page = found.capture();
    for (WarcRecord revisit : repeats) {
      if (page != null && RecordLinks.isMeant(record, revisit)) {
        revisits.remove(revisit);
        revisit.deliverRevisit(page, out);
      }
    }
  }

  /** Skips the revisits whose page was not found. */
  public void skipRest(CaptureOutput out) {
    revisits.forEach(revisit -> out.skip(SkipKind.REVISIT));
    revisits.clear();
  }

  private interface Visit {
    void record(long number, WarcRecord record, byte[] block, int blockLength, long length);
  }

  /** Numbers the whole records of all archives of a file. */
  private static final class Numbered implements Search, RecordOutput {
    private final Visit visit;
    private long number;

    private Numbered(Visit visit) {
      this.visit = visit;
    }

    @Override
    public void read(ReadLimits limits, Place place, Segments segments, boolean arc)
        throws IOException {
      RecordFormat format = arc ? RecordFormat.ARC : RecordFormat.WARC;
      new RecordFrames(limits, place, segments, format, 0, this).read();
    }

    @Override
    public boolean starts(RecordStart start) {
      return true;
    }

    @Override
    public boolean record(WarcRecord record, byte[] block, int blockLength, long length) {
      visit.record(number++, record, block, blockLength, length);
      return true;
    }

    @Override
    public boolean damaged(WarcRecord record, Damaged why, byte[] block, int blockLength) {
      // It was told when the file was read first.
      return true;
    }
  }
}
