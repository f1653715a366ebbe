package dev.newsfold.parse.structured;

import java.util.ArrayList;
import java.util.List;

/**
 * The data that React's server components send in the scripts of a page, {@code
 * self.__next_f.push([1,"…"])}: rows of an id and a value, cut across the scripts anywhere. A long
 * text is a row of its own, {@code 1a:T5e3,}, with its length in bytes of UTF-8, in hexadecimal.
 *
 * @param rows all rows in one
 * @param texts the long texts
 */
record FlightData(String rows, List<String> texts) {
  private static final String PUSH = "self.__next_f.push([1,\"";
  private static final String TEXT = ":T";
  private static final int LONGEST_LENGTH = 6;
  private static final int HEX = 16;

  static FlightData of(List<String> scripts) {
    StringBuilder rows = new StringBuilder();
    for (String script : scripts) {
      int from = script.indexOf(PUSH);
      int to = script.lastIndexOf('"');
      if (from >= 0 && to > from + PUSH.length()) {
        rows.append(JsonStrings.unescape(script, from + PUSH.length(), to));
      }
    }
    return new FlightData(rows.toString(), texts(rows));
  }

  private static List<String> texts(CharSequence rows) {
    String all = rows.toString();
    List<String> texts = new ArrayList<>();
    int at = all.indexOf(TEXT);
    while (at >= 0) {
      int from = at + TEXT.length();
      int comma = endOfLength(all, from);
      int bytes =
          at > 0 && isHex(all, at - 1) && comma > from
              ? Integer.parseInt(all, from, comma, HEX)
              : 0;
      // Texts do not overlap: what looks like the head of one in another is a part of it.
      int next = bytes > 0 ? end(all, comma + 1, bytes) : from;
      if (bytes > 0) {
        texts.add(all.substring(comma + 1, next));
      }
      at = all.indexOf(TEXT, next);
    }
    return texts;
  }

  /** Where a comma ends the digits that begin here; -1 if none does. */
  private static int endOfLength(String text, int from) {
    int at = from;
    while (at < text.length() && at - from < LONGEST_LENGTH && isHex(text, at)) {
      at++;
    }
    return at < text.length() && text.charAt(at) == ',' ? at : -1;
  }

  private static boolean isHex(String text, int at) {
    return Character.digit(text.charAt(at), HEX) >= 0;
  }

  /** Where so many bytes of UTF-8 end. */
  private static int end(String text, int from, int bytes) {
    int left = bytes;
    int i = from;
    while (i < text.length() && left > 0) {
      char c = text.charAt(i++);
      // A surrogate is half of four bytes.
      left -= c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return i;
  }
}
