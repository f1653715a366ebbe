package dev.newsfold.parse;

import java.util.List;

/**
 * The page's lines weighed as prose, with sums over any range in constant time, and the role of
 * every block.
 */
final class Passages {
  /** A line of prose says at least this much: eight CJK characters, four or five words. */
  private static final int PROSE_WEIGHT = 24;

  /** Without sentence punctuation it takes this much to look like prose. */
  private static final int PROSE_WEIGHT_BARE = 100;

  private static final double PROSE_LINKS = 0.5;
  private static final double DOUBT = 0.4;

  private final PageView page;
  private final Role[] roles;
  private final boolean[] outside;
  private final double[] doubt;
  private final int[] weight;
  private final int[] linkWeight;
  private final int[] prose;
  private final int[] solidProse;

  Passages(PageView page, Headline headline) {
    this.page = page;
    List<Block> blocks = page.blocks();
    List<Line> lines = page.lines();
    roles = new Role[blocks.size()];
    outside = new boolean[blocks.size()];
    doubt = new double[blocks.size()];
    weight = new int[lines.size() + 1];
    linkWeight = new int[lines.size() + 1];
    prose = new int[lines.size() + 1];
    solidProse = new int[lines.size() + 1];
    Role.Reader reader = new Role.Reader();
    for (Block block : blocks) {
      Block parent = block.parent();
      Role role = block.lineCount() == 0 ? Role.PLAIN : reader.of(block);
      roles[block.index()] = role;
      outside[block.index()] =
          block.hidden()
              || role == Role.FURNITURE && !holds(block, headline)
              || parent != null && outside[parent.index()];
      doubt[block.index()] =
          (parent == null ? 1 : doubt[parent.index()])
              * (role == Role.DOUBTFUL && !holds(block, headline) && !block.isParagraph()
                  ? DOUBT
                  : 1);
    }
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      boolean isProse = isProse(line) && !outside[line.block().index()];
      weight[i + 1] = weight[i] + line.weight();
      linkWeight[i + 1] = linkWeight[i] + line.linkWeight();
      prose[i + 1] = prose[i] + (isProse ? line.weight() - line.linkWeight() : 0);
      boolean solid = isProse && trust(line.block()) == 1;
      solidProse[i + 1] = solidProse[i] + (solid ? line.weight() - line.linkWeight() : 0);
    }
  }

  /** The page's frame, or what holds the headline, may carry any class. */
  private static boolean holds(Block block, Headline headline) {
    Line line = headline.line();
    return block.depth() < 1 || line != null && block.contains(line) && line.block() != block;
  }

  static boolean isProse(Line line) {
    return line.weight() >= PROSE_WEIGHT
        && (line.punctuation() > 0 || line.weight() >= PROSE_WEIGHT_BARE)
        && line.linkDensity() <= PROSE_LINKS
        && !line.text().startsWith("http");
  }

  Role role(Block block) {
    return roles[block.index()];
  }

  /** How much a block is to be believed, 1 at best: less within blocks of doubtful role. */
  double trust(Block block) {
    return doubt[block.index()];
  }

  /** True if the block is hidden or furniture, or lies in such a block. */
  boolean isOutside(Block block) {
    return outside[block.index()];
  }

  int weight(int from, int to) {
    return weight[to] - weight[from];
  }

  /** Weight of the prose in a range of lines, links not counted. */
  int prose(int from, int to) {
    return prose[to] - prose[from];
  }

  int prose(Block block) {
    return prose(block.firstLine(), block.endLine());
  }

  /** Weight of the prose in a range that no doubtful block holds. */
  int solidProse(int from, int to) {
    return solidProse[to] - solidProse[from];
  }

  double linkDensity(Block block) {
    int all = weight[block.endLine()] - weight[block.firstLine()];
    int linked = linkWeight[block.endLine()] - linkWeight[block.firstLine()];
    return all == 0 ? 0 : (double) linked / all;
  }

  PageView page() {
    return page;
  }
}
