package dev.newsfold.captures.warc;

import dev.newsfold.captures.CaptureOutput;
import dev.newsfold.captures.Markup;
import dev.newsfold.captures.Place;
import dev.newsfold.captures.ReadLimits;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of one WARC or ARC file. Each yields one capture, one skip or one rejection; a
 * broken one costs only itself, wherever its end can be found.
 */
public final class WarcReader {
  /** What pages start with, and what is left of one where an archive was cut does not. */
  private static final Set<String> PAGES = Set.of("!doctype html", "html", "head");

  private static final int HEAD = 16 << 10;

  private WarcReader() {}

  /** Whether a file starts as a WARC file does, behind padding and a byte order mark. */
  public static boolean startsWarc(FileBytes file) throws IOException {
    int at = 0;
    while (at < 64 && RecordInput.isPadding((byte) file.peek(at)) && file.peek(at) >= 0) {
      at++;
    }
    byte[] start = new byte[WarcHeader.START.length];
    for (int i = 0; i < start.length; i++) {
      start[i] = (byte) file.peek(at + i);
    }
    return RecordFormat.WARC.startsAt(start, 0, start.length);
  }

  /** Whether a file starts with the line of an ARC record. */
  public static boolean startsArc(FileBytes file) throws IOException {
    return ArcHeader.startsFile(file);
  }

  /**
   * Whether a file is a page by its first element, and by the lack of any record: a server's answer
   * that was saved under the name of an archive. It must be read to its end to tell.
   *
   * @param max a longer file is none
   */
  public static boolean isPage(FileBytes file, int max) throws IOException {
    int length = Math.min(file.buffered(), HEAD);
    int from = file.bufferedFrom();
    String element = Markup.firstElement(file.array(), from, from + length);
    return PAGES.contains(element) && file.peek(max) < 0 && !holdsRecord(file);
  }

  /** Whether a record starts in the bytes at hand, where one is sought behind damage. */
  private static boolean holdsRecord(FileBytes file) throws IOException {
    byte[] bytes = file.array();
    int to = file.bufferedFrom() + file.buffered();
    for (int at = file.bufferedFrom() + 1; at < to; at++) {
      boolean line = bytes[at - 1] == '\n';
      if (line
              && (RecordFormat.WARC.startsAt(bytes, at, to)
                  || RecordFormat.ARC.startsAt(bytes, at, to))
          || RecordFormat.WARC.startsWithinLine(bytes, at, to)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Reads an archive to its end.
   *
   * @param file what these segments are the whole of, if they are that of a file
   * @param held takes revisits whose page is not at hand, where records cannot be reached
   */
  public static void read(
      ReadLimits limits,
      Place place,
      Segments segments,
      boolean arc,
      @Nullable ArchiveFile file,
      HeldRevisits held,
      CaptureOutput out)
      throws IOException {
    RecordFormat format = arc ? RecordFormat.ARC : RecordFormat.WARC;
    Delivery delivery =
        new Delivery(RecordFrames.maxBlock(limits), file == null ? null : file::links, held, out);
    new RecordFrames(limits, place, segments, format, 0, delivery).read();
    if (!delivery.finish()) {
      out.reject(ArchiveFile.noRecord(place));
    }
  }
}
