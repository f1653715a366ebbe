package dev.newsfold.dedupe;

/** Tells a program from prose: failed extractions leave scripts as the text of an article. */
final class SourceCode {
  private static final int SIGNS = 10;
  private static final double SHARE = 0.01;

  private SourceCode() {}

  /**
   * Whether a text is a program: the signs of programs outnumber the ends of sentences, and are so
   * many among all characters that no prose with a rule of style in it reaches them.
   */
  static boolean is(String plain) {
    int code = 0;
    int sentences = 0;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c == '{' || c == '}' || c == '=') {
        code++;
      } else if (c == '。' || c == '?' || c == '!') {
        sentences++;
      } else if (c == '.' && i + 1 < plain.length() && plain.charAt(i + 1) <= ' ') {
        sentences++;
      }
    }
    return code >= SIGNS && code > sentences && code > SHARE * plain.length();
  }
}
