package dev.newsfold.parse.section;

import dev.newsfold.parse.page.Block;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.PageView;
import dev.newsfold.parse.page.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells lists that show a path, an element a line, from menus, which begin at the home page too.
 */
final class PathLists {
  private static final int MAX_STEPS = 5;

  /** So many lines may stand between a path and the headline. */
  private static final int REACH = 3;

  private PathLists() {}

  /** The lines of lists close above a line that lead from the home page on. */
  static List<List<Line>> above(PageView page, Line title) {
    List<List<Line>> lists = new ArrayList<>();
    for (Block block : page.blocks()) {
      if (block.firstLine() >= title.index()) {
        break;
      }
      boolean list = block.tag().equals("ul") || block.tag().equals("ol");
      if (list
          && block.lineCount() > 1
          && block.lineCount() <= MAX_STEPS
          && block.endLine() <= title.index()
          && title.index() - block.endLine() <= REACH) {
        List<Line> lines = page.lines().subList(block.firstLine(), block.endLine());
        if (isPath(lines)) {
          lists.add(lines);
        }
      }
    }
    return lists;
  }

  /** From the home page on, and without links, or each one leading on from the one before. */
  private static boolean isPath(List<Line> lines) {
    String folder = "";
    for (Line line : lines) {
      if (line.hidden() || !SectionNames.isShort(line.text())) {
        return false;
      }
      boolean first = line == lines.get(0);
      if (first && !Breadcrumbs.isNoElement(line.text())) {
        return false;
      }
      for (Span link : first ? List.<Span>of() : line.links()) {
        if (!link.href().startsWith(folder)) {
          return false;
        }
        folder = link.href().replaceFirst("(?:index)?\\.\\w+$", "");
      }
    }
    return folder.isEmpty() || lines.size() > 2;
  }
}
