package dev.newsfold.parse.structured;

/** What the escapes in a string of JSON stand for. */
final class JsonStrings {
  private static final int HEX = 16;

  private JsonStrings() {}

  /** The text between two quotes; an escape that is none stands for itself. */
  static String unescape(String json, int from, int to) {
    StringBuilder text = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      char c = json.charAt(i);
      if (c != '\\' || i + 1 >= to) {
        text.append(c);
        continue;
      }
      char escaped = json.charAt(++i);
      switch (escaped) {
        case 'n', 'r', 't', 'b', 'f' -> text.append(escaped == 'n' ? '\n' : ' ');
        case 'u' -> {
          int code = i + 4 < to ? hex(json, i + 1) : -1;
          text.append(code < 0 ? "u" : Character.toString((char) code));
          i += code < 0 ? 0 : 4;
        }
        default -> text.append(escaped);
      }
    }
    return text.toString();
  }

  /** The value of four hexadecimal digits; -1 if they are not. */
  private static int hex(String json, int from) {
    int value = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = Character.digit(json.charAt(i), HEX);
      if (digit < 0) {
        return -1;
      }
      value = value * HEX + digit;
    }
    return value;
  }
}
