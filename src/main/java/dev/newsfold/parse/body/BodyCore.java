package dev.newsfold.parse.body;

import dev.newsfold.parse.page.Block;
import dev.newsfold.parse.page.BlockRole;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.PageView;
import dev.newsfold.parse.page.TextDensity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the block that holds most prose for its size.
 *
 * <p>Every line of prose speaks for the blocks around it, the nearest most, as in Arc90's
 * Readability; prose is measured by {@link TextDensity} in a way that is fair to CJK.
 */
final class BodyCore {
  /** What holds less prose may be anything. */
  static final int SOME_PROSE = 90;

  /** Between a headline and its text: so many lines. */
  static final int MAX_HEAD = 40;

  /** How far up a line speaks, and how much at each step. */
  private static final double[] VOICE = {1, 0.6, 0.3, 0.15};

  private static final double BODY_ROLE = 1.6;
  private static final double ARTICLE_TAG = 1.2;

  private static final double ABOVE_HEADLINE = 0.3;
  private static final double TERMS = 0.2;
  private static final double IN_COMMENTS = 0.3;
  private static final double TEASER = 0.4;
  private static final int TEASER_HEADLINE = 18;
  private static final double NEXT_TO_HEADLINE = 1.3;
  private static final double ANOTHER_ARTICLE = 0.3;
  private static final int MIN_ARTICLE = 200;
  private static final double SEVERAL_ARTICLES = 0.4;

  /** Blocks that are one paragraph, and speak for what is around them. */
  private static final Set<String> PARAGRAPHS =
      Set.of(
          "p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dd", "dt", "blockquote", "pre", "center");

  private final TextDensity passages;
  private final PageView page;
  private final int headlineLine;

  /** The line with which the comments begin; the end of the page if it has none. */
  private final int comments;

  /** The page's only {@code <article>}; null if it has none, or several. */
  private final @Nullable Block onlyArticle;

  private final Set<Block> given = new HashSet<>();

  /**
   * @param headlineLine -1 for none
   */
  BodyCore(TextDensity passages, int headlineLine) {
    this.passages = passages;
    this.page = passages.page();
    this.headlineLine = headlineLine;
    this.comments = comments();
    List<Block> articles =
        page.blocks().stream().filter(block -> block.tag().equals("article")).toList();
    this.onlyArticle =
        articles.size() == 1 && articles.get(0).endLine() > headlineLine ? articles.get(0) : null;
  }

  /** The best block that no earlier call has given; null if no other holds prose. */
  @Nullable Block next() {
    double[] scores = voices();
    int[] articles = articlesWithin();
    Line first = firstProse();
    Block best = null;
    double bestScore = 0;
    for (Block block : page.blocks()) {
      double score = scores[block.index()];
      if (score == 0 || given.contains(block)) {
        continue;
      }
      score *= fitness(block, first, articles[block.index()]);
      if (score > bestScore) {
        best = block;
        bestScore = score;
      }
    }
    if (best != null) {
      given.add(best);
    }
    return best;
  }

  /** What the lines of prose say for each block. */
  private double[] voices() {
    double[] scores = new double[page.blocks().size()];
    for (Line line : page.lines()) {
      if (!TextDensity.isProse(line) || passages.isOutside(line.block())) {
        continue;
      }
      double say = voice(line);
      Block block = line.block();
      if (PARAGRAPHS.contains(block.tag()) && block.parent() != null) {
        block = block.parent();
      }
      for (int step = 0; block != null && step < VOICE.length; step++) {
        scores[block.index()] += say * VOICE[step];
        block = block.parent();
      }
    }
    return scores;
  }

  private double voice(Line line) {
    double say = 1 + Math.min(line.punctuation(), 12) * 0.6 + Math.min(line.weight() / 90.0, 6);
    if (line.index() < headlineLine) {
      say *= ABOVE_HEADLINE;
    }
    say *= 1 - line.linkDensity();
    if (line.index() > comments) {
      say *= IN_COMMENTS;
    }
    if (Boilerplate.isOfTerms(line)) {
      say *= TERMS;
    }
    return isTeaser(line) ? say * TEASER : say;
  }

  /**
   * What a block's score counts for.
   *
   * @param first paragraph below the headline
   * @param articles how many it holds
   */
  private double fitness(Block block, @Nullable Line first, int articles) {
    double fitness = 1 - passages.linkDensity(block);
    if (first != null && block.contains(first)) {
      fitness *= NEXT_TO_HEADLINE;
    }
    if (isAnotherArticle(block)) {
      fitness *= ANOTHER_ARTICLE;
    }
    if (articles > 1) {
      fitness *= SEVERAL_ARTICLES;
    }
    fitness *= passages.trust(block) * (passages.role(block) == BlockRole.BODY ? BODY_ROLE : 1);
    return block.tag().equals("article") || block.tag().equals("main")
        ? fitness * ARTICLE_TAG
        : fitness;
  }

  private int comments() {
    int prose = 0;
    for (int i = headlineLine + 1; headlineLine >= 0 && i < page.lines().size(); i++) {
      Line line = page.lines().get(i);
      if (prose >= SOME_PROSE && Boilerplate.beginsComments(line)) {
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
      if (TextDensity.isProse(line)
          && line.weight() >= SOME_PROSE
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
    if (article == null) {
      article = onlyArticle;
    }
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
      if (parent != null && block.tag().equals("article") && passages.prose(block) > SOME_PROSE) {
        counts[parent.index()]++;
      }
    }
    return counts;
  }
}
