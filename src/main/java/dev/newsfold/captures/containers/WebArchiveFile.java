package dev.newsfold.captures.containers;

import dev.newsfold.captures.warc.Segments;
import dev.newsfold.captures.warc.WarcReader;
import java.io.IOException;

/**
 * A WARC or ARC file that is not in gzip. A name that says so counts too: what it names may be
 * damaged where it starts.
 */
final class WebArchiveFile implements Container {

  @Override
  public boolean holds(Source source) throws IOException {
    return isNamedWarc(source)
        || isNamedArc(source)
        || WarcReader.startsWarc(source.bytes())
        || WarcReader.startsArc(source.bytes());
  }

  @Override
  public void read(Source source, Reading reading) throws IOException {
    boolean arc = WarcReader.startsArc(source.bytes());
    boolean warc = WarcReader.startsWarc(source.bytes());
    Segments whole = Segments.plain(source.bytes());
    WarcReader archive =
        arc || isNamedArc(source) && !warc
            ? WarcReader.ofArc(reading.limits(), source.place(), whole, reading.out())
            : WarcReader.ofWarc(reading.limits(), source.place(), whole, reading.out());
    archive.read();
  }

  static boolean isNamedWarc(Source source) {
    return source.nameEnds(".warc") || source.nameEnds(".wet") || source.nameEnds(".wat");
  }

  static boolean isNamedArc(Source source) {
    return source.nameEnds(".arc");
  }
}
