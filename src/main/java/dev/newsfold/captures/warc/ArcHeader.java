package dev.newsfold.captures.warc;

import dev.newsfold.records.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The line that starts a record of an ARC file, version 1 or 2, told in the words of WARC: an
 * address that may hold blanks, an IP address, the date, the media type, in version 2 five more,
 * and the length of what follows.
 *
 * @see <a href="https://archive.org/web/researcher/ArcFileFormat.php">ARC File Format</a>
 */
final class ArcHeader {
  /** No header line is longer. */
  static final int LOOK_AHEAD = 4096;

  private static final List<String> SCHEMES =
      List.of("http://", "https://", "filedesc:", "dns:", "ftp://", "whois://", "metadata:");

  /** Where the date stands, from the end: before type and length, or five more between them. */
  private static final int[] DATE_FROM_END = {3, 8};

  private ArcHeader() {}

  /** Whether a record starts here, by its whole line as far as it is at hand. */
  static boolean startsAt(byte[] bytes, int from, int to) {
    int last = Math.min(to, from + LOOK_AHEAD);
    int start = Math.min(last, from + 10);
    String scheme = new String(bytes, from, start - from, StandardCharsets.ISO_8859_1);
    if (SCHEMES.stream().noneMatch(scheme::startsWith)) {
      return false;
    }
    int end = from;
    while (end < last && bytes[end] != '\n') {
      end++;
    }
    return end - from == LOOK_AHEAD
        || parse(new String(bytes, from, end - from, StandardCharsets.UTF_8)) != null;
  }

  /**
   * Reads the line of a record.
   *
   * @throws Damaged if it is none
   */
  static WarcHeader read(RecordInput in, int maxBytes) throws IOException, Damaged {
    WarcHeader header = parse(new HeaderLines(in, maxBytes).next());
    if (header == null) {
      throw new Damaged(Reason.WARC_MALFORMED, "bytes that start no ARC record");
    }
    return header;
  }

  private static @Nullable WarcHeader parse(String line) {
    String[] words = line.strip().split(" ", -1);
    if (!words[words.length - 1].matches("-?\\d+")) {
      return null;
    }
    for (int fromEnd : datesFromEnd(words)) {
      int date = words.length - fromEnd;
      if (date >= 2 && words[date].matches("\\d{8,17}")) {
        String url = String.join(" ", Arrays.copyOf(words, date - 1));
        boolean web = url.startsWith("http");
        return WarcHeader.of(
            Map.of(
                "warc-type",
                    url.startsWith("filedesc:") ? "warcinfo" : web ? "response" : "resource",
                "warc-target-uri", url,
                "warc-date", words[date],
                "content-type", words[date + 1],
                "content-length", words[words.length - 1]));
      }
    }
    return null;
  }

  /**
   * Where the date may stand: a media type may hold blanks, and then it is behind an IP address.
   */
  private static int[] datesFromEnd(String[] words) {
    return IntStream.concat(
            Arrays.stream(DATE_FROM_END),
            IntStream.rangeClosed(4, words.length - 2)
                .filter(fromEnd -> words[words.length - fromEnd - 1].matches("[0-9a-fA-F]+[.:].+")))
        .toArray();
  }

  /** Whether a file's first line is that of an ARC record. */
  static boolean startsFile(FileBytes file) throws IOException {
    byte[] bytes = new byte[LOOK_AHEAD];
    int length = 0;
    while (length < LOOK_AHEAD && file.peek(length) >= 0) {
      bytes[length] = (byte) file.peek(length);
      length++;
    }
    return startsAt(bytes, 0, length);
  }
}
