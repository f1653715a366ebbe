package dev.newsfold.captures.containers;

import dev.newsfold.captures.CaptureOutput;
import dev.newsfold.captures.MeasuredInput;
import dev.newsfold.captures.Place;
import dev.newsfold.captures.ReadLimits;
import dev.newsfold.captures.SkipKind;
import dev.newsfold.captures.warc.ArchiveFormat;
import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.FileBytes;
import dev.newsfold.captures.warc.Segments;
import dev.newsfold.records.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reading of one file: finds out what each source is, and reads it, down to a depth and an
 * expansion that no honest file has.
 */
final class Reading {
  /** A container in so many others is read, such as a tar in xz, in a zip. */
  private static final int MAX_DEPTH = 8;

  /** What is not all of this file, the file itself aside: by its bytes, best told first. */
  private static final List<Container> CONTAINERS =
      List.of(
          new GzipFile(),
          new Compressed(),
          new WideText(),
          new ZipFile(),
          new TarFile(),
          new AvroFile(),
          new ParquetFile(),
          new WebArchiveFile(),
          new MailFile(),
          new PlistFile(),
          new JsonFile(),
          new CsvFile(),
          new OtherFile(),
          new PageFile());

  private final ReadLimits limits;
  private final ArchiveReading archives;
  private final RowFields fields;
  private CaptureOutput out;
  private final MeasuredInput file;
  private final Expansion expansion;
  private @Nullable Exception reported;

  Reading(
      ReadLimits limits,
      RowFields fields,
      ArchiveReading archives,
      CaptureOutput out,
      MeasuredInput file) {
    this.limits = limits;
    this.archives = archives;
    this.fields = fields;
    this.out = out;
    this.file = file;
    this.expansion = new Expansion(file::count);
  }

  /** What is done with each WARC or ARC that is met. */
  interface ArchiveReading {
    void read(Source source, ArchiveFormat format, Segments segments) throws IOException;
  }

  /** Reads a file. */
  void read(Place place) throws IOException {
    read(new Source(place, place.file(), new FileBytes(file), 0));
  }

  /** Reads a source to its end, or to where it is broken: what is broken is one rejection. */
  void read(Source source) throws IOException {
    try {
      passDamagedStart(source);
      if (source.bytes().peek(0) < 0) {
        String what = source.depth() == 0 ? "the file is empty" : "it holds nothing";
        reject(source, new Damaged(Reason.EMPTY, what));
      } else {
        Container kind = kind(source);
        if (source.depth() > MAX_DEPTH && !kind.isPage()) {
          throw new Damaged(
              Reason.TOO_COMPLEX,
              "a container in more than " + MAX_DEPTH + " others, one in the other");
        }
        kind.read(source, this);
      }
    } catch (Damaged e) {
      reject(source, e);
    } catch (Damaged.InStream e) {
      // The layers around a broken one meet the same damage; it is told once.
      tell(source, e);
    } catch (IOException e) {
      file.checkReadable();
      reject(
          source,
          new Damaged(Reason.CONTAINER_CORRUPT, "the archive is broken: " + e.getMessage()));
    }
  }

  /** Where pieces can be read by themselves, and the first ones are damaged, the others are. */
  private void passDamagedStart(Source source) throws IOException {
    boolean damaged = true;
    while (damaged) {
      try {
        source.bytes().peek(0);
        damaged = false;
      } catch (Damaged.InStream e) {
        resume(source, e);
        tell(source, e);
      }
    }
  }

  /**
   * Goes on behind damage.
   *
   * @throws Damaged.InStream the same, if that cannot be done
   */
  static void resume(Source source, Damaged.InStream damage) throws IOException {
    if (!source.bytes().resume()) {
      throw damage;
    }
  }

  /** Reads a WARC or ARC. */
  void archive(Source source, ArchiveFormat format, Segments segments) throws IOException {
    archives.read(source, format, segments);
  }

  /** The content of an entry, its growth watched. */
  InputStream counted(String kind, InputStream content) {
    return expansion.count(kind, content, null);
  }

  /** The content of a compressed source, its growth watched. */
  InputStream counted(String kind, InputStream content, FileBytes compressed) {
    return expansion.count(kind, content, compressed);
  }

  /** Counts what comes out of a container that is no stream. */
  void expand(long bytes) throws Damaged {
    expansion.add(bytes);
  }

  /** Hands what is found from here on to another output. */
  void handTo(CaptureOutput other) {
    out = other;
  }

  CaptureOutput out() {
    return out;
  }

  ReadLimits limits() {
    return limits;
  }

  RowFields fields() {
    return fields;
  }

  void skip(SkipKind kind) {
    out.skip(kind);
  }

  void reject(Source source, Damaged why) {
    out.reject(source.place().rejection(why.reason(), why.message()));
  }

  /** Reads an entry of an archive, by its name there. */
  void entry(Source archive, String name, InputStream content) throws IOException {
    String below = EntryName.below(name);
    if (EntryName.isHidden(below)) {
      skip(SkipKind.HIDDEN_FILE);
    } else {
      read(archive.entry(below, new FileBytes(content)));
    }
  }

  /**
   * Says what a source is that holds no page: a file is rejected; what lies beside pages in an
   * archive is skipped.
   */
  void notPages(Source source, String what) {
    if (source.isFile()) {
      reject(source, new Damaged(Reason.NOT_HTML, "the file is " + what));
    } else {
      SkipKind kind = AssetNames.kind(source.name());
      skip(kind == null ? SkipKind.DATA : kind);
    }
  }

  /** Tells damage, unless it is told already. */
  void tell(Source source, Damaged.InStream e) {
    if (!e.equals(reported)) {
      reject(source, e.damaged());
      reported = e;
    }
  }

  /** Whether damage was met that layers around it meet again. */
  boolean hasTold() {
    return reported != null;
  }

  static Container kind(Source source) throws IOException {
    for (Container kind : CONTAINERS) {
      if (kind.holds(source)) {
        return kind;
      }
    }
    throw new IllegalStateException("the last kind holds anything");
  }
}
