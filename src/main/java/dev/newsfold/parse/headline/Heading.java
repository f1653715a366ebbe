package dev.newsfold.parse.headline;

import dev.newsfold.parse.page.Block;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.PageView;
import dev.newsfold.parse.time.notation.StatedTime;
import dev.newsfold.parse.time.notation.TimeContext;
import dev.newsfold.parse.time.notation.TimeText;
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
    for (Line part : partsOf(page, block)) {
      joined.append(joined.isEmpty() ? "" : " ").append(part.text());
    }
    return joined.toString();
  }

  /** The lines that make the heading up. */
  List<Line> parts(PageView page) {
    Block block = around(line);
    return block == null || block.lineCount() > MAX_PARTS ? List.of(line) : partsOf(page, block);
  }

  /** The lines of a heading, up to one that says when: some templates put that into it. */
  private static List<Line> partsOf(PageView page, Block block) {
    List<Line> lines = page.lines().subList(block.firstLine(), block.endLine());
    for (int i = 1; i < lines.size(); i++) {
      StatedTime time = TimeText.scan(lines.get(i).text(), TimeContext.ANY_TIME).first();
      if (time != null && time.clock() != null) {
        return lines.subList(0, i);
      }
    }
    return lines;
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
