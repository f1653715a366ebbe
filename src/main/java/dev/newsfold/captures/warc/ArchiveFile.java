package dev.newsfold.captures.warc;

import dev.newsfold.captures.CaptureOutput;
import dev.newsfold.captures.InputOpener;
import dev.newsfold.captures.Place;
import dev.newsfold.captures.ReadLimits;
import dev.newsfold.records.Reason;
import dev.newsfold.records.Rejection;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An archive that is a file of its own, so that each of its records can be reached by its offset. A
 * {@link #scan} divides it in parts, and these are {@link #read} in any order by anyone; together
 * they give what {@link WarcReader} gives of the whole.
 */
public final class ArchiveFile {
  private final InputOpener opener;
  private final String location;
  private final Place place;
  private final ReadLimits limits;
  private final ArchiveFormat format;

  public ArchiveFile(
      InputOpener opener, String location, Place place, ReadLimits limits, ArchiveFormat format) {
    this.opener = opener;
    this.location = location;
    this.place = place;
    this.limits = limits;
    this.format = format;
  }

  /**
   * Finds the parts of the file, each of about so many bytes, or with eight times as many in it.
   * Looks at every record's frame and header, and decodes none. Where the file cannot be read on,
   * the last part leads there.
   *
   * @param file its bytes from the first on
   * @param clues takes names by which revisits and pages of several files find each other; what it
   *     was told of a file without parts is to be forgotten
   * @return false if it has no parts: its records do not start where members of gzip do
   */
  public boolean scan(
      FileBytes file, long partBytes, Consumer<ArchivePart> parts, Consumer<Clue> clues) {
    ArchiveScan scan =
        new ArchiveScan(format, RecordFrames.maxBlock(limits), partBytes, parts, clues);
    try {
      read(file, RecordStart.FILE, scan);
    } catch (IOException e) {
      // Who reads the last part meets it again, and tells.
    }
    return scan.finish();
  }

  /**
   * Reads a part, or what is left of it.
   *
   * @param start where to begin
   * @param from records that start before it are passed
   * @param claim asked at the start of each record, in order; once it refuses nothing more is read.
   *     What follows a start up to the next goes with it.
   */
  public void read(
      ArchivePart part,
      RecordStart start,
      long from,
      Predicate<RecordStart> claim,
      CaptureOutput out)
      throws IOException {
    if (part.isJoined()) {
      if (claim.test(part.start())) {
        deliverJoined(part, out);
      }
      return;
    }
    RecordLinks links = new RecordLinks(this, List.of(part));
    Delivery delivery = new Delivery(RecordFrames.maxBlock(limits), () -> links, null, out);
    ClaimedRecords claimed = new ClaimedRecords(from, claim, delivery);
    read(start, claimed);
    if (claimed.isEmpty()) {
      out.reject(noRecord(place));
    }
  }

  static Rejection noRecord(Place place) {
    return place.rejection(Reason.EMPTY, "the archive holds no record");
  }

  /** How the records of the file hang together; null if they cannot be reached one by one. */
  @Nullable RecordLinks links() throws IOException {
    List<ArchivePart> parts = new ArrayList<>();
    try (InputStream in = opener.open(location)) {
      boolean divided = scan(new FileBytes(in), Long.MAX_VALUE, parts::add, clue -> {});
      return divided ? new RecordLinks(this, parts) : null;
    }
  }

  /** The record that starts at an offset; null if it is broken. */
  @Nullable ReachedRecord recordAt(long offset) throws IOException {
    ReachedRecord reached = new ReachedRecord();
    read(new RecordStart(offset, 0, 0), reached);
    return reached.isFound() ? reached : null;
  }

  /** Hands on the records that start at these offsets, without those that are broken. */
  public void reach(Set<Long> offsets, BiConsumer<Long, ArchiveRecord> out) throws IOException {
    for (long offset : offsets) {
      ReachedRecord record = recordAt(offset);
      if (record != null) {
        out.accept(offset, record);
      }
    }
  }

  /** Delivers a record that was cut in segments. */
  void deliverJoined(ArchivePart part, CaptureOutput out) throws IOException {
    ReachedRecord first = null;
    for (long offset : part.segments()) {
      ReachedRecord segment = recordAt(offset);
      if (first == null) {
        first = segment;
      } else if (segment != null) {
        first.append(segment);
      }
    }
    if (first == null) {
      throw new IOException("the file is not as it was: no record at " + part.start().offset());
    }
    first.deliver(part.whole(), out);
  }

  private void read(RecordStart start, RecordOutput out) throws IOException {
    try (InputStream in = opener.open(location, start.offset())) {
      read(new FileBytes(in, start.offset()), start, out);
    }
  }

  private void read(FileBytes file, RecordStart start, RecordOutput out) throws IOException {
    if (format.compressed()) {
      try (GzipMembers members = new GzipMembers(file, start.searchedAgain())) {
        read(members, start, out);
      }
    } else {
      read(Segments.plain(file), start, out);
    }
  }

  private void read(Segments segments, RecordStart start, RecordOutput out) throws IOException {
    new RecordFrames(limits, place, segments, format.records(), start.readAgain(), out).read();
  }
}
