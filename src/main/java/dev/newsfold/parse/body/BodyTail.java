package dev.newsfold.parse.body;

import dev.newsfold.parse.page.Block;
import dev.newsfold.parse.page.BlockRole;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.PageView;
import dev.newsfold.parse.page.TextDensity;
import dev.newsfold.parse.text.Sentences;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The last short paragraphs of a text that have slipped out of the box that holds the rest: an
 * unclosed or misplaced tag leaves them beside it, directly in the body or in a box of no name.
 */
final class BodyTail {
  /** With more lines behind the box it is a list of something. */
  private static final int MOST = 2;

  /** What weighs more is found by its own weight. */
  private static final int LONGEST = 160;

  private static final int SHORTEST = 9;

  private final TextDensity passages;
  private final PageView page;

  BodyTail(TextDensity passages) {
    this.passages = passages;
    this.page = passages.page();
  }

  /** Adds them to what was found. */
  void add(BitSet found, Block core) {
    int last = found.length() - 1;
    if (last < 0 || last + 1 != core.endLine()) {
      return;
    }
    Block box = outermost(core);
    if (box.tag().equals("article")) {
      return; // What stands beside the whole article is about it, or about others.
    }
    int end = last + 1;
    while (end - last <= MOST + 1 && isText(page.line(end), box)) {
      end++;
    }
    if (end - last - 1 <= MOST) {
      found.set(last + 1, end);
    }
  }

  /** The box, or those around it that hold nothing else behind it. */
  private Block outermost(Block core) {
    Block box = core;
    Block outer = box.parent();
    while (outer != null && outer.endLine() == box.endLine() && !box.tag().equals("article")) {
      box = outer;
      outer = box.parent();
    }
    return box;
  }

  private boolean isText(@Nullable Line line, Block box) {
    if (line == null
        || line.hidden()
        || line.linkWeight() > 0
        || line.weight() < SHORTEST
        || line.weight() > LONGEST
        || !Sentences.ends(line.text())) {
      return false;
    }
    Block block = line.block();
    Block outer = box.parent();
    boolean beside =
        outer != null
            && (block == outer
                || block.parent() == outer && isPlain(block)
                || block.parent() != null
                    && block.parent().parent() == outer
                    && isPlain(block)
                    && isPlain(block.parent()));
    return beside
        && passages.role(block) != BlockRole.DOUBTFUL
        && !passages.isOutside(block)
        && Boilerplate.why(line) == null
        && Boilerplate.whatBegins(line) == null
        && !Boilerplate.isFoot(line)
        && !Boilerplate.isCredit(line)
        && !Boilerplate.isStamp(line)
        && !Boilerplate.isOfTerms(line)
        && !Boilerplate.asks(line);
  }

  /** A box of one line that no name tells apart. */
  private static boolean isPlain(Block block) {
    boolean kind = block.isParagraph() && !block.tag().startsWith("h") || block.tag().equals("div");
    return kind && block.lineCount() == 1 && block.hint().isEmpty();
  }
}
