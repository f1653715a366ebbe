package dev.newsfold.parse.headline;

import dev.newsfold.parse.page.Block;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.PageView;
import dev.newsfold.parse.page.TextDensity;

/**
 * A heading inside the text may be worded like the page's title: it is what the article is called,
 * but not where its text begins.
 */
final class HeadingInText {
  /** A line that says as much is a paragraph: 30 CJK characters, fifteen words. */
  private static final int PARAGRAPH = 90;

  /** So many between the h1 and a heading are the beginning of the text. */
  private static final int SOME_PARAGRAPHS = 2;

  private HeadingInText() {}

  /** True for a heading of a lower rank that paragraphs part from the h1 above it. */
  static boolean is(Line heading, Line h1, PageView page) {
    Block block = Heading.around(heading);
    if (block == null || block.tag().equals("h1") || h1.index() >= heading.index()) {
      return false;
    }
    int paragraphs = 0;
    for (Line line : page.lines().subList(h1.index() + 1, heading.index())) {
      boolean own = !line.hidden() && line.linkDensity() < 0.5 && !line.block().amongOthers();
      paragraphs += own && line.weight() >= PARAGRAPH && TextDensity.isProse(line) ? 1 : 0;
    }
    return paragraphs >= SOME_PARAGRAPHS;
  }
}
