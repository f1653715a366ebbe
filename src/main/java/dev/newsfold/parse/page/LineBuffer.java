package dev.newsfold.parse.page;

import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jsoup.nodes.Element;

/** The text of the line being read, with its weights and marked spans. */
final class LineBuffer {
  private static final int MAX_SPANS = 2_000;

  /** Shared by all lines without seams, and never written to. */
  private static final BitSet NONE = new BitSet(0);

  /** Chars, not a builder: one by one they are what a page is read by. */
  private char[] text = new char[1 << 10];

  private int length;
  private List<Span> spans = new ArrayList<>(2);
  private BitSet seams = NONE;
  private boolean gap;
  private int weight;
  private int linkWeight;
  private int punctuation;

  int length() {
    return length;
  }

  /** Adds text, squeezing white space; {@code linked} says that it stands in a link. */
  void append(String more, boolean linked) {
    int end = more.length();
    // One char each, and the gap before them.
    if (length + end >= text.length) {
      text = Arrays.copyOf(text, 2 * (length + end));
    }
    for (int i = 0; i < end; i++) {
      char c = more.charAt(i);
      if (Text.isSpace(c)) {
        gap = length > 0;
        continue;
      }
      if (Text.isInvisible(c)) {
        continue;
      }
      if (gap) {
        text[length++] = ' ';
        gap = false;
      }
      text[length++] = c;
      int w = Text.weight(c);
      weight += w;
      if (linked) {
        linkWeight += w;
      } else if (w == 0 && Text.isSentencePunctuation(c)) {
        punctuation++;
      }
    }
  }

  /** Notes that an element marks the text from a position to here. */
  void mark(Element element, int start) {
    if (start < length && spans.size() < MAX_SPANS) {
      int from = text[start] == ' ' ? start + 1 : start;
      spans.add(new Span(element, new String(text, from, length - from), from));
    }
  }

  /** Notes that two inline elements touch here, of which one has no attributes. */
  void seam() {
    if (length > 0 && !gap) {
      seams = seams == NONE ? new BitSet() : seams;
      seams.set(length);
    }
  }

  Line toLine(int index, Block block, boolean broken) {
    return new Line(
        index,
        new String(text, 0, length),
        block,
        weight,
        linkWeight,
        punctuation,
        broken,
        spans.isEmpty() ? List.of() : spans,
        seams);
  }

  void clear() {
    length = 0;
    if (!spans.isEmpty()) {
      spans = new ArrayList<>(2);
    }
    seams = NONE;
    gap = false;
    weight = 0;
    linkWeight = 0;
    punctuation = 0;
  }
}
