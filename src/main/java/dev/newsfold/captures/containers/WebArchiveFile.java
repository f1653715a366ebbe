package dev.newsfold.captures.containers;

import dev.newsfold.captures.warc.ArchiveFormat;
import dev.newsfold.captures.warc.Segments;
import dev.newsfold.captures.warc.WarcReader;
import java.io.IOException;

/**
 * A WARC or ARC file that is not in gzip. A name that says so counts too: what it names may be
 * damaged where it starts. What a name alone makes an archive is none if it is a page by its bytes.
 */
final class WebArchiveFile implements Container {
  /** A longer page under the name of an archive is taken for a damaged one. */
  static final int MAX_PAGE = 8 << 20;

  @Override
  public boolean holds(Source source) throws IOException {
    return WarcReader.startsWarc(source.bytes())
        || WarcReader.startsArc(source.bytes())
        || (isNamedWarc(source) || isNamedArc(source))
            && !WarcReader.isPage(source.bytes(), MAX_PAGE);
  }

  @Override
  public ArchiveFormat archive(Source source) throws IOException {
    boolean arc = WarcReader.startsArc(source.bytes());
    boolean warc = WarcReader.startsWarc(source.bytes());
    return new ArchiveFormat(arc || isNamedArc(source) && !warc, false);
  }

  @Override
  public void read(Source source, Reading reading) throws IOException {
    reading.archive(source, archive(source), Segments.plain(source.bytes()));
  }

  static boolean isNamedWarc(Source source) {
    return source.nameEnds(".warc") || source.nameEnds(".wet") || source.nameEnds(".wat");
  }

  static boolean isNamedArc(Source source) {
    return source.nameEnds(".arc");
  }
}
