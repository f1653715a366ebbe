package dev.newsfold.captures.containers;

import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.Markup;
import dev.newsfold.records.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
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
    BY_START.put("#!", "a script");
    BY_START.put("-- MySQL dump", "a dump of a database");
    BY_START.put("-- PostgreSQL database dump", "a dump of a database");
  }

  private static final Pattern JSON_FEED =
      Pattern.compile(
          "\\A\\s*+\\{[^<]*?\"version\"\\s*:\\s*\"https?:.{2,4}jsonfeed\\.org.{1,2}version");

  /** Statements, behind comments. */
  private static final Pattern SQL =
      Pattern.compile(
          "\\A(?:\\s++|--[^\\n]*+\\n|#[^\\n]*+\\n|/\\*(?s:.*?)\\*/;?+)*+"
              + "(?i:create\\s+(?:table|database|schema)|insert\\s+into|drop\\s+table|lock\\s+tables"
              + "|begin(?:\\s+transaction)?\\s*;|start\\s+transaction|pragma\\s|use\\s+`"
              + "|set\\s+[@\\w.]+\\s*(?:=|to\\s))");

  /** HTTrack's own list of what it has mirrored, which it puts beside that. */
  private static final Pattern HTTRACK_INDEX =
      Pattern.compile("(?i)<meta name=\"generator\" content=\"HTTrack Website Copier");

  @Override
  public boolean holds(Source source) throws IOException {
    return kind(source) != null;
  }

  @Override
  public boolean isPage() {
    return true;
  }

  @Override
  public void read(Source source, Reading reading) throws IOException {
    String what = document(source);
    if (what != null && source.isFile()) {
      reading.reject(source, new Damaged(Reason.NOT_ARTICLE, "the file is " + what));
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
    return document(source);
  }

  /** What a document of text is that might have held an article. */
  private static @Nullable String document(Source source) throws IOException {
    byte[] sample = Text.headBytes(source.bytes(), SAMPLE);
    String known = BY_ELEMENT.get(Markup.firstElement(sample, 0, sample.length));
    if (known != null) {
      return known;
    }
    String text = new String(sample, StandardCharsets.ISO_8859_1);
    if (JSON_FEED.matcher(text).find()) {
      return "a feed (JSON Feed)";
    }
    if (SQL.matcher(text).find()) {
      return "a dump of a database";
    }
    return HTTRACK_INDEX.matcher(text).find() ? "the index of a mirror, by HTTrack" : null;
  }

  /** Whether JSON is a feed, which holds pieces of pages. */
  static boolean isJsonFeed(Source source) throws IOException {
    return JSON_FEED.matcher(Text.head(source.bytes(), SAMPLE)).find();
  }
}
