package dev.newsfold.captures.containers;

import dev.newsfold.captures.Markup;
import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.FileBytes;
import dev.newsfold.records.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
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
          Map.entry("mediawiki", "a dump of a wiki"),
          Map.entry("doc", "a collection of documents"),
          Map.entry("docs", "a collection of documents"),
          Map.entry("add", "documents for an index (Solr)"),
          Map.entry("en-export", "notes exported by Evernote"),
          Map.entry("nitf", "a news item for editors (NITF)"),
          Map.entry("newsitem", "a news item for editors (NewsML)"),
          Map.entry("newsml", "a news item for editors (NewsML)"),
          Map.entry("xsl:stylesheet", "a style sheet (XSLT)"),
          Map.entry("xs:schema", "a schema (XSD)"),
          Map.entry("fictionbook", "a book (FictionBook)"),
          Map.entry("kml", "a map (KML)"));

  /** Elements, beside those of HTML, of which pages in XML are made. */
  private static final Set<String> XML_PAGES = Set.of("wml", "wap-wml");

  /** A declaration of XML, or a first element in a namespace that is not that of pages. */
  private static final Pattern XML =
      Pattern.compile(
          "\\A[\\s\u00ef\u00bb\u00bf]{0,64}+<(?:\\?xml\\s"
              + "|[\\w:.-]{1,64}\\s[^>]{0,500}?xmlns=[\"'](?!http://www\\.w3\\.org/1999/xhtml))");

  /** The name of the first element of a document that is declared. */
  private static final Pattern DOCTYPE =
      Pattern.compile("<!DOCTYPE\\s{1,16}([\\w:.-]{1,64})", Pattern.CASE_INSENSITIVE);

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
    BY_START.put("PGDMP", "a dump of a database");
    BY_START.put("begin 6", "uuencoded data");
    BY_START.put("=ybegin ", "yEnc data");
    BY_START.put("xar!", "a xar archive");
    BY_START.put("SIT!", "a StuffIt archive");
    BY_START.put("hsqs", "a SquashFS image");
    BY_START.put("MSWIM\0", "a Windows image (WIM)");
    BY_START.put("LZIP\1", "lzip data");
    BY_START.put("\u0089LZO\0", "lzop data");
    BY_START.put("\u0002\u0021\u004c\u0018", "lz4 data of the legacy kind");
    BY_START.put("!BDN", "a mailbox of Outlook (PST)");
    BY_START.put("\0\1\0\0Standard", "a database of Access");
    BY_START.put("AT&TFORM", "a DjVu document");
    BY_START.put("FEA1", "a Feather file");
    BY_START.put("RCF\1", "an RCFile of Hive");
    BY_START.put("\u0093NUMPY", "an array of NumPy");
    BY_START.put("-----BEGIN PGP", "a message of PGP");
    BY_START.put("conectix", "a disk image (VHD)");
    BY_START.put("QFI\u00fb", "a disk image (qcow)");
    BY_START.put("\u00d4\u00c3\u00b2\u00a1", "a recording of network packets");
    BY_START.put("\u00a1\u00b2\u00c3\u00d4", "a recording of network packets");
    BY_START.put(" CDX ", "an index of captures (CDX)");
    BY_START.put("{'", "rows in the notation of Python");
    BY_START.put("#!", "a script");
    BY_START.put("<?php", "a program in PHP");
    BY_START.put("<%", "a program of a server (JSP or ASP)");
    BY_START.put("-- MySQL dump", "a dump of a database");
    BY_START.put("-- PostgreSQL database dump", "a dump of a database");
  }

  /** Marks that stand behind the start, as {@code CD001} in the first sector that a disc fills. */
  private static final List<Mark> MARKS =
      List.of(
          new Mark(2, "-lh", "an LHA archive"),
          new Mark(7, "**ACE**", "an ACE archive"),
          new Mark(8, "M<+\u001a", "a recording of network packets"),
          new Mark(60, "BOOKMOBI", "a Mobipocket book"),
          new Mark(32769, "CD001", "a disc image (ISO)"));

  private record Mark(int at, String mark, String kind) {}

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

  /** The strings, each behind its length, that mitmproxy writes. */
  private static final Pattern FLOWS = Pattern.compile("\\A\\d{1,10}:\\d{1,3}:[a-z_]{2,30}[;,]\\d");

  /** Pages that programs make of what is no page, by what all of them hold near their start. */
  private static final List<Made> MADE =
      List.of(
          // HTTrack's own list of what it has mirrored, which it puts beside that.
          new Made(
              "(?i)<meta name=\"generator\" content=\"HTTrack Website Copier",
              "the index of a mirror, by HTTrack"),
          new Made(
              "<title>Exported Data</title>(?s:.{0,4000}?)class=\"page_wrap",
              "a chat, exported from Telegram"),
          new Made("\\bchatlog__", "a chat, exported from Discord"),
          new Made("class=\"outer-cell mdl-cell", "a record of activity, exported from Google"),
          new Made("(?i)\\A[^<]{0,8}<!DOCTYPE NETSCAPE-Bookmark-file-", "a list of bookmarks"));

  private record Made(Pattern mark, String kind) {
    Made(String mark, String kind) {
      this(Pattern.compile(mark), kind);
    }
  }

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
    for (Mark mark : MARKS) {
      if (startsAt(mark.at(), mark.mark(), source.bytes())) {
        return mark.kind();
      }
    }
    return document(source);
  }

  private static boolean startsAt(int at, String mark, FileBytes bytes) throws IOException {
    for (int i = 0; i < mark.length(); i++) {
      if (bytes.peek(at + i) != mark.charAt(i)) {
        return false;
      }
    }
    return true;
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
    if (FLOWS.matcher(text).find()) {
      return "a recording of mitmproxy";
    }
    for (Made made : MADE) {
      if (made.mark.matcher(text).find()) {
        return made.kind;
      }
    }
    return isXml(text, sample) ? "a document in XML that is no page" : null;
  }

  /** Whether a document of XML starts with an element that no page has. */
  private static boolean isXml(String text, byte[] sample) {
    String element = Markup.firstElement(sample, 0, sample.length);
    if (element.isEmpty() || element.startsWith("!") || XML_PAGES.contains(element)) {
      return false;
    }
    Matcher declared = DOCTYPE.matcher(text);
    if (declared.find()) {
      return declared.group(1).equalsIgnoreCase(element) && !element.equals("html");
    }
    return XML.matcher(text).find() && !Markup.isHtml(element);
  }

  /** Whether JSON is a feed, which holds pieces of pages. */
  static boolean isJsonFeed(Source source) throws IOException {
    return JSON_FEED.matcher(Text.head(source.bytes(), SAMPLE)).find();
  }
}
