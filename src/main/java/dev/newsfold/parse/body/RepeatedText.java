package dev.newsfold.parse.body;

import dev.newsfold.parse.page.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Leaves out a text's second copy: page builders put the same text into a page once for each width
 * of screen.
 */
final class RepeatedText {
  /** What says less may stand twice for other reasons: a heading, a label, a refrain. */
  private static final int PARAGRAPH_WEIGHT = 60;

  /** Copies of so many paragraphs are the text itself. */
  private static final int MIN_PARAGRAPHS = 2;

  /** Of the weight from a copy's first line on, at least this share stood before. */
  private static final double COPIED = 0.9;

  private RepeatedText() {}

  /** The lines up to the first from which on nearly all are copies of lines before. */
  static List<Line> without(List<Line> lines) {
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      first.putIfAbsent(lines.get(i).text(), i);
    }
    int end = lines.size();
    int weight = 0;
    int copied = 0;
    int paragraphs = 0;
    for (int i = lines.size() - 1; i > 0; i--) {
      Line line = lines.get(i);
      int before = first.getOrDefault(line.text(), i);
      weight += line.weight();
      if (before < i) {
        copied += line.weight();
        paragraphs += line.weight() >= PARAGRAPH_WEIGHT ? 1 : 0;
        // A copy begins where its first line stands behind all of what it copies.
        if (paragraphs >= MIN_PARAGRAPHS && copied >= weight * COPIED) {
          end = i;
        }
      }
    }
    return end == lines.size() ? lines : new ArrayList<>(lines.subList(0, end));
  }
}
