package dev.newsfold.captures.containers;

import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.Markup;
import dev.newsfold.records.Reason;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file that is known, and known to hold no page: it says what it is. */
final class OtherFile implements Container {
  private static final int SAMPLE = 16 << 10;

  /** Documents in XML, by their first element. */
  private static final Map<String, String> BY_ELEMENT =
      Map.ofEntries(
          Map.entry("rss", "a feed (RSS)"),
          Map.entry("rdf:rdf", "a feed, or other data, in RDF"),
          Map.entry("feed", "a feed (Atom)"),
          Map.entry("opml", "a list of feeds (OPML)"),
          Map.entry("urlset", "a sitemap"),
          Map.entry("sitemapindex", "an index of sitemaps"),
          Map.entry("plist", "a property list"),
          Map.entry("svg", "an SVG image"),
          Map.entry("mediawiki", "a dump of a wiki"));

  private static final Map<String, String> BY_START = new LinkedHashMap<>();

  static {
    BY_START.put("PARE", "an encrypted Parquet file");
    BY_START.put("ORC", "an ORC file");
    BY_START.put("ARROW1", "an Arrow file");
    BY_START.put("SEQ\6", "a Hadoop sequence file");
    BY_START.put("\u0089HDF\r\n", "an HDF5 file");
    BY_START.put("bplist", "a property list");
    BY_START.put("SQLite format 3\0", "a database");
    BY_START.put("7z\u00bc\u00af\u0027\u001c", "a 7z archive");
    BY_START.put("Rar!\u001a\u0007", "a RAR archive");
    BY_START.put("%PDF-", "a PDF document");
    BY_START.put("{\\rtf", "a rich text document");
    BY_START.put("!<arch>\n", "an ar archive");
    BY_START.put("070701", "a cpio archive");
    BY_START.put("070707", "a cpio archive");
    BY_START.put("MSCF", "a cabinet archive");
    BY_START.put("ITSF", "a compiled help file");
    BY_START.put("From ", "a mailbox of several messages");
    BY_START.put("#!", "a script");
    BY_START.put("-- MySQL dump", "a dump of a database");
    BY_START.put("-- PostgreSQL database dump", "a dump of a database");
  }

  @Override
  public boolean holds(Source source) throws IOException {
    return kind(source) != null;
  }

  @Override
  public void read(Source source, Reading reading) throws IOException {
    String element = firstElement(source);
    if (BY_ELEMENT.containsKey(element) && source.isFile()) {
      String what = "the file is " + BY_ELEMENT.get(element);
      reading.reject(source, new Damaged(Reason.NOT_ARTICLE, what));
    } else {
      reading.notPages(source, String.valueOf(kind(source)));
    }
  }

  private static @Nullable String kind(Source source) throws IOException {
    String head = Text.head(source.bytes(), 64);
    for (Map.Entry<String, String> kind : BY_START.entrySet()) {
      if (head.startsWith(kind.getKey())) {
        return kind.getValue();
      }
    }
    return BY_ELEMENT.get(firstElement(source));
  }

  private static String firstElement(Source source) throws IOException {
    byte[] sample = Text.headBytes(source.bytes(), SAMPLE);
    return Markup.firstElement(sample, 0, sample.length);
  }
}
