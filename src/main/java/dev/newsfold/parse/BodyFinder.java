package dev.newsfold.parse;

import dev.newsfold.parse.text.Keys;
import dev.newsfold.parse.text.Sentences;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the article's text stands: the block that holds most prose for its size, and the
 * blocks beside it that continue it.
 *
 * <p>Every line of prose speaks for the blocks around it, the nearest most, as in Arc90's
 * Readability; prose is measured by {@link Passages} in a way that is fair to CJK. What is found is
 * a set of lines; {@link BodyCleaner} then takes the furniture out.
 */
final class BodyFinder {
  /** How far up a line speaks, and how much at each step. */
  private static final double[] VOICE = {1, 0.6, 0.3, 0.15};

  private static final double BODY_ROLE = 1.6;

  private static final double ABOVE_HEADLINE = 0.3;
  private static final double COOKIES = 0.2;
  private static final double IN_COMMENTS = 0.3;
  private static final double TEASER = 0.4;
  private static final int TEASER_HEADLINE = 18;
  private static final double NEXT_TO_HEADLINE = 1.3;
  private static final double ANOTHER_ARTICLE = 0.3;
  private static final int MIN_ARTICLE = 200;
  private static final double SEVERAL_ARTICLES = 0.4;

  /** A block beside the best one continues it if it holds this much prose. */
  private static final int JOIN_PROSE = 90;

  private static final double JOIN_PROSE_SHARE = 0.6;
  private static final double JOIN_LINKS = 0.2;

  /** Lines that may stand between two parts of a text: captions, advertisements, share bars. */
  private static final int MAX_GAP = 12;

  /** A series of blocks holds so much of the prose around it. */
  private static final double SERIES = 0.75;

  private static final double LARGE = 0.3;

  /** Between a headline and its text: so many lines, and so many sentences of them. */
  private static final int MAX_HEAD = 40;

  private static final int MAX_STANDFIRST = 3;
  private static final int STANDFIRST_WEIGHT = 45;
  private static final int MAX_CLIMB = 6;

  /** A heading so close beneath the headline speaks of the same article. */
  private static final int NEXT = 3;

  private static final List<String> DESCRIPTIONS = List.of("description", "og:description");

  /** Blocks that are one paragraph, and speak for what is around them. */
  private static final Set<String> PARAGRAPHS =
      Set.of(
          "p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dd", "dt", "blockquote", "pre", "center");

  private final Passages passages;
  private final PageView page;
  private final int headlineLine;

  /** The line with which the comments begin; the end of the page if it has none. */
  private final int comments;

  private final List<String> descriptions;
  private final Set<Block> refused = new HashSet<>();

  BodyFinder(Passages passages, Headline headline) {
    this.passages = passages;
    this.page = passages.page();
    Line line = headline.line();
    this.headlineLine = line == null ? -1 : line.index();
    this.comments = comments();
    this.descriptions =
        DESCRIPTIONS.stream().flatMap(n -> page.meta().all(n).stream()).map(Keys::of).toList();
  }

  /**
   * The lines that hold the text, in document order; empty if the page has no prose, or none that
   * an earlier call did not give.
   */
  Found find() {
    BitSet found = new BitSet(page.lines().size());
    Block best = best();
    if (best != null) {
      refused.add(best);
      best = series(best);
      found.set(best.firstLine(), best.endLine());
      join(best, found);
      addStandfirst(found);
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

  /** Takes in the sentences that stand between the headline and the text. */
  private void addStandfirst(BitSet found) {
    int first = found.nextSetBit(Math.max(headlineLine, 0));
    if (headlineLine < 0 || found.get(headlineLine) || first - headlineLine > MAX_HEAD) {
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
      if (passages.role(block) == Role.DOUBTFUL && !block.hint().contains("teaser")) {
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

  private @Nullable Block best() {
    double[] scores = new double[page.blocks().size()];
    int[] articles = articlesWithin();
    for (Line line : page.lines()) {
      if (!Passages.isProse(line) || passages.isOutside(line.block())) {
        continue;
      }
      double say = 1 + Math.min(line.punctuation(), 12) * 0.6 + Math.min(line.weight() / 90.0, 6);
      if (line.index() < headlineLine) {
        say *= ABOVE_HEADLINE;
      }
      say *= 1 - line.linkDensity();
      if (line.index() > comments) {
        say *= IN_COMMENTS;
      }
      if (line.text().contains("ookie")) {
        say *= COOKIES;
      }
      if (isTeaser(line)) {
        say *= TEASER;
      }
      Block block = line.block();
      if (PARAGRAPHS.contains(block.tag()) && block.parent() != null) {
        block = block.parent();
      }
      for (int step = 0; block != null && step < VOICE.length; step++) {
        scores[block.index()] += say * VOICE[step];
        block = block.parent();
      }
    }
    Line first = firstProse();
    Block best = null;
    double bestScore = 0;
    for (Block block : page.blocks()) {
      double score = scores[block.index()];
      if (score == 0) {
        continue;
      }
      score *= 1 - passages.linkDensity(block);
      if (first != null && block.contains(first)) {
        score *= NEXT_TO_HEADLINE;
      }
      if (isAnotherArticle(block)) {
        score *= ANOTHER_ARTICLE;
      }
      if (articles[block.index()] > 1) {
        score *= SEVERAL_ARTICLES;
      }
      score *= passages.trust(block) * (passages.role(block) == Role.BODY ? BODY_ROLE : 1);
      if (refused.contains(block)) {
        continue;
      }
      if (block.tag().equals("article") || block.tag().equals("main")) {
        score *= 1.2;
      }
      if (score > bestScore) {
        best = block;
        bestScore = score;
      }
    }
    return best;
  }

  private int comments() {
    int prose = 0;
    for (int i = headlineLine + 1; headlineLine >= 0 && i < page.lines().size(); i++) {
      Line line = page.lines().get(i);
      if (prose >= JOIN_PROSE && Furniture.beginsComments(line)) {
        return i;
      }
      prose += passages.prose(i, i + 1);
    }
    return page.lines().size();
  }

  /** A text below a linked headline speaks of another article. */
  private boolean isTeaser(Line line) {
    Line before = page.line(line.index() - 1);
    return before != null
        && before.isLinked()
        && before.weight() >= TEASER_HEADLINE
        && before.block() != line.block();
  }

  /** The first paragraph below the headline; null if there is none near. */
  private @Nullable Line firstProse() {
    int last = Math.min(page.lines().size(), headlineLine + MAX_HEAD);
    for (int i = headlineLine + 1; headlineLine >= 0 && i < last; i++) {
      Line line = page.lines().get(i);
      if (Passages.isProse(line)
          && line.weight() >= JOIN_PROSE
          && passages.trust(line.block()) == 1
          && !passages.isOutside(line.block())) {
        return line;
      }
    }
    return null;
  }

  /** True for a block apart from the {@code <article>} that holds the headline and some prose. */
  private boolean isAnotherArticle(Block block) {
    Line headline = page.line(headlineLine);
    Block article = headline == null ? null : headline.block().within("article");
    return article != null
        && passages.prose(article) > MIN_ARTICLE
        && !article.contains(block)
        && !block.contains(article);
  }

  /** How many {@code <article>}s with prose lie directly in each block. */
  private int[] articlesWithin() {
    int[] counts = new int[page.blocks().size()];
    for (Block block : page.blocks()) {
      Block parent = block.parent();
      if (parent != null && block.tag().equals("article") && passages.prose(block) > JOIN_PROSE) {
        counts[parent.index()]++;
      }
    }
    return counts;
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
    if (prose < JOIN_PROSE || prose < own * 0.02 || prose < all * JOIN_PROSE_SHARE) {
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
    if (passages.isOutside(block) || passages.role(block) == Role.DOUBTFUL) {
      return false;
    }
    return passages.linkDensity(block) <= JOIN_LINKS;
  }
}
