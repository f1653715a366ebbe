package dev.newsfold.captures.containers;

import dev.newsfold.captures.CaptureOutput;
import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.FileBytes;
import dev.newsfold.records.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A ZIP archive, a WACZ among them, read entry by entry from its start: the directory at its end is
 * not needed, so that a cut archive gives what came, and one of any size is never held.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE</a>
 */
final class ZipFile implements Container {
  private static final int MAX_AHEAD = 64 << 10;
  private static final List<String> ENDINGS = List.of(".zip", ".wacz", ".maff", ".saz");
  private static final byte[] ENTRY = {'P', 'K', 3, 4};
  private static final byte[] DIRECTORY = {'P', 'K', 1, 2};
  private static final byte[] END64 = {'P', 'K', 6, 6};
  private static final byte[] END = {'P', 'K', 5, 6};
  private static final byte[] SPANNED = {'P', 'K', 7, 8, 'P', 'K', 3, 4};
  private static final byte[] ONE_SPAN = {'P', 'K', '0', '0', 'P', 'K', 3, 4};

  /** Archives that are documents of another kind, by the name of their first entry. */
  private static final Map<String, String> DOCUMENTS =
      Map.of(
          "[Content_Types].xml", "an office document",
          "_rels/.rels", "an office document",
          "mimetype", "a book or an office document",
          "META-INF/MANIFEST.MF", "a Java archive",
          "META-INF/", "a Java archive",
          "AndroidManifest.xml", "an Android application");

  @Override
  public boolean holds(Source source) throws IOException {
    FileBytes bytes = source.bytes();
    return bytes.startsWith(ENTRY)
        || bytes.startsWith(SPANNED)
        || bytes.startsWith(ONE_SPAN)
        || bytes.startsWith(END)
        || isNamed(source) && ahead(bytes) > 0;
  }

  private static boolean isNamed(Source source) {
    return ENDINGS.stream().anyMatch(source::nameEnds);
  }

  /**
   * How many bytes ahead the first entry starts: those of a program that unpacks, or of an entry
   * that is damaged; 0 if none is near.
   */
  private static int ahead(FileBytes bytes) throws IOException {
    for (int at = 1; at < MAX_AHEAD && bytes.peek(at) >= 0; at++) {
      if (bytes.peek(at) == 'P' && ZipEntry.startsAt(at, bytes)) {
        return at;
      }
    }
    return 0;
  }

  @Override
  public void read(Source source, Reading reading) throws IOException, Damaged {
    if (!MozillaArchive.is(source)) {
      read(source, reading, null);
      return;
    }
    CaptureOutput out = reading.out();
    MozillaArchive pages = new MozillaArchive(out);
    reading.handTo(pages);
    try {
      read(source, reading, pages);
    } finally {
      pages.finish();
      reading.handTo(out);
    }
  }

  private static void read(Source source, Reading reading, @Nullable MozillaArchive pages)
      throws IOException, Damaged {
    FileBytes zip = source.bytes();
    if (zip.startsWith(SPANNED) || zip.startsWith(ONE_SPAN)) {
      zip.advance(4);
    }
    if (zip.startsWith(END)) {
      throw new Damaged(Reason.EMPTY, "the ZIP archive holds nothing");
    }
    if (!zip.startsWith(ENTRY)) {
      String what = ZipEntry.KIND + " has bytes ahead that start no entry";
      reading.reject(source, new Damaged(Reason.CONTAINER_CORRUPT, what));
      zip.advance(ahead(zip));
    }
    boolean first = true;
    boolean empty = true;
    while (zip.startsWith(ENTRY)) {
      ZipEntry entry = first ? firstEntry(zip) : ZipEntry.read(zip);
      // Fiddler's recordings start as office documents do.
      String document = first && !source.nameEnds(".saz") ? DOCUMENTS.get(entry.name()) : null;
      if (document != null) {
        reading.notPages(source, document);
        return;
      }
      first = false;
      empty &= entry.isFolder();
      readEntry(source, entry, reading, pages);
      if (!zip.startsWith(ENTRY) && !zip.startsWith(DIRECTORY)) {
        toNextEntry(source, reading);
      }
      passDirectory(zip);
    }
    if (empty) {
      throw new Damaged(Reason.EMPTY, "the ZIP archive holds no file");
    }
  }

  /** Passes a directory: another archive may follow, as when two were joined. */
  private static void passDirectory(FileBytes zip) throws IOException {
    while (zip.startsWith(DIRECTORY)) {
      pass(zip, 46 + number(zip, 28) + number(zip, 30) + number(zip, 32));
    }
    if (zip.startsWith(END64)) {
      pass(zip, 56 + 20);
    }
    if (zip.startsWith(END)) {
      pass(zip, 22 + number(zip, 20));
    }
  }

  /** Passes bytes, or those that are there. */
  private static void pass(FileBytes zip, int count) throws IOException {
    zip.rest().readNBytes(count);
  }

  private static int number(FileBytes zip, int at) throws IOException {
    return Math.max(0, zip.peek(at)) | Math.max(0, zip.peek(at + 1)) << 8;
  }

  /** What starts as an archive does, and goes on as none, is no archive. */
  private static ZipEntry firstEntry(FileBytes zip) throws IOException, Damaged {
    try {
      return ZipEntry.read(zip);
    } catch (Damaged | Damaged.InStream e) {
      throw new Damaged(Reason.NOT_HTML, "the file is a ZIP archive, broken where it starts");
    }
  }

  private static void readEntry(
      Source source, ZipEntry entry, Reading reading, @Nullable MozillaArchive pages)
      throws IOException {
    FileBytes zip = source.bytes();
    Source there = source.entry(EntryName.below(entry.name()), zip);
    if (entry.isEncrypted()) {
      reading.reject(there, new Damaged(Reason.CONTAINER_CORRUPT, "the entry is encrypted"));
      new Part(zip, entry.size(), ZipEntry.KIND).drain();
      return;
    }
    try (InputStream content = entry.content(zip)) {
      if (content == null) {
        String method = "the entry is compressed by a method unknown: " + entry.method();
        reading.reject(there, new Damaged(Reason.CONTAINER_CORRUPT, method));
        new Part(zip, entry.size(), ZipEntry.KIND).drain();
        return;
      }
      InputStream counted = reading.counted(ZipEntry.KIND, content);
      if (!entry.isFolder()) {
        InputStream known = pages == null ? counted : pages.seen(there.name(), counted);
        reading.entry(source, entry.name(), known);
      }
      Part.drain(counted);
    } catch (Damaged.InStream e) {
      // Whoever read the entry told it; what follows may be whole.
      reading.tell(there, e);
    }
  }

  /** Passes what is no entry, up to one, to the directory, or to the end of the file. */
  private static void toNextEntry(Source source, Reading reading) throws IOException {
    FileBytes zip = source.bytes();
    boolean descriptor = zip.peek(0) == 'P' && zip.peek(1) == 'K';
    while (zip.peek(0) >= 0 && !zip.startsWith(ENTRY) && !zip.startsWith(DIRECTORY)) {
      zip.advance(1);
    }
    if (zip.peek(0) < 0 && !descriptor && !reading.hasTold()) {
      reading.reject(source, new Damaged(Reason.CONTAINER_CORRUPT, ZipEntry.KIND + " is cut off"));
    }
  }
}
