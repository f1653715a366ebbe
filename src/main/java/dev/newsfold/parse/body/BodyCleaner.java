package dev.newsfold.parse.body;

import dev.newsfold.parse.page.Block;
import dev.newsfold.parse.page.BlockRole;
import dev.newsfold.parse.page.Headline;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.PageView;
import dev.newsfold.parse.page.TextDensity;
import dev.newsfold.parse.people.PersonNames;
import dev.newsfold.parse.people.Reporters;
import dev.newsfold.parse.text.Keys;
import dev.newsfold.parse.text.Labelled;
import dev.newsfold.parse.text.Sentences;
import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the furniture out of the lines that hold an article's text. */
public final class BodyCleaner {
  private static final double LINKED = 0.75;

  /** What stands beneath a headline: dates, times, counters, names with labels. */
  private static final Pattern HEAD =
      Pattern.compile(
          "(?:19|20)\\d\\d\\s?[-/.年]\\s?\\d{1,2}|^(?:摘要|内容摘要|内容提要|核心提示|导读|正文)[:：]?$|[〇○零一二三四五六七八九]{4}年|\\b\\d{1,2}:\\d{2}|来源|作者|记者[:：]|^\\S{0,16}(?:记者"
              + "|通讯员)\\s++\\p{IsHan}{2,4}(?:[ 、]\\p{IsHan}{2,4}){0,4}$|编辑|字号|评论|分享|收藏|打印|阅读|浏览|点击|发布"
              + "|\\bby\\b|published|updated|posted|min(?:ute)? read|share|comments?|print|\\b(?:19"
              + "|20)\\d\\d\\b",
          Pattern.CASE_INSENSITIVE);

  /** 张三报道, in a line of its own. */
  private static final Pattern REPORTED = Pattern.compile("(?:报道|报导|撰文|采写)$");

  /** A label in the midst of the text does not end it: so much prose may come after the end. */
  private static final double MAX_AFTER_END = 0.3;

  /** A block within the text that holds more of it than this is the text, whatever its name. */
  private static final double MOST = 0.5;

  /** With more prose above the headline than so many times the prose below, it is no headline. */
  private static final int MOST_ABOVE = 4;

  private static final Set<String> BOXES = Set.of("div", "section", "article", "dl");
  private static final int MAX_BOX = 12;
  private static final double BOX_LINKS = 0.3;

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

  private static final double LIST_LINKS = 0.6;
  private static final int HEAD_WEIGHT = 120;
  private static final int LONGEST_BYLINE = 40;

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
    for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
      prose += passages.prose(i, i + 1);
    }
    List<Line> kept = new ArrayList<>();
    int end = withoutTeasers(found, end(found, prose), core, prose);
    int start = start(found);
    for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
      Line line = page.lines().get(i);
      String why =
          i < start ? "above the text" : i >= end ? "below the text" : why(line, core, prose);
      if (why == null) {
        kept.add(line);
      } else {
        dropped.accept(line, why);
      }
    }
    return trimHead(kept);
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

  /** One past the last line of the text: where a label begins what follows articles. */
  private int end(BitSet found, int prose) {
    int seen = 0;
    for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
      Line line = page.lines().get(i);
      boolean ends =
          seen > prose * (1 - MAX_AFTER_END) && Boilerplate.whatBegins(line) != null
              || seen > SOME_TEXT && isHeadlineOfNext(line)
              || seen > SOME_TEXT && (Boilerplate.beginsComments(line) || Boilerplate.isFoot(line));
      if (ends && !textGoesOn(found, i)) {
        return i;
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
          && WHEN.matcher(below.plain()).find()) {
        return true;
      }
    }
    return false;
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
  private boolean textGoesOn(BitSet found, int label) {
    Block holder = null;
    for (int i = found.previousSetBit(label - 1); i >= 0 && holder == null; ) {
      Line line = page.lines().get(i);
      if (TextDensity.isProse(line)) {
        holder = holderOf(line);
      }
      i = i == 0 ? -1 : found.previousSetBit(i - 1);
    }
    if (holder == null || holder == holderOf(page.lines().get(label))) {
      return false;
    }
    for (int i = found.nextSetBit(label + 1);
        i >= 0 && i < holder.endLine();
        i = found.nextSetBit(i + 1)) {
      Line line = page.lines().get(i);
      if (TextDensity.isProse(line) && holderOf(line) == holder) {
        return true;
      }
    }
    return false;
  }

  /** The block whose paragraph a line is. */
  private static Block holderOf(Line line) {
    Block block = line.block();
    Block parent = block.parent();
    return parent != null && block.isParagraph() ? parent : block;
  }

  private static boolean isCaption(Block block) {
    return block.hint().contains("caption") || block.hint().contains("credit");
  }

  private @Nullable String why(Line line, @Nullable Block core, int prose) {
    if (line.hidden()) {
      return "hidden";
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
      if (isBoxOfLinks(b, prose)) {
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

  /** A small block of several lines in the midst of a text, much of it links: related articles. */
  private boolean isBoxOfLinks(Block block, int prose) {
    boolean list = block.tag().equals("ul") && passages.linkDensity(block) >= LIST_LINKS;
    return (list || BOXES.contains(block.tag()))
        && block.lineCount() >= 2
        && block.lineCount() <= MAX_BOX
        && passages.prose(block) < prose * 0.15
        && passages.linkDensity(block) >= BOX_LINKS;
  }

  /** A line of a time, of counters, or of names with their label. */
  private static boolean saysWhoAndWhen(Line line) {
    String text = line.plain();
    if (HEAD.matcher(text).find()) {
      return true;
    }
    if (text.length() > LONGEST_BYLINE || !Text.isCjk(text.charAt(0))) {
      return false;
    }
    List<Labelled> labels = Labelled.in(text);
    return !labels.isEmpty() && labels.get(0).start() == 0
        || !Reporters.in(text).isEmpty()
        || (text.indexOf(',') > 0 || REPORTED.matcher(text).find())
            && PersonNames.isAllChinese(text);
  }

  /** Drops the lines between the headline and the first prose that only speak of the article. */
  private List<Line> trimHead(List<Line> lines) {
    int first = 0;
    while (first < lines.size() && first < 12) {
      Line line = lines.get(first);
      if (line.weight() > HEAD_WEIGHT || Sentences.isComplete(line.text())) {
        break;
      }
      first++;
    }
    if (first == lines.size()) {
      first = 0;
    }
    List<Line> kept = new ArrayList<>(lines.size());
    String headlineKey = Keys.of(headline.text());
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (i < first && saysWhoAndWhen(line)) {
        dropped.accept(line, "beneath the headline");
      } else if (i < first && line.key().equals(headlineKey)) {
        dropped.accept(line, "the headline");
      } else {
        kept.add(line);
      }
    }
    return kept;
  }
}
