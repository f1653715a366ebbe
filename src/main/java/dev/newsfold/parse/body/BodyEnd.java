package dev.newsfold.parse.body;

import dev.newsfold.parse.page.Block;
import dev.newsfold.parse.page.Headline;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.PageView;
import dev.newsfold.parse.page.TextDensity;
import dev.newsfold.parse.text.ClassNames;
import dev.newsfold.parse.text.Sentences;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a text ends: before its comments, a list of other articles, or the next story. */
final class BodyEnd {
  /** A label in the midst of the text does not end it: so much prose may come after the end. */
  private static final double MAX_AFTER_END = 0.3;

  /** So much text stands before comments, however many there are. */
  private static final int SOME_TEXT = 90;

  private static final int MIN_TEASERS = 2;

  /** What stands before a list of teasers is the text if it is at least this share of all. */
  private static final double MOST_TEASERS = 0.3;

  private static final int TEASER_HEADLINE = 18;

  /** A date or a time of day beneath the headline of the next story. */
  private static final Pattern WHEN =
      Pattern.compile("(?:19|20)\\d\\d|\\b\\d{1,2}:\\d{2}\\b|^by\\s", Pattern.CASE_INSENSITIVE);

  private static final int NEXT_HEAD = 3;

  private static final Set<String> INFO = ClassNames.in("word", "info");

  private final TextDensity passages;
  private final PageView page;
  private final Headline headline;
  private @Nullable Map<Block, Integer> lastProse;

  BodyEnd(TextDensity passages, Headline headline) {
    this.passages = passages;
    this.page = passages.page();
    this.headline = headline;
  }

  /**
   * One past the last line of the text.
   *
   * @param found the lines in which it stands
   * @param core the block that holds most of it
   * @param prose what they weigh as prose
   */
  int of(BitSet found, @Nullable Block core, int prose) {
    return withoutTeasers(found, end(found, prose), core, prose);
  }

  /** One past the last line of the text: where a label begins what follows articles. */
  private int end(BitSet found, int prose) {
    int seen = 0;
    Block holder = null; // of the last paragraph
    for (int i = Math.max(found.nextSetBit(0), 0); i < found.length(); i++) {
      Line line = page.lines().get(i);
      if (seen > SOME_TEXT && isHeadlineOfNext(line) && !textGoesOn(found, holder, i)) {
        return i; // It may stand beside what was found.
      }
      if (!found.get(i)) {
        continue;
      }
      boolean ends =
          seen > prose * (1 - MAX_AFTER_END) && Boilerplate.whatBegins(line) != null
              || seen > SOME_TEXT && (Boilerplate.beginsComments(line) || Boilerplate.isFoot(line));
      if (ends && !textGoesOn(found, holder, i)) {
        return i;
      }
      if (TextDensity.isProse(line)) {
        holder = holderOf(line);
      }
      seen += passages.prose(i, i + 1);
    }
    return Integer.MAX_VALUE;
  }

  /**
   * The headline of the next story of an endless page: of the rank of this one, in a block of its
   * own that holds nothing of the text before it.
   */
  private boolean isHeadlineOfNext(Line line) {
    Line title = headline.line();
    if (title == null
        || !title.block().tag().equals("h1")
        || !line.block().tag().equals("h1")
        || line.index() <= title.index()
        || line.weight() < TEASER_HEADLINE) {
      return false;
    }
    Block story = line.block().parent();
    if (story == null || story.firstLine() != line.index() || story.contains(title)) {
      return false;
    }
    // Page builders give every part of a text a block and an h1: a story says who and when.
    for (int i = line.index() + 1; i <= line.index() + NEXT_HEAD; i++) {
      Line below = page.line(i);
      if (below != null
          && below.weight() <= SOME_TEXT
          && story.contains(below)
          && (WHEN.matcher(below.plain()).find() || isInfo(below))) {
        return true;
      }
    }
    return false;
  }

  /** A few words in a block that is named for who wrote a text, where and when. */
  static boolean isInfo(Line line) {
    String hint = line.block().hint();
    return !hint.isEmpty()
        && !Sentences.isComplete(line.text())
        && Stream.of(hint.split("[ _-]")).anyMatch(INFO::contains);
  }

  /**
   * Where the text ends, without a list of other articles behind it: each a linked headline with
   * the beginning of its text, in a box of its own.
   */
  private int withoutTeasers(BitSet found, int end, @Nullable Block core, int prose) {
    int teasers = 0;
    int from = end;
    Set<Block> holders = new HashSet<>();
    for (int i = found.previousSetBit(Math.min(end, found.length()) - 1); i > 0; ) {
      Line line = page.lines().get(i);
      if (TextDensity.isProse(line)) {
        int headline = headlineOfAnother(i);
        boolean ownBox = holders.add(holderOf(line));
        if (headline < 0 || !ownBox || core == holderOf(line)) {
          break;
        }
        teasers++;
        from = headline;
      }
      i = found.previousSetBit(i - 1);
    }
    int first = found.nextSetBit(0);
    boolean enough = teasers >= MIN_TEASERS && passages.prose(first, from) > prose * MOST_TEASERS;
    return enough ? from : end;
  }

  /** The linked headline above a line, with at most a source or a time between; -1 if none is. */
  private int headlineOfAnother(int line) {
    for (int i = line - 1; i >= Math.max(0, line - 2); i--) {
      Line above = page.lines().get(i);
      if (above.isLinked() && above.weight() >= TEASER_HEADLINE) {
        return i;
      }
      if (TextDensity.isProse(above)) {
        return -1;
      }
    }
    return -1;
  }

  /**
   * True if a label stands in a box of its own, and the block that held the paragraph before it
   * holds prose after it too.
   */
  private boolean textGoesOn(BitSet found, @Nullable Block holder, int label) {
    return holder != null
        && holder != holderOf(page.lines().get(label))
        && lastProse(found).getOrDefault(holder, -1) > label;
  }

  /** By holder, the last line that is a paragraph of it: asked for any number of labels. */
  private Map<Block, Integer> lastProse(BitSet found) {
    if (lastProse == null) {
      Map<Block, Integer> last = new HashMap<>();
      for (int i = found.length() - 1; i >= 0; i = i == 0 ? -1 : found.previousSetBit(i - 1)) {
        Line line = page.lines().get(i);
        if (!last.containsKey(holderOf(line)) && (TextDensity.isProse(line) || isSentence(line))) {
          last.put(holderOf(line), i);
        }
      }
      lastProse = last;
    }
    return lastProse;
  }

  /** A short paragraph of a text: words without a link that end as a sentence does. */
  private static boolean isSentence(Line line) {
    return line.block().tag().equals("p")
        && line.weight() >= TEASER_HEADLINE
        && line.linkWeight() == 0
        && Sentences.ends(line.text())
        && Boilerplate.why(line) == null;
  }

  /** The block whose paragraph a line is. */
  private static Block holderOf(Line line) {
    Block block = line.block();
    Block parent = block.parent();
    return parent != null && block.isParagraph() ? parent : block;
  }
}
