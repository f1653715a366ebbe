package dev.newsfold.decode;

import dev.newsfold.captures.Quantity;
import dev.newsfold.decode.DeclaredLabels.Label;
import dev.newsfold.decode.Encoding.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which encoding some bytes are in. Best evidence first:
 *
 * <ol>
 *   <li>a byte order mark, or the NULs of UTF-16;
 *   <li>escapes to Japanese characters in bytes that are all ASCII;
 *   <li>validity: what is valid UTF-8 is UTF-8, whatever the page says, and stays it with some
 *       damage;
 *   <li>what the HTTP header, the XML declaration and the meta elements say, in this order, unless
 *       the bytes refute it;
 *   <li>the frequency of common characters, or of letters of another alphabet than Latin;
 *   <li>windows-1252, which makes text of any bytes.
 * </ol>
 *
 * @param evidence what spoke for it, and which labels were overruled
 */
record EncodingChoice(Encoding encoding, String evidence) {
  private static final Set<String> LATIN =
      Set.of(
          "windows-1252",
          "windows-1250",
          "windows-1254",
          "windows-1257",
          "iso-8859-2",
          "iso-8859-3",
          "iso-8859-4",
          "iso-8859-10",
          "iso-8859-13",
          "iso-8859-14",
          "iso-8859-15",
          "iso-8859-16",
          "macintosh");

  private static final byte ESCAPE = 0x1b;
  private static final byte TILDE = '~';

  /** Chooses for a page whose text does not start with a byte order mark of UTF-16 or UTF-32. */
  static EncodingChoice of(
      @Nullable String contentType, byte[] bytes, int from, int to, Utf8Survey survey) {
    List<Label> labels = DeclaredLabels.of(contentType, bytes, from, to);
    if (survey.isAscii()) {
      // Any label fits; those of escapes only where there are some.
      boolean escapes = hasEscapes(bytes, from, to);
      if (escapes && hasJapaneseEscapes(bytes, from, to)) {
        return chosen(Encodings.ISO_2022_JP, "escapes", labels);
      }
      for (Label label : labels) {
        Encoding encoding = label.encoding();
        boolean wide = encoding == Encodings.UTF_16LE || encoding == Encodings.UTF_16BE;
        if (encoding == null || wide && !survey.nuls()) {
          continue; // No markup in wide letters is without NULs.
        }
        boolean fits = encoding == Encodings.UTF_7 ? Utf7.hasEscapes(bytes, from, to) : escapes;
        if (encoding.family() != Family.ESCAPES || fits) {
          return chosen(encoding, label.place(), labels);
        }
      }
    }
    if (survey.isValid()) {
      return chosen(Encodings.UTF_8, "utf8-valid", labels);
    }
    EastAsianEvidence bytesSay = EastAsianEvidence.of(bytes, from, to);
    if (survey.isMostlyUtf8() && !bytesSay.isConvincing()) {
      return chosen(Encodings.UTF_8, "utf8-valid", labels, Quantity.of(survey.bad(), "error"));
    }
    Encoding alphabet = bytesSay.isConvincing() ? null : AlphabetEvidence.of(bytes, from, to);
    for (Label label : labels) {
      if (alphabet != null && label.encoding() != null && isLatin(label.encoding())) {
        continue; // Servers say so of every page.
      }
      if (label.encoding() != null && allows(bytesSay, survey, label.encoding())) {
        return chosen(label.encoding(), label.place(), labels);
      }
    }
    if (bytesSay.isConvincing()) {
      return chosen(bytesSay.best(), "frequency", labels);
    }
    if (alphabet != null) {
      return chosen(alphabet, "frequency", labels);
    }
    return chosen(
        bytesSay.isPlausibleGb18030() ? Encodings.GB18030 : Encodings.WINDOWS_1252,
        "fallback",
        labels);
  }

  private static boolean allows(EastAsianEvidence bytesSay, Utf8Survey survey, Encoding encoding) {
    return switch (encoding.family()) {
      case EAST_ASIAN -> bytesSay.allows(encoding);
      case SINGLE_BYTE ->
          !bytesSay.isConvincing() && !(isLatin(encoding) && bytesSay.isPlausibleGb18030());
      case UNICODE ->
          survey.isPartlyUtf8() && !bytesSay.isConvincing() && !bytesSay.isPlausibleGb18030();
      case ESCAPES -> false;
    };
  }

  /** True for Latin script with accents, whose bytes beyond ASCII stand alone between letters. */
  private static boolean isLatin(Encoding encoding) {
    return LATIN.contains(encoding.name());
  }

  private static EncodingChoice chosen(
      Encoding encoding, String evidence, List<Label> labels, String... notes) {
    List<String> all = new ArrayList<>(List.of(notes));
    for (Label label : labels) {
      String note = label.place() + " said " + printable(label.text());
      if (label.encoding() != encoding && !all.contains(note)) {
        all.add(note);
      }
    }
    String known = all.isEmpty() ? evidence : evidence + " (" + String.join(", ", all) + ")";
    return new EncodingChoice(encoding, known);
  }

  /** Labels come from the page: they are shown, so they are ASCII without control characters. */
  private static String printable(String label) {
    return label.replaceAll("[^!-~]", "?");
  }

  /** True if there is an escape to the characters of JIS X 0208, which only ISO-2022-JP has. */
  private static boolean hasJapaneseEscapes(byte[] bytes, int from, int to) {
    for (int i = from; i + 2 < to; i++) {
      if (bytes[i] == ESCAPE
          && bytes[i + 1] == '$'
          && (bytes[i + 2] == 'B' || bytes[i + 2] == '@')) {
        return true;
      }
    }
    return false;
  }

  /** True if there is an escape of ISO 2022 or of HZ. */
  private static boolean hasEscapes(byte[] bytes, int from, int to) {
    int last = to - 1; // where none begins
    if (EightBytes.indexOf(ESCAPE, bytes, from, last) < last) {
      return true;
    }
    int tilde = EightBytes.indexOf(TILDE, bytes, from, last);
    while (tilde < last && bytes[tilde + 1] != '{') {
      tilde = EightBytes.indexOf(TILDE, bytes, tilde + 1, last);
    }
    return tilde < last;
  }
}
