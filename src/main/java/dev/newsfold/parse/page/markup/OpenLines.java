package dev.newsfold.parse.page.markup;

/** Where in a page lines begin and end, by the tags that have been read so far. */
final class OpenLines {
  private final Markup markup;

  /** How many elements are open at whose borders lines begin and end; a stray end tag ends none. */
  private final int[] open = new int[1 << 8];

  /** True if no text has come since the last border of a line. */
  private boolean lineIsEmpty = true;

  /** How many preformatted elements are open. */
  private int preformatted;

  OpenLines(Markup markup) {
    this.markup = markup;
  }

  /** Notes that text has come, or what may be text. */
  void text() {
    lineIsEmpty = false;
  }

  /** True if white space before the tag here shows nothing: no line has begun, or one ends. */
  boolean hideSpaceBefore(int tag) {
    return preformatted == 0 && (lineIsEmpty || tagBordersLine(tag));
  }

  /** Notes a start tag whose name stands between two places. */
  void start(int traits, int from, int to) {
    if (bordersLine(traits, from, to)) {
      open[place(from, to)]++;
      lineIsEmpty = true;
    }
    preformatted += (traits & Vocabulary.PREFORMATTED) != 0 ? 1 : 0;
  }

  /** Notes an end tag whose name stands between two places. */
  void end(int traits, int from, int to) {
    if ((traits & Vocabulary.HIDES) != 0) {
      // What it hid may have ended a line, but not that around it.
      lineIsEmpty = false;
    }
    int place = place(from, to);
    if (open[place] > 0 && bordersLine(traits, from, to)) {
      open[place]--;
      lineIsEmpty = true;
    }
    preformatted -= preformatted > 0 && (traits & Vocabulary.PREFORMATTED) != 0 ? 1 : 0;
  }

  private boolean tagBordersLine(int at) {
    boolean closes = markup.has('/', at + 1);
    int from = closes ? at + 2 : at + 1;
    int to = markup.tagNameEnd(from);
    return markup.hasLetter(from)
        && bordersLine(Vocabulary.TAGS.traits(markup.chars, from, to), from, to)
        && !(closes && open[place(from, to)] == 0);
  }

  private boolean bordersLine(int traits, int from, int to) {
    if (traits != 0) {
      return (traits & Vocabulary.WITHIN_LINE) == 0;
    }
    for (int i = from; i < to; i++) {
      // Elements of other vocabularies, and those that a site defined itself, may be words.
      if (markup.chars[i] == ':' || markup.chars[i] == '-') {
        return false;
      }
    }
    return true;
  }

  /** Where elements of a name are counted; few names share a place. */
  private int place(int from, int to) {
    int ends = (markup.chars[from] | 0x20) * 7 + (markup.chars[to - 1] | 0x20);
    return ends + to - from & open.length - 1;
  }
}
