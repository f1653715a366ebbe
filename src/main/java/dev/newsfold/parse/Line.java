package dev.newsfold.parse;

import java.util.List;

/**
 * A run of visible text between two borders of blocks or {@code <br>}s, in one line.
 *
 * @param index position among the page's lines, in document order
 * @param text white space squeezed, never empty
 * @param block the innermost block that holds the run
 * @param weight letters and digits, see {@link Text#weight(String)}
 * @param linkWeight the part of the weight that stands in links
 * @param punctuation sentence punctuation outside of links
 * @param broken true if a {@code <br>} of the same block comes before it
 * @param spans inline elements with attributes, in the order in which they end
 */
record Line(
    int index,
    String text,
    Block block,
    int weight,
    int linkWeight,
    int punctuation,
    boolean broken,
    List<Span> spans) {

  /** Share of the text that stands in links, 0 to 1. */
  double linkDensity() {
    return weight == 0 ? 0 : (double) linkWeight / weight;
  }

  boolean isLinked() {
    return weight > 0 && linkWeight == weight;
  }

  boolean isHeading() {
    return block.isHeading();
  }

  /**
   * The text with a blank at each border of an inline element, where {@code 10-08} and {@code
   * 12:00} touch.
   */
  String spaced() {
    if (spans.isEmpty()) {
      return text;
    }
    java.util.BitSet borders = new java.util.BitSet(text.length() + 1);
    for (Span span : spans) {
      borders.set(span.start());
      borders.set(Math.min(text.length(), span.start() + span.text().length()));
    }
    StringBuilder spaced = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      if (borders.get(i) && i > 0) {
        spaced.append(' ');
      }
      spaced.append(text.charAt(i));
    }
    return spaced.toString();
  }

  List<Span> links() {
    return spans.stream().filter(Span::isLink).toList();
  }

  boolean hidden() {
    return block.hidden();
  }

  @Override
  public String toString() {
    return index + " " + block.tag() + ": " + text;
  }
}
