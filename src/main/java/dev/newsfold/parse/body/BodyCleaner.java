package dev.newsfold.parse.body;

import dev.newsfold.parse.page.Block;
import dev.newsfold.parse.page.BlockRole;
import dev.newsfold.parse.page.Headline;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.PageView;
import dev.newsfold.parse.page.TextDensity;
import dev.newsfold.parse.text.Sentences;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Takes the furniture out of the lines that hold an article's text. */
public final class BodyCleaner {
  private static final double LINKED = 0.75;

  /** A block within the text that holds more of it than this is the text, whatever its name. */
  private static final double MOST = 0.5;

  /** With more prose above the headline than so many times the prose below, it is no headline. */
  private static final int MOST_ABOVE = 4;

  /** Why a line is left out that a pattern of captions fits. */
  private static final String CAPTION = "label: caption";

  private final TextDensity passages;
  private final PageView page;
  private final Headline headline;
  private final @Nullable StatedBody stated;
  private final BiConsumer<Line, String> dropped;

  public BodyCleaner(
      TextDensity passages,
      Headline headline,
      @Nullable StatedBody stated,
      BiConsumer<Line, String> dropped) {
    this.stated = stated;
    this.passages = passages;
    this.page = passages.page();
    this.headline = headline;
    this.dropped = dropped;
  }

  public List<Line> clean(BodyFinder.Found where) {
    BitSet found = where.lines();
    Block core = where.core();
    int prose = 0;
    int weight = 0;
    for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
      weight += page.lines().get(i).weight();
      prose += passages.prose(i, i + 1);
    }
    BoxesAmongText boxes = new BoxesAmongText(passages, prose, weight);
    List<Line> kept = new ArrayList<>();
    List<Line> captions = new ArrayList<>();
    int end = new BodyEnd(passages, headline).of(found, core, prose);
    int start = start(found);
    for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
      Line line = page.lines().get(i);
      String why =
          i < start
              ? "above the text"
              : i >= end ? "below the text" : why(line, core, prose, boxes);
      if (why == null) {
        kept.add(line);
      } else if (why.equals(CAPTION)) {
        captions.add(line);
      } else {
        dropped.accept(line, why);
      }
    }
    if (weight(captions) > weight(kept)) {
      kept.addAll(captions); // a gallery: its captions are what it tells
      kept.sort(Comparator.comparingInt(Line::index));
    } else {
      captions.forEach(line -> dropped.accept(line, CAPTION));
    }
    List<Line> once = RepeatedText.without(kept);
    kept.subList(once.size(), kept.size()).forEach(line -> dropped.accept(line, "a second copy"));
    return new BodyEdges(headline.text(), dropped).trim(once);
  }

  private static int weight(List<Line> lines) {
    return lines.stream().mapToInt(Line::weight).sum();
  }

  /** The first line after the headline, if the headline stands among the lines. */
  private int start(BitSet found) {
    Line line = headline.line();
    if (line == null || !found.get(line.index())) {
      return 0;
    }
    int above = passages.prose(found.nextSetBit(0), line.index());
    int below = passages.prose(line.index(), found.length());
    return above > below * MOST_ABOVE ? 0 : line.index() + 1;
  }

  private static boolean isCaption(Block block) {
    return block.hint().contains("caption") || block.hint().contains("credit");
  }

  private @Nullable String why(Line line, @Nullable Block core, int prose, BoxesAmongText boxes) {
    if (line.hidden()) {
      return "hidden";
    }
    if (line.block().tag().equals("figure") && !Sentences.isComplete(line.text())) {
      return "caption";
    }
    StatedBody statement = stated;
    if (statement != null && statement.decides(prose)) {
      if (statement.has(line) && !isInRunOfLinks(line)) {
        return Boilerplate.why(line) == null ? null : "label: " + Boilerplate.why(line);
      }
      if (TextDensity.isProse(line) && statement.excludes(line)) {
        return "not in the page's articleBody";
      }
    }
    for (Block b = line.block(); b != null; b = b.parent()) {
      if (boxes.isAppeal(b)) {
        return "box of words to readers: " + b.tag() + " " + b.hint();
      }
      if (core != null
          && (b.contains(core) || core.contains(b) && passages.prose(b) > prose * MOST)) {
        break;
      }
      BlockRole role = passages.role(b);
      if (role == BlockRole.DOUBTFUL
          && b.isParagraph()
          && !isCaption(b)
          && TextDensity.isProse(line)) {
        continue;
      }
      if (role == BlockRole.DOUBTFUL
          && core != null
          && b.hint().contains("teaser")
          && (!core.contains(b) || holdsBody(line, b))) {
        continue;
      }
      if (role == BlockRole.FURNITURE || role == BlockRole.DOUBTFUL) {
        return "block: " + b.tag() + " " + b.hint();
      }
      if (boxes.isBoxOfLinks(b)) {
        return "box of links: " + b.tag() + " " + b.hint();
      }
    }
    String label = Boilerplate.why(line);
    if (label != null) {
      return "label: " + label;
    }
    String begins = Boilerplate.whatBegins(line);
    if (begins != null) {
      return "label: " + begins;
    }
    if (isLink(line)) {
      return "link";
    }
    return null;
  }

  /** True for a link beside another one: of a list, even if the page states it as its text. */
  private boolean isInRunOfLinks(Line line) {
    return isLink(line)
        && (isLink(page.line(line.index() - 1)) || isLink(page.line(line.index() + 1)));
  }

  private static boolean isLink(@Nullable Line line) {
    return line != null && line.weight() > 0 && line.linkDensity() >= LINKED;
  }

  /** True if a line stands in a block named for article text inside another: a text's free part. */
  private boolean holdsBody(Line line, Block outer) {
    for (Block b = line.block(); b != null && b != outer; b = b.parent()) {
      if (passages.role(b) == BlockRole.BODY) {
        return true;
      }
    }
    return false;
  }
}
