package dev.newsfold.parse.headline;

import dev.newsfold.parse.page.Block;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.PageView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A visible heading and how well it agrees with the titles. */
record Heading(Line line, String text, double score) {
  /** A heading of more lines is a box with a heading in it. */
  private static final int MAX_PARTS = 4;

  static Heading of(PageView page, Line line, double agreement) {
    Block block = around(line);
    double score = agreement;
    if (block != null) {
      score += block.tag().equals("h1") ? 0.3 : 0.15;
    } else if (line.block().hint().contains("title") || line.block().hint().contains("headline")) {
      score += 0.15;
    }
    if (line.isLinked()) {
      score -= 0.25;
    }
    if (line.hidden() || line.block().within("nav") != null) {
      score -= 0.3;
    }
    return new Heading(line, text(page, line), score);
  }

  /** What a line says as a heading: with the other lines of the heading that it stands in. */
  static String text(PageView page, Line line) {
    Block block = around(line);
    if (block == null || block.lineCount() <= 1 || block.lineCount() > MAX_PARTS) {
      return line.text();
    }
    StringBuilder joined = new StringBuilder();
    for (Line part : page.lines().subList(block.firstLine(), block.endLine())) {
      joined.append(joined.isEmpty() ? "" : " ").append(part.text());
    }
    return joined.toString();
  }

  /** The lines that make the heading up. */
  List<Line> parts(PageView page) {
    Block block = around(line);
    return block == null || block.lineCount() > MAX_PARTS
        ? List.of(line)
        : page.lines().subList(block.firstLine(), block.endLine());
  }

  /** The h1, h2 or h3 that a line stands in, or closely so; null for none. */
  static @Nullable Block around(Line line) {
    for (Block b = line.block();
        b != null && b.depth() > line.block().depth() - 3;
        b = b.parent()) {
      String tag = b.tag();
      if (tag.equals("h1") || tag.equals("h2") || tag.equals("h3")) {
        return b;
      }
    }
    return null;
  }
}
