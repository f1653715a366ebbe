package dev.newsfold.parse.page;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page's lines weighed as prose, with sums over any range in constant time, and the role of
 * every block.
 */
public final class TextDensity {
  /** A line of prose says at least this much: eight CJK characters, four or five words. */
  private static final int PROSE_WEIGHT = 24;

  /** Without sentence punctuation it takes this much to look like prose. */
  private static final int PROSE_WEIGHT_BARE = 100;

  /** The same where the script has none; vowels above and below the line weigh nothing. */
  private static final int PROSE_WEIGHT_UNMARKED = 45;

  private static final int HEAD = 12;

  private static final double PROSE_LINKS = 0.5;
  private static final double DOUBT = 0.4;

  /** A block that holds more than this share of the page's prose is its text, or around it. */
  private static final double MOST = 0.65;

  private final PageView page;
  private final @Nullable BlockRole[] roles;
  private final boolean[] outside;
  private final double[] doubt;
  private final BitSet holders = new BitSet();
  private final int[] weight;
  private final int[] linkWeight;
  private final int[] prose;
  private final int[] solidProse;

  public TextDensity(PageView page, Headline headline) {
    this.page = page;
    List<Block> blocks = page.blocks();
    List<Line> lines = page.lines();
    roles = new BlockRole[blocks.size()];
    outside = new boolean[blocks.size()];
    doubt = new double[blocks.size()];
    weight = new int[lines.size() + 1];
    linkWeight = new int[lines.size() + 1];
    prose = new int[lines.size() + 1];
    solidProse = new int[lines.size() + 1];
    readRoles(headline);
    weigh();
    doubt();
    for (int i = 0; i < lines.size(); i++) {
      boolean solid = trust(lines.get(i).block()) == 1;
      solidProse[i + 1] = solidProse[i] + (solid ? prose(i, i + 1) : 0);
    }
  }

  private void readRoles(Headline headline) {
    for (Block block : page.blocks()) {
      Block parent = block.parent();
      if (block.hidden() || parent != null && outside[parent.index()]) {
        outside[block.index()] = true;
        continue; // hardly anybody asks for its role
      }
      BlockRole role = role(block);
      if (role == BlockRole.DOUBTFUL && (holds(block, headline) || block.isParagraph())) {
        holders.set(block.index());
      }
      outside[block.index()] = role == BlockRole.FURNITURE && !holds(block, headline);
    }
  }

  private void weigh() {
    for (Line line : page.lines()) {
      int i = line.index();
      boolean isProse = isProse(line) && !outside[line.block().index()];
      weight[i + 1] = weight[i] + line.weight();
      linkWeight[i + 1] = linkWeight[i] + line.linkWeight();
      prose[i + 1] = prose[i] + (isProse ? line.weight() - line.linkWeight() : 0);
    }
  }

  /** A block of doubtful role is believed if it holds the headline, or most of the page's prose. */
  private void doubt() {
    int all = prose(0, page.lines().size());
    for (Block block : page.blocks()) {
      Block parent = block.parent();
      boolean doubtful =
          roles[block.index()] == BlockRole.DOUBTFUL
              && !holders.get(block.index())
              && prose(block) < all * MOST;
      doubt[block.index()] = (parent == null ? 1 : doubt[parent.index()]) * (doubtful ? DOUBT : 1);
    }
  }

  /** The page's frame, or what holds the headline, may carry any class. */
  private static boolean holds(Block block, Headline headline) {
    Line line = headline.line();
    return block.depth() < 1 || line != null && block.contains(line) && line.block() != block;
  }

  public static boolean isProse(Line line) {
    return line.weight() >= PROSE_WEIGHT
        && (line.punctuation() > 0
            || line.weight()
                >= (setsNoMarks(line.text()) ? PROSE_WEIGHT_UNMARKED : PROSE_WEIGHT_BARE))
        && line.linkDensity() <= PROSE_LINKS
        && !line.text().startsWith("http");
  }

  /** True for a text in Thai, Lao or Khmer, which part sentences by blanks alone. */
  private static boolean setsNoMarks(String text) {
    for (int i = 0; i < Math.min(text.length(), HEAD); i++) {
      char c = text.charAt(i);
      if (c >= 'ก' && c <= '\u0eff' || c >= 'ក' && c <= '\u17ff') {
        return true;
      }
    }
    return false;
  }

  public BlockRole role(Block block) {
    BlockRole role = roles[block.index()];
    if (role == null) {
      role = block.lineCount() == 0 ? BlockRole.PLAIN : BlockRole.of(block);
      roles[block.index()] = role;
    }
    return role;
  }

  /**
   * How much a block that is not outside is to be believed, 1 at best: less within blocks of
   * doubtful role.
   */
  public double trust(Block block) {
    return doubt[block.index()];
  }

  /** True if the block is hidden or furniture, or lies in such a block. */
  public boolean isOutside(Block block) {
    return outside[block.index()];
  }

  public int weight(int from, int to) {
    return weight[to] - weight[from];
  }

  /** Weight of the prose in a range of lines, links not counted. */
  public int prose(int from, int to) {
    return prose[to] - prose[from];
  }

  public int prose(Block block) {
    return prose(block.firstLine(), block.endLine());
  }

  /** Weight of the prose in a range that no doubtful block holds. */
  public int solidProse(int from, int to) {
    return solidProse[to] - solidProse[from];
  }

  public double linkDensity(Block block) {
    int all = weight[block.endLine()] - weight[block.firstLine()];
    int linked = linkWeight[block.endLine()] - linkWeight[block.firstLine()];
    return all == 0 ? 0 : (double) linked / all;
  }

  public PageView page() {
    return page;
  }
}
