package dev.newsfold.captures.containers;

import dev.newsfold.captures.warc.ArchiveFormat;
import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.Segments;
import dev.newsfold.captures.warc.WarcReader;
import dev.newsfold.records.Reason;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A WARC or ARC file that is not in gzip. A name that says so counts too: what it names may be
 * damaged where it starts. A page with such a name, and no record to its end, is rejected as what
 * it is.
 */
final class WebArchiveFile implements Container {
  /** A longer page under the name of an archive is taken for a damaged one. */
  static final int MAX_PAGE = 8 << 20;

  @Override
  public boolean holds(Source source) throws IOException {
    return isNamedWarc(source)
        || isNamedArc(source)
        || WarcReader.startsWarc(source.bytes())
        || WarcReader.startsArc(source.bytes());
  }

  @Override
  public @Nullable ArchiveFormat archive(Source source) throws IOException {
    boolean arc = WarcReader.startsArc(source.bytes());
    boolean warc = WarcReader.startsWarc(source.bytes());
    if (!arc && !warc && WarcReader.isPage(source.bytes(), MAX_PAGE)) {
      return null;
    }
    return new ArchiveFormat(arc || isNamedArc(source) && !warc, false);
  }

  @Override
  public void read(Source source, Reading reading) throws IOException, Damaged {
    ArchiveFormat format = archive(source);
    if (format == null) {
      // What a server answered in place of an archive: no page that anyone meant to keep.
      throw new Damaged(
          Reason.WARC_MALFORMED, "a page in HTML that is named as an archive, without any record");
    }
    reading.archive(source, format, Segments.plain(source.bytes()));
  }

  static boolean isNamedWarc(Source source) {
    return source.nameEnds(".warc") || source.nameEnds(".wet") || source.nameEnds(".wat");
  }

  static boolean isNamedArc(Source source) {
    return source.nameEnds(".arc");
  }
}
