package dev.newsfold.decode;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises bytes that are no page by how they start, and by the control characters in them.
 *
 * @see <a href="https://mimesniff.spec.whatwg.org/">MIME Sniffing Standard</a>
 */
final class MediaKind {
  /** How much of a payload is looked at. */
  private static final int SAMPLE = 4096;

  /** No kind's mark is longer. */
  private static final int HEAD = 64;

  /** Text has hardly any control characters; random bytes have a tenth. */
  private static final double BINARY_SHARE = 0.06;

  /** What is ahead of a page's first tag is white space and byte order marks. */
  private static final Pattern TAG = Pattern.compile("<[A-Za-z!?/]");

  /**
   * The first quoted attribute, where its quotes are escaped: a page as a string of a program. A
   * page's own scripts hold such strings too.
   */
  private static final Pattern QUOTED = Pattern.compile("(?i)<script|=\\s*+(\\\\?)[\"']");

  private static final Map<String, String> BY_START = new LinkedHashMap<>();

  static {
    BY_START.put("\u00ff\u00d8\u00ff", "a JPEG image");
    BY_START.put("\u0089PNG\r\n\u001a\n", "a PNG image");
    BY_START.put("GIF87a", "a GIF image");
    BY_START.put("GIF89a", "a GIF image");
    BY_START.put("\0\0\1\0", "an icon");
    BY_START.put("II*\0", "a TIFF image");
    BY_START.put("MM\0*", "a TIFF image");
    BY_START.put("%PDF-", "a PDF document");
    BY_START.put("%!PS-Adobe-", "a PostScript document");
    BY_START.put("PK\3\4", "a ZIP archive");
    BY_START.put("Rar!\u001a\u0007", "a RAR archive");
    BY_START.put("7z\u00bc\u00af\u0027\u001c", "a 7z archive");
    BY_START.put("\u001f\u008b", "gzip data");
    BY_START.put("BZh", "bzip2 data");
    BY_START.put("\u00fd7zXZ\0", "xz data");
    BY_START.put("\u0028\u00b5\u002f\u00fd", "zstd data");
    BY_START.put("\u0004\"M\u0018", "lz4 data");
    BY_START.put("OggS\0", "Ogg sound or film");
    BY_START.put("ID3", "MP3 sound");
    BY_START.put("fLaC", "FLAC sound");
    BY_START.put("\u001a\u0045\u00df\u00a3", "Matroska film");
    BY_START.put("FLV\1", "Flash film");
    BY_START.put("wOFF", "a font");
    BY_START.put("wOF2", "a font");
    BY_START.put("\u007fELF", "a program");
    BY_START.put("MZ\u0090\0", "a program");
    BY_START.put("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "an office document");
    BY_START.put("SQLite format 3\0", "a database");
  }

  private MediaKind() {}

  /** What the bytes are, in words, if they are no text; null if they may be. */
  static @Nullable String of(byte[] bytes, int from, int to) {
    int end = Math.min(to, from + SAMPLE);
    String start = new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
    String known = byStart(bytes, from, to);
    if (known != null) {
      return known;
    }
    if (isMhtml(start)) {
      return "an MHTML archive";
    }
    if (isBinary(start) || isBinaryAhead(start)) {
      return "binary data";
    }
    Matcher quoted = QUOTED.matcher(start);
    boolean escaped = quoted.find() && "\\".equals(quoted.group(1));
    return escaped ? "a page quoted in a program's notation" : null;
  }

  /** What the bytes are, in words, if they start as a kind does; null if they do not. */
  static @Nullable String byStart(byte[] bytes, int from, int to) {
    int end = Math.min(to, from + HEAD);
    String start = new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
    for (Map.Entry<String, String> kind : BY_START.entrySet()) {
      if (start.startsWith(kind.getKey())) {
        return kind.getValue();
      }
    }
    if (start.startsWith("RIFF") && start.length() >= 12) {
      return "RIFF data: " + start.substring(8, 12).replaceAll("[^A-Za-z0-9 ]", "?");
    }
    return start.startsWith("ftyp", 4) ? "MP4 film" : null;
  }

  /** Whether a tag is met within binary data: pages as a database, or a program, packs them. */
  private static boolean isBinaryAhead(String start) {
    String narrow = start.replace("\0", "");
    Matcher tag = TAG.matcher(narrow);
    String ahead = tag.find() ? narrow.substring(0, tag.start()) : "";
    int controls = controls(ahead);
    return controls > 1 && controls > BINARY_SHARE * ahead.length();
  }

  /** A mail message with parts, as browsers save a page with its images. */
  private static boolean isMhtml(String start) {
    String lower = start.substring(0, Math.min(start.length(), 1024)).toLowerCase(Locale.ROOT);
    return (lower.startsWith("from:") || lower.startsWith("mime-version:"))
        && lower.contains("multipart/related");
  }

  /** NULs alone are damage: a file that was allotted and never written, or text made wide. */
  private static boolean isBinary(String start) {
    int nuls = 0;
    for (int i = start.indexOf('\0'); i >= 0; i = start.indexOf('\0', i + 1)) {
      nuls++;
    }
    return nuls == start.length() || controls(start) > BINARY_SHARE * (start.length() - nuls);
  }

  private static int controls(String start) {
    int controls = 0;
    for (int i = 0; i < start.length(); i++) {
      controls += isBinaryData(start.charAt(i)) ? 1 : 0;
    }
    return controls;
  }

  /** A "binary data byte" of the standard, but for NUL. */
  private static boolean isBinaryData(char b) {
    return b < ' ' && (b > 0 && b < 0x09 || b == 0x0b || b >= 0x0e && b <= 0x1a || b >= 0x1c);
  }
}
