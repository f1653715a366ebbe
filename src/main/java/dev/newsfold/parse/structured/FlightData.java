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
    for (int at = all.indexOf(TEXT); at > 0; at = all.indexOf(TEXT, at + 1)) {
      int from = at + TEXT.length();
      int comma = all.indexOf(',', from);
      if (comma > from && comma - from <= LONGEST_LENGTH && isHex(all, at - 1)) {
        int bytes = length(all.substring(from, comma));
        if (bytes > 0) {
          texts.add(all.substring(comma + 1, end(all, comma + 1, bytes)));
        }
      }
    }
    return texts;
  }

  private static boolean isHex(String text, int at) {
    return Character.digit(text.charAt(at), HEX) >= 0;
  }

  /** -1 if it is no length. */
  private static int length(String hex) {
    for (int i = 0; i < hex.length(); i++) {
      if (!isHex(hex, i)) {
        return -1;
      }
    }
    return Integer.parseInt(hex, HEX);
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
