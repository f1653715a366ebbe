package dev.newsfold.parse.body;

import dev.newsfold.parse.page.Block;
import dev.newsfold.parse.page.BlockRole;
import dev.newsfold.parse.page.Headline;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.PageView;
import dev.newsfold.parse.page.TextDensity;
import dev.newsfold.parse.text.Keys;
import dev.newsfold.parse.text.Sentences;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the article's text stands: the block that {@link BodyCore} gives, and the blocks
 * beside it that continue it. What is found is a set of lines; {@link BodyCleaner} then takes the
 * furniture out.
 */
public final class BodyFinder {
  /** A block beside the best one continues it if so much of it is prose. */
  private static final double JOIN_PROSE_SHARE = 0.6;

  private static final double JOIN_LINKS = 0.2;

  /** Lines that may stand between two parts of a text: captions, advertisements, share bars. */
  private static final int MAX_GAP = 12;

  /** A series of blocks holds so much of the prose around it. */
  private static final double SERIES = 0.75;

  private static final double LARGE = 0.3;

  /** So many sentences may stand between a headline and its text. */
  private static final int MAX_STANDFIRST = 3;

  private static final int STANDFIRST_WEIGHT = 45;
  private static final int MAX_CLIMB = 6;

  /** So near to the headline stands news that is no longer than this. */
  private static final int MAX_BRIEF = 16;

  private static final int BRIEF_WEIGHT = 40;

  /** A heading so close beneath the headline speaks of the same article. */
  private static final int NEXT = 3;

  private static final List<String> DESCRIPTIONS = List.of("description", "og:description");

  private final TextDensity passages;
  private final PageView page;
  private final int headlineLine;

  private boolean briefTaken;
  private final List<String> descriptions;
  private final BodyCore core;

  public BodyFinder(TextDensity passages, Headline headline) {
    this.passages = passages;
    this.page = passages.page();
    Line line = headline.line();
    this.headlineLine = line == null ? -1 : line.index();
    this.core = new BodyCore(passages, headlineLine);
    this.descriptions =
        DESCRIPTIONS.stream().flatMap(n -> page.meta().all(n).stream()).map(Keys::of).toList();
  }

  /**
   * The lines that hold the text, in document order; empty if the page has no prose, or none that
   * an earlier call did not give.
   */
  public Found find() {
    BitSet found = new BitSet(page.lines().size());
    Block best = core.next();
    if (best != null) {
      best = series(best);
      found.set(best.firstLine(), best.endLine());
      join(best, found);
      addStandfirst(found);
    } else if (!briefTaken) {
      briefTaken = true;
      addBrief(found);
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

  /** News in a sentence or two beneath the headline, on a page that has no more prose. */
  private void addBrief(BitSet found) {
    if (headlineLine < 0) {
      return;
    }
    int end = Math.min(page.lines().size(), headlineLine + 1 + MAX_BRIEF);
    for (int i = headlineLine + 1; i < end; i++) {
      Line line = page.lines().get(i);
      boolean sentence =
          line.weight() >= BRIEF_WEIGHT
              && Sentences.isComplete(line.text())
              && line.linkDensity() <= JOIN_LINKS;
      if (sentence
          && !line.hidden()
          && line.block().isParagraph()
          && !passages.isOutside(line.block())) {
        found.set(i);
      } else if (!found.isEmpty() && (line.isHeading() || line.isLinked())) {
        return;
      }
    }
  }

  /** Takes in the sentences that stand between the headline and the text. */
  private void addStandfirst(BitSet found) {
    int first = found.nextSetBit(Math.max(headlineLine, 0));
    if (headlineLine < 0 || found.get(headlineLine) || first - headlineLine > BodyCore.MAX_HEAD) {
      return;
    }
    int taken = 0;
    for (int i = headlineLine + 1; i < first && taken < MAX_STANDFIRST; i++) {
      Line line = page.lines().get(i);
      if (isStandfirst(line)) {
        found.set(i);
        taken++;
      }
    }
  }

  private boolean isStandfirst(Line line) {
    if (line.weight() < STANDFIRST_WEIGHT
        || line.linkDensity() > 0.2
        || passages.isOutside(line.block())
        || !Sentences.isComplete(line.text()) && !isSubhead(line) && !isDescription(line)) {
      return false;
    }
    Block block = line.block();
    for (int up = 0; block != null && up < 3; up++) {
      if (passages.role(block) == BlockRole.DOUBTFUL && !block.hint().contains("teaser")) {
        return false;
      }
      block = block.parent();
    }
    return true;
  }

  /** A heading right beneath the headline, of a lower rank. */
  private boolean isSubhead(Line line) {
    Line title = page.line(headlineLine);
    return line.isHeading()
        && title != null
        && title.isHeading()
        && line.index() - headlineLine <= NEXT
        && line.block().tag().compareTo(title.block().tag()) > 0;
  }

  /** A line that the page gives machines as its description. */
  private boolean isDescription(Line line) {
    String key = line.key();
    return descriptions.stream().anyMatch(description -> description.startsWith(key));
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
      for (Range child : children(outer, inner)) {
        Block block = child.block();
        if (block != null && !block.tag().equals("article") && isAlike(block, inner)) {
          int prose = passages.solidProse(child.from(), child.to());
          alike += prose;
          pieces += prose > 0 ? 1 : 0;
        }
      }
      if (pieces > 1
          && alike >= passages.prose(outer) * SERIES
          && passages.linkDensity(outer) < 0.3) {
        whole = outer;
      }
      inner = outer;
    }
    return whole;
  }

  /** Climbs from the best block and takes in what continues it. */
  private void join(Block best, BitSet found) {
    int own = passages.prose(best);
    Block inner = best;
    for (int climbed = 0; climbed < MAX_CLIMB; climbed++) {
      Block outer = inner.parent();
      if (outer == null || passages.prose(outer) == passages.prose(inner)) {
        if (outer == null) {
          return;
        }
        inner = outer;
        continue;
      }
      for (Range child : outwards(outer, inner)) {
        if (continues(child, inner, best, own) && isNear(child, inner, found, own)) {
          found.set(child.from(), child.to());
        }
      }
      inner = outer;
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
            && isAlike(range.block(), inner)
            && passages.prose(range.from(), range.to()) >= own * LARGE;
  }

  /**
   * What lies directly in a block beside one of its children.
   *
   * @param block the child block; null for lines of the block itself
   */
  private record Range(int from, int to, @Nullable Block block) {}

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

  /** What lies beside a block: what follows it first to last, what precedes it last to first. */
  private List<Range> outwards(Block outer, Block inner) {
    List<Range> after = new ArrayList<>();
    List<Range> before = new ArrayList<>();
    for (Range child : children(outer, inner)) {
      if (child.from() < inner.firstLine()) {
        before.add(0, child);
      } else {
        after.add(child);
      }
    }
    after.addAll(before);
    return after;
  }

  private List<Range> children(Block outer, Block but) {
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
  private static boolean isAlike(Block one, Block other) {
    return one.tag().equals("p")
        || one.tag().equals(other.tag()) && firstName(one).equals(firstName(other));
  }

  /** What follows the first class name is often a number, or an id of the piece. */
  private static String firstName(Block block) {
    String hint = block.hint();
    int space = hint.indexOf(' ');
    return space < 0 ? hint : hint.substring(0, space);
  }

  private boolean continues(Range range, Block inner, Block best, int own) {
    if (range.from() <= headlineLine && range.to() <= headlineLine + 1) {
      return false;
    }
    int prose = passages.solidProse(range.from(), range.to());
    int all = passages.weight(range.from(), range.to());
    if (prose < BodyCore.SOME_PROSE || prose < own * 0.02 || prose < all * JOIN_PROSE_SHARE) {
      return false;
    }
    Block block = range.block();
    if (block == null) {
      return true;
    }
    if (range.from() < best.firstLine() && !isAlike(block, inner)) {
      return false;
    }
    if (best.within("article") != null && isAboutOtherArticles(block)) {
      return false;
    }
    if (passages.isOutside(block) || passages.role(block) == BlockRole.DOUBTFUL) {
      return false;
    }
    Line first = page.lines().get(range.from());
    if (first.isHeading() && first.isLinked() || Boilerplate.isOfTerms(first)) {
      return false;
    }
    return passages.linkDensity(block) <= JOIN_LINKS;
  }
}
