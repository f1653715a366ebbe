package dev.newsfold.sample;

/** The typography of English sentences put together from parts. */
final class English {
  private English() {}

  /** Capitals at the start of sentences and of quoted speech, curly quotes, no space at the end. */
  static String polish(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean starts = true;
    boolean quoteOpen = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        out.append(quoteOpen ? '”' : '“');
        quoteOpen = !quoteOpen;
        starts = starts || quoteOpen;
      } else if (c == '\'') {
        boolean opens = i == 0 || text.charAt(i - 1) == ' ';
        out.append(opens ? '‘' : '’');
      } else if (c == ' ') {
        out.append(c);
        starts = starts || endsSentence(text, i);
      } else {
        out.append(starts ? Character.toUpperCase(c) : c);
        starts = false;
      }
    }
    return out.toString().strip();
  }

  private static boolean endsSentence(String text, int space) {
    int last = space - 1;
    while (last >= 0 && text.charAt(last) == '"') {
      last--;
    }
    return last >= 0 && (text.charAt(last) == '.' || text.charAt(last) == '?');
  }
}
