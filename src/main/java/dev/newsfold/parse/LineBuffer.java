package dev.newsfold.parse;

import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** The text of the line being read, with its weights and marked spans. */
final class LineBuffer {
  private static final int MAX_SPANS = 2_000;

  private final StringBuilder text = new StringBuilder();
  private List<Span> spans = new ArrayList<>(2);
  private boolean gap;
  private int weight;
  private int linkWeight;
  private int punctuation;

  int length() {
    return text.length();
  }

  /** Adds text, squeezing white space; {@code linked} says that it stands in a link. */
  void append(String more, boolean linked) {
    for (int i = 0; i < more.length(); i++) {
      char c = more.charAt(i);
      if (Text.isSpace(c)) {
        gap = text.length() > 0;
        continue;
      }
      if (Text.isInvisible(c)) {
        continue;
      }
      if (gap) {
        text.append(' ');
        gap = false;
      }
      text.append(c);
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
    if (start < text.length() && spans.size() < MAX_SPANS) {
      int from = text.charAt(start) == ' ' ? start + 1 : start;
      spans.add(new Span(element, text.substring(from), from));
    }
  }

  Line toLine(int index, Block block, boolean broken) {
    return new Line(
        index,
        text.toString(),
        block,
        weight,
        linkWeight,
        punctuation,
        broken,
        spans.isEmpty() ? List.of() : spans);
  }

  void clear() {
    text.setLength(0);
    if (!spans.isEmpty()) {
      spans = new ArrayList<>(2);
    }
    gap = false;
    weight = 0;
    linkWeight = 0;
    punctuation = 0;
  }
}
