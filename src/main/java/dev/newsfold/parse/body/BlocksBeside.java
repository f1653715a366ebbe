package dev.newsfold.parse.body;

import dev.newsfold.parse.page.Block;
import dev.newsfold.parse.page.PageView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What lies directly in a block beside one of its children: other blocks, and bare lines. */
final class BlocksBeside {
  private BlocksBeside() {}

  /**
   * A piece of a block.
   *
   * @param from its first line
   * @param to one past its last line
   * @param block the child block; null for lines of the block itself
   */
  record Range(int from, int to, @Nullable Block block) {}

  /** What lies beside a block: what follows it first to last, what precedes it last to first. */
  static List<Range> outwards(PageView page, Block outer, Block inner) {
    List<Range> after = new ArrayList<>();
    List<Range> before = new ArrayList<>();
    for (Range child : children(page, outer, inner)) {
      if (child.from() < inner.firstLine()) {
        before.add(child);
      } else {
        after.add(child);
      }
    }
    Collections.reverse(before);
    after.addAll(before);
    return after;
  }

  /** All pieces but one, first to last. */
  static List<Range> children(PageView page, Block outer, Block but) {
    List<Range> ranges = new ArrayList<>();
    int line = outer.firstLine();
    int index = outer.index() + 1;
    while (index < outer.endIndex()) {
      Block child = page.blocks().get(index);
      if (child.firstLine() > line) {
        ranges.add(new Range(line, child.firstLine(), null));
      }
      if (child != but && child.lineCount() > 0) {
        ranges.add(new Range(child.firstLine(), child.endLine(), child));
      }
      line = Math.max(line, child.endLine());
      index = child.endIndex();
    }
    if (outer.endLine() > line) {
      ranges.add(new Range(line, outer.endLine(), null));
    }
    return ranges;
  }

  /** True for blocks that the page's design treats alike, and for plain paragraphs. */
  static boolean isAlike(Block one, Block other) {
    return one.tag().equals("p")
        || one.tag().equals(other.tag()) && firstName(one).equals(firstName(other));
  }

  /** What follows the first class name is often a number, or an id of the piece. */
  private static String firstName(Block block) {
    String hint = block.hint();
    int space = hint.indexOf(' ');
    return space < 0 ? hint : hint.substring(0, space);
  }
}
