package dev.newsfold.parse.body;

import dev.newsfold.parse.body.BlocksBeside.Range;
import dev.newsfold.parse.page.Block;
import dev.newsfold.parse.page.BlockRole;
import dev.newsfold.parse.page.Headline;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.PageView;
import dev.newsfold.parse.page.TextDensity;
import dev.newsfold.parse.text.Sentences;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the article's text stands: the block that {@link BodyCore} gives, as far as {@link
 * BodyExtent} says that it reaches, and the blocks beside it that continue it. What is found is a
 * set of lines; {@link BodyCleaner} then takes the furniture out.
 */
public final class BodyFinder {
  /** A block beside the best one continues it if so much of it is prose. */
  private static final double JOIN_PROSE_SHARE = 0.6;

  private static final double JOIN_LINKS = 0.2;

  /** Entries of a live report have heads of their own, and link to what they report. */
  private static final double LIVE_PROSE_SHARE = 0.3;

  private static final double LIVE_LINKS = 0.35;

  /** Lines that may stand between two parts of a text: captions, advertisements, share bars. */
  private static final int MAX_GAP = 12;

  private static final double LARGE = 0.3;

  private static final int MAX_CLIMB = 6;

  private final TextDensity passages;
  private final PageView page;
  private final int headlineLine;

  private boolean briefTaken;
  private final BodyCore core;
  private final BodyExtent extent;
  private final TextBeneathHeadline beneath;

  public BodyFinder(TextDensity passages, Headline headline) {
    this.passages = passages;
    this.page = passages.page();
    Line line = headline.line();
    this.headlineLine = line == null ? -1 : line.index();
    this.core = new BodyCore(passages, headlineLine);
    this.extent = new BodyExtent(passages, headlineLine);
    this.beneath = new TextBeneathHeadline(passages, headlineLine);
  }

  /**
   * The lines that hold the text, in document order; empty if the page has no prose, or none that
   * an earlier call did not give.
   */
  public Found find() {
    BitSet found = new BitSet(page.lines().size());
    Block best = core.next();
    if (best != null) {
      best = extent.of(best);
      found.set(best.firstLine(), best.endLine());
      join(best, found);
      goOn(found);
      new BodyTail(passages).add(found, best);
      beneath.addStandfirst(found);
    } else if (!briefTaken) {
      briefTaken = true;
      beneath.addBrief(found);
      goOn(found);
    }
    return new Found(found, best);
  }

  /**
   * Where the text stands.
   *
   * @param lines the lines that hold it
   * @param core the block that holds most of it; null if nothing was found
   */
  record Found(BitSet lines, @Nullable Block core) {}

  /** Climbs from the best block and takes in what continues it. */
  private void join(Block best, BitSet found) {
    int own = passages.prose(best);
    boolean articles = holdsArticle(best);
    Block inner = best;
    for (int climbed = 0; climbed < MAX_CLIMB; climbed++) {
      Block outer = inner.parent();
      if (inner.tag().equals("article") && outer != null && outer.within("article") == null) {
        return; // What stands beside the whole article is about it, or about others.
      }
      if (outer == null || passages.prose(outer) == passages.prose(inner)) {
        if (outer == null) {
          return;
        }
        inner = outer;
        continue;
      }
      for (Range child : BlocksBeside.outwards(page, outer, inner)) {
        if (continues(child, inner, best, own)
            && (articles || child.block() == null || !isAboutOtherArticles(child.block()))
            && isNear(child, inner, found, own)) {
          found.set(child.from(), child.to());
        }
      }
      inner = outer;
    }
  }

  /**
   * Takes in the short paragraphs that follow one of the text where nothing holds them together.
   */
  private void goOn(BitSet found) {
    for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
      Line line = page.lines().get(i);
      Line next = found.get(i + 1) ? null : page.line(i + 1);
      if (next != null
          && line.block().tag().equals("p")
          && next.block().tag().equals("p")
          && next.block().parent() == line.block().parent()
          && next.linkWeight() == 0
          && !next.hidden()
          && !passages.isOutside(next.block())
          && Sentences.ends(next.text())) {
        found.set(i + 1);
      }
    }
  }

  /** True if little stands between a range and what was found, or it is large enough by itself. */
  private boolean isNear(Range range, Block inner, BitSet found, int own) {
    int after = range.from() - found.previousSetBit(range.from());
    int next = found.nextSetBit(range.to());
    int before = next < 0 ? Integer.MAX_VALUE : next - range.to() + 1;
    return after <= MAX_GAP && found.previousSetBit(range.from()) >= 0
        || before <= MAX_GAP
        || range.block() != null
            && BlocksBeside.isAlike(range.block(), inner)
            && passages.prose(range.from(), range.to()) >= own * LARGE;
  }

  /** True for a block with an {@code <article>} inside, which may be a part of its text. */
  private boolean holdsArticle(Block block) {
    return block.within("article") == null
        && page.blocks().subList(block.index(), block.endIndex()).stream()
            .anyMatch(inner -> inner.tag().equals("article"));
  }

  /** True for an {@code <article>}, and for what holds little else. */
  private boolean isAboutOtherArticles(Block block) {
    int prose = passages.prose(block);
    int within = 0;
    int index = block.index();
    while (index < block.endIndex()) {
      Block inner = page.blocks().get(index);
      boolean article = inner.tag().equals("article");
      within += article ? passages.prose(inner) : 0;
      index = article ? inner.endIndex() : index + 1;
    }
    return within * 2 > prose;
  }

  /** True for entries of a live report, and a box that holds nothing before them. */
  private boolean isLive(Block block) {
    for (int i = block.index(); i < Math.min(block.index() + 2, block.endIndex()); i++) {
      if (LiveEntries.isOne(page.blocks().get(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean continues(Range range, Block inner, Block best, int own) {
    if (range.from() <= headlineLine && range.to() <= headlineLine + 1) {
      return false;
    }
    int prose = passages.solidProse(range.from(), range.to());
    int all = passages.weight(range.from(), range.to());
    Block block = range.block();
    boolean live = block != null && isLive(block);
    if (prose < BodyCore.SOME_PROSE
        || prose < own * 0.02
        || prose < all * (live ? LIVE_PROSE_SHARE : JOIN_PROSE_SHARE)) {
      return false;
    }
    if (block == null) {
      return true;
    }
    if (range.from() < best.firstLine() && !BlocksBeside.isAlike(block, inner)) {
      return false;
    }
    if (passages.isOutside(block) || passages.role(block) == BlockRole.DOUBTFUL) {
      return false;
    }
    Line first = page.lines().get(range.from());
    if (first.isHeading() && first.isLinked()
        || Boilerplate.isOfTerms(first)
        || Boilerplate.whatBegins(first) != null) {
      return false;
    }
    return passages.linkDensity(block) <= (live ? LIVE_LINKS : JOIN_LINKS);
  }
}
