package dev.newsfold.captures.containers;

import dev.newsfold.captures.SkipKind;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What lies beside pages, by the endings of names; a page may be named so all the same. */
final class AssetNames {
  private static final Map<String, SkipKind> BY_ENDING = new HashMap<>();

  static {
    put(SkipKind.IMAGE, "png jpg jpeg gif webp svg ico bmp tif tiff avif heic");
    put(SkipKind.STYLE, "css scss less");
    put(SkipKind.SCRIPT, "js mjs cjs map wasm");
    put(SkipKind.FONT, "woff woff2 ttf otf eot");
    put(SkipKind.AUDIO_VIDEO, "mp3 mp4 m4a m4v webm ogg ogv wav avi mov flv swf mkv");
    put(SkipKind.DATA, "json jsonl ndjson xml rss atom csv tsv yaml yml cdx cdxj idx sqlite db");
    put(SkipKind.DATA, "md markdown rst adoc textile wiki tex bib po srt vtt ics vcf log ini conf");
    put(SkipKind.DATA, "diff patch xsl xslt xsd dtd rdf ttl nt kml ipynb properties strings toml");
    put(SkipKind.SCRIPT, "ts jsx tsx vue py rb java kt c h cc cpp cs go rs swift sh bat ps1 sql r");
    put(SkipKind.OTHER_MEDIA, "pdf doc docx xls xlsx ppt pptx rtf epub exe dll bin apk jar");
    put(SkipKind.OTHER_MEDIA, "7z rar dmg iso sig sha256 md5");
  }

  private AssetNames() {}

  /** The kind of file that a name tells of; null if it may be a page. */
  static @Nullable SkipKind kind(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? null : BY_ENDING.get(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  private static void put(SkipKind kind, String endings) {
    for (String ending : endings.split(" ")) {
      BY_ENDING.put(ending, kind);
    }
  }
}
