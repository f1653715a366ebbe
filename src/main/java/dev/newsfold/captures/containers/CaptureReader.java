package dev.newsfold.captures.containers;

import dev.newsfold.captures.CaptureOutput;
import dev.newsfold.captures.FileFacts;
import dev.newsfold.captures.InputFileRef;
import dev.newsfold.captures.InputOpener;
import dev.newsfold.captures.MeasuredInput;
import dev.newsfold.captures.Place;
import dev.newsfold.captures.ReadLimits;
import dev.newsfold.captures.SkipKind;
import dev.newsfold.captures.warc.ArchiveFile;
import dev.newsfold.captures.warc.ArchiveFormat;
import dev.newsfold.captures.warc.ArchivePart;
import dev.newsfold.captures.warc.ArchiveRecord;
import dev.newsfold.captures.warc.Clue;
import dev.newsfold.captures.warc.HeldRevisits;
import dev.newsfold.captures.warc.NumberedRecords;
import dev.newsfold.captures.warc.RecordStart;
import dev.newsfold.captures.warc.WarcReader;
import dev.newsfold.records.Capture;
import dev.newsfold.records.Rejection;
import java.io.IOException;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the captures out of a file: a page, an archive of any kind, a table of pages, compressed or
 * not. The bytes tell which it is; the name helps only where they do not.
 *
 * <p>Bad input never throws: it ends as a rejection. Memory stays within a few times the largest
 * page, whatever the size of the file. Thread-safe.
 */
public final class CaptureReader {
  private final ReadLimits limits;
  private final OpenFiles files;
  private final RowFields fields;

  public CaptureReader(ReadLimits limits, InputOpener opener) {
    this.limits = limits;
    this.files = new OpenFiles(limits, opener);
    this.fields = RowFields.of(limits.rows());
  }

  /** Reads one file, and hands each of its records to exactly one method of {@code out}. */
  public FileFacts read(InputFileRef ref, CaptureOutput out) {
    return read(ref, null, out);
  }

  private FileFacts read(InputFileRef ref, @Nullable Consumer<Clue> clues, CaptureOutput out) {
    CountedCaptures counted = new CountedCaptures(ref.path(), out);
    Place place = Place.of(ref.path());
    HeldRevisits held = new HeldRevisits(clues);
    try (MeasuredInput file = files.open(ref)) {
      Reading.ArchiveReading archives =
          (source, format, segments) ->
              WarcReader.read(
                  limits,
                  source.place(),
                  segments,
                  format.arc(),
                  source.depth() == 0 ? reachable(ref, format) : null,
                  held,
                  counted);
      new Reading(limits, fields, archives, counted, file).read(place);
      resolve(held, ref, counted);
      return file.finish(counted.count());
    } catch (IOException e) {
      return OpenFiles.unreadable(place, e, counted);
    }
  }

  /** Looks for the pages of revisits all over the file, which is read again, two times. */
  private void resolve(HeldRevisits held, InputFileRef ref, CaptureOutput out) {
    try {
      if (!held.isEmpty() && files.size(ref) > 0) {
        search(ref, held.pages());
        search(ref, held.taking(out));
      }
    } catch (IOException e) {
      // It could be read once; what was found until now stands.
    }
    held.skipRest(out);
  }

  private void search(InputFileRef ref, NumberedRecords records) throws IOException {
    try (MeasuredInput file = files.open(ref)) {
      Reading.ArchiveReading archives =
          (source, format, segments) ->
              records.read(limits, source.place(), segments, format.arc());
      new Reading(limits, fields, archives, new Unheeded(), file).read(Place.of(ref.path()));
    }
  }

  /**
   * How many bytes of pages a file gives, which may be many times its own: it may be compressed,
   * and each of many revisit records is a page. Reads no more of it than shows that they are more
   * than {@code most}.
   */
  public long bytesGiven(InputFileRef ref, long most) {
    GivenBytes given = new GivenBytes(most);
    try {
      read(ref, given);
    } catch (GivenBytes.Enough e) {
      // What they are in all is not asked for.
    }
    return given.bytes();
  }

  /**
   * Divides a file in parts that can be read by themselves: the whole of it, if it is no WARC or
   * ARC, or none that keeps its records apart. A small page is read at once instead, so that it is
   * not opened again.
   *
   * @param partBytes about how large a part is to be at least
   * @param maxParts about how many there are to be at most
   * @param small whether any small file that is no WARC or ARC is read at once, page or not
   * @param clues takes names of records; if the file has no parts they are to be forgotten
   * @param out takes what is read at once
   * @return the facts of what was read at once, or those of a file that has parts, without the
   *     number of its captures; null if the file is one part, whose reading tells them
   */
  public @Nullable FileFacts parts(
      InputFileRef ref,
      long partBytes,
      long maxParts,
      boolean small,
      Consumer<FilePart> parts,
      BiConsumer<@Nullable ArchiveFormat, Clue> clues,
      CaptureOutput out) {
    @Nullable Function<InputFileRef, FileFacts> whole =
        small ? file -> read(file, clue -> clues.accept(null, clue), out) : null;
    return new FileDivision(files, fields, parts, clues, out, whole)
        .divide(ref, partBytes, maxParts);
  }

  /**
   * Reads a part of a file, or what is left of it.
   *
   * @param start where to begin
   * @param from records that start before it are passed
   * @param claim asked before each record, in order, whether to read it
   * @param clues takes names of records of a file that is read whole
   * @return how many captures there were; of a file that is read whole, all its facts
   */
  public FileFacts read(
      FilePart part,
      RecordStart start,
      long from,
      Predicate<RecordStart> claim,
      Consumer<Clue> clues,
      CaptureOutput out) {
    ArchivePart range = part.archive();
    if (range == null) {
      boolean wanted = from == 0 && claim.test(RecordStart.FILE);
      return wanted ? read(part.file(), clues, out) : new FileFacts(null, null, 0);
    }
    CountedCaptures counted = new CountedCaptures(part.file().path(), out);
    try {
      files.archive(part.file(), range.format()).read(range, start, from, claim, counted);
    } catch (IOException e) {
      return OpenFiles.unreadable(Place.of(part.file().path()), e, counted);
    }
    return new FileFacts(null, null, counted.count());
  }

  /**
   * Hands on the records at some places of a file, if they can still be read.
   *
   * @param format null for a file that is read whole, from its start to the last of them
   */
  public void reach(
      InputFileRef file,
      @Nullable ArchiveFormat format,
      Set<Long> places,
      BiConsumer<Long, ArchiveRecord> out) {
    try {
      if (format == null) {
        search(file, NumberedRecords.reach(places, out));
      } else {
        files.archive(file, format).reach(places, out);
      }
    } catch (IOException e) {
      // It was told when the file was read first.
    }
  }

  /** What has no size, as a pipe, can be read once only. */
  private @Nullable ArchiveFile reachable(InputFileRef ref, ArchiveFormat format) {
    try {
      return files.size(ref) > 0 ? files.archive(ref, format) : null;
    } catch (IOException e) {
      return null;
    }
  }

  /** What was told when the file was read first. */
  private static final class Unheeded implements CaptureOutput {
    @Override
    public void capture(Capture capture) {
      // Told before.
    }

    @Override
    public void reject(Rejection rejection) {
      // Told before.
    }

    @Override
    public void skip(SkipKind kind) {
      // Told before.
    }
  }
}
