package dev.newsfold.parse.body;

import dev.newsfold.parse.page.Block;
import dev.newsfold.parse.page.PageView;
import dev.newsfold.parse.page.TextDensity;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Small boxes in the midst of a text that are none of it, by what most of their lines are. */
final class BoxesAmongText {
  private static final Set<String> BOXES = Set.of("div", "section", "article", "dl");

  private static final int MAX_BOX = 12;

  private static final double BOX_LINKS = 0.3;

  private static final double LIST_LINKS = 0.6;

  private static final double APPEAL = 0.5;

  private static final double ASKING = 0.4;

  private final TextDensity passages;
  private final PageView page;
  private final int prose;
  private final int weight;

  /** What {@link #isAppeal} has said of blocks: every line in one asks. */
  private final @Nullable Boolean[] appeals;

  /**
   * @param prose what the lines that hold the text weigh as prose
   * @param weight what they weigh
   */
  BoxesAmongText(TextDensity passages, int prose, int weight) {
    this.passages = passages;
    this.page = passages.page();
    this.prose = prose;
    this.weight = weight;
    this.appeals = new Boolean[page.blocks().size()];
  }

  /** A small block of several lines in the midst of a text, much of it links: related articles. */
  boolean isBoxOfLinks(Block block) {
    boolean list = block.tag().equals("ul") && passages.linkDensity(block) >= LIST_LINKS;
    return (list || BOXES.contains(block.tag()))
        && block.lineCount() >= 2
        && !LiveEntries.isOne(block)
        && block.lineCount() <= MAX_BOX
        && passages.prose(block) < prose * 0.15
        && passages.linkDensity(block) >= BOX_LINKS;
  }

  /** A small block of which much asks readers to pay, subscribe or follow: all of it does. */
  boolean isAppeal(Block block) {
    Boolean known = appeals[block.index()];
    if (known == null) {
      known = asksMostly(block);
      appeals[block.index()] = known;
    }
    return known;
  }

  private boolean asksMostly(Block block) {
    if (!BOXES.contains(block.tag())
        || block.lineCount() < 2
        || block.lineCount() > MAX_BOX
        || passages.weight(block.firstLine(), block.endLine()) >= weight * APPEAL) {
      return false;
    }
    int asking = 0;
    for (int i = block.firstLine(); i < block.endLine(); i++) {
      asking += Boilerplate.asks(page.lines().get(i)) ? 1 : 0;
    }
    return asking >= block.lineCount() * ASKING;
  }
}
