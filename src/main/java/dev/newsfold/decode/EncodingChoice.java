package dev.newsfold.decode;

import dev.newsfold.decode.DeclaredLabels.Label;
import dev.newsfold.decode.Encoding.Family;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which encoding some bytes are in. Best evidence first:
 *
 * <ol>
 *   <li>a byte order mark, or the NULs of UTF-16;
 *   <li>validity: what is valid UTF-8 is UTF-8, whatever the page says, and stays it with some
 *       damage;
 *   <li>what the HTTP header, the XML declaration and the meta elements say, in this order, unless
 *       the bytes refute it;
 *   <li>the frequency of common characters;
 *   <li>windows-1252, which makes text of any bytes.
 * </ol>
 *
 * @param evidence what spoke for it, and which labels were overruled
 */
record EncodingChoice(Encoding encoding, String evidence) {

  /** Chooses for a page whose text does not start with a byte order mark of UTF-16 or UTF-32. */
  static EncodingChoice of(
      @Nullable String contentType, byte[] bytes, int from, int to, Utf8Survey survey) {
    List<Label> labels = DeclaredLabels.of(contentType, bytes, from, to);
    if (survey.isAscii() && hasEscapes(bytes, from, to)) {
      for (Label label : labels) {
        if (label.encoding() != null && label.encoding().family() == Family.ESCAPES) {
          return chosen(label.encoding(), label.place(), labels);
        }
      }
    }
    if (survey.isValid()) {
      return chosen(Encodings.UTF_8, "utf8-valid", labels);
    }
    if (survey.isMostlyUtf8()) {
      return chosen(Encodings.UTF_8, "utf8-valid but for " + survey.bad() + " errors", labels);
    }
    EastAsianEvidence bytesSay = EastAsianEvidence.of(bytes, from, to);
    for (Label label : labels) {
      if (label.encoding() != null && allows(bytesSay, survey, label.encoding())) {
        return chosen(label.encoding(), label.place(), labels);
      }
    }
    if (bytesSay.isConvincing()) {
      return chosen(bytesSay.best(), "frequency", labels);
    }
    return chosen(
        bytesSay.isFlawlessGb18030() ? Encodings.GB18030 : Encodings.WINDOWS_1252,
        "fallback",
        labels);
  }

  private static boolean allows(EastAsianEvidence bytesSay, Utf8Survey survey, Encoding encoding) {
    return switch (encoding.family()) {
      case EAST_ASIAN -> bytesSay.allows(encoding);
      case SINGLE_BYTE -> !bytesSay.isConvincing();
      case UNICODE -> survey.good() > survey.bad() && !bytesSay.isConvincing();
      case ESCAPES -> false;
    };
  }

  private static EncodingChoice chosen(Encoding encoding, String evidence, List<Label> labels) {
    String overruled =
        labels.stream()
            .filter(label -> label.encoding() != encoding)
            .map(label -> label.place() + " said " + printable(label.text()))
            .distinct()
            .collect(Collectors.joining(", "));
    return new EncodingChoice(
        encoding, overruled.isEmpty() ? evidence : evidence + " (" + overruled + ")");
  }

  /** Labels come from the page: they are shown, so they are ASCII without control characters. */
  private static String printable(String label) {
    return label.replaceAll("[^!-~]", "?");
  }

  /** True if there is an escape of ISO 2022 or of HZ. */
  private static boolean hasEscapes(byte[] bytes, int from, int to) {
    for (int i = from; i + 1 < to; i++) {
      if (bytes[i] == 0x1b || bytes[i] == '~' && bytes[i + 1] == '{') {
        return true;
      }
    }
    return false;
  }
}
