package dev.newsfold.parse.body;

import dev.newsfold.parse.page.Block;
import dev.newsfold.parse.page.BlockRole;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.PageView;
import dev.newsfold.parse.page.TextDensity;

/**
 * How far a text reaches beyond the block that holds most prose for its size: that block may be one
 * of many that a text is cut into.
 */
final class BodyExtent {
  /** A series of blocks holds so much of the prose around it. */
  private static final double SERIES = 0.75;

  private static final double SERIES_LINKS = 0.3;
  private static final int MAX_CLIMB = 6;

  /** What is far more than one part of a text: so many times its prose, and at least so much. */
  private static final double FAR_MORE = 1.5;

  private static final int MORE = 500;

  /** The other parts of a text are prose to this share: tables and short lines are text too. */
  private static final double TEXT_SHARE = 0.4;

  private static final double MAX_LINKS = 0.2;
  private static final int TEASER_HEADLINE = 18;
  private static final int MAX_TEASERS = 2;

  private final TextDensity passages;
  private final PageView page;
  private final int headlineLine;

  /**
   * @param headlineLine -1 for none
   */
  BodyExtent(TextDensity passages, int headlineLine) {
    this.passages = passages;
    this.page = passages.page();
    this.headlineLine = headlineLine;
  }

  /** The block that holds all parts of the text of which a block is one. */
  Block of(Block part) {
    return whole(series(part));
  }

  /**
   * The block that holds a whole series of blocks like the best one, if the text is cut into such a
   * series: by advertisements, or a page builder.
   */
  private Block series(Block best) {
    Block inner = best;
    Block whole = best;
    for (int climbed = 0; climbed < MAX_CLIMB; climbed++) {
      Block outer = inner.parent();
      if (outer == null || outer.depth() == 0) {
        return whole;
      }
      int alike = passages.solidProse(inner.firstLine(), inner.endLine());
      int pieces = 1;
      for (BlocksBeside.Range child : BlocksBeside.children(page, outer, inner)) {
        Block block = child.block();
        if (block != null && !block.tag().equals("article") && BlocksBeside.isAlike(block, inner)) {
          int prose = passages.solidProse(child.from(), child.to());
          alike += prose;
          pieces += prose > 0 ? 1 : 0;
        }
      }
      if (pieces > 1
          && alike >= passages.prose(outer) * SERIES
          && passages.linkDensity(outer) < SERIES_LINKS) {
        whole = outer;
      }
      inner = outer;
    }
    return whole;
  }

  /**
   * The block around the best one that holds far more text of the same article: page builders, and
   * guides made of cards, give every part of a text a box of its own, each built in its own way.
   */
  private Block whole(Block best) {
    Block whole = best;
    Block outer = best.parent();
    while (outer != null && outer.depth() > 0) {
      if (solidProse(outer) >= solidProse(whole) * FAR_MORE && isMoreOfText(outer, whole)) {
        whole = outer;
      }
      outer = outer.parent();
    }
    return whole;
  }

  /** True for a block below the headline that holds more prose of the article than another. */
  private boolean isMoreOfText(Block block, Block inner) {
    int prose = solidProse(block) - solidProse(inner);
    int weight = weight(block) - weight(inner);
    return headlineLine >= 0
        && block.endLine() > headlineLine
        && (inner.within("article") == null || block.within("article") != null)
        && prose >= MORE
        && prose >= weight * TEXT_SHARE
        && passages.linkDensity(block) <= MAX_LINKS
        && passages.role(block) != BlockRole.DOUBTFUL
        && !passages.isOutside(block)
        && !beginsList(inner.endLine(), block.endLine())
        && !holdsOtherArticles(block);
  }

  /** True if a line says that comments or other articles follow it. */
  private boolean beginsList(int from, int to) {
    for (int i = from; i < to; i++) {
      if (Boilerplate.whatBegins(page.lines().get(i)) != null) {
        return true;
      }
    }
    return false;
  }

  private int weight(Block block) {
    return passages.weight(block.firstLine(), block.endLine());
  }

  private int solidProse(Block block) {
    return passages.solidProse(block.firstLine(), block.endLine());
  }

  private boolean holdsOtherArticles(Block block) {
    int articles = 0;
    int headings = 0;
    for (int i = block.index() + 1; i < block.endIndex(); i++) {
      Block inner = page.blocks().get(i);
      articles += inner.tag().equals("article") && passages.prose(inner) > 0 ? 1 : 0;
    }
    for (int i = block.firstLine(); i < block.endLine(); i++) {
      Line line = page.lines().get(i);
      headings += line.isHeading() && line.isLinked() && line.weight() >= TEASER_HEADLINE ? 1 : 0;
    }
    return articles > 1 && block.within("article") == null || headings > MAX_TEASERS;
  }
}
