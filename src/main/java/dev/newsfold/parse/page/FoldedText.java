package dev.newsfold.parse.page;

import dev.newsfold.parse.text.ClassNames;
import dev.newsfold.parse.text.Phrases;
import java.util.Locale;
import org.jsoup.nodes.Element;

/**
 * Text that a page folds away until a reader asks for it, beneath a heading or behind "read more":
 * it is hidden, and still is the article's, as what menus and dialogs hide is not.
 */
final class FoldedText {
  private static final Phrases NAMES = ClassNames.parts("folded");

  private FoldedText() {}

  /** True for a hidden element that is named so, or is a panel in the way of WAI-ARIA. */
  static boolean is(Element hidden) {
    String names = hidden.className() + ' ' + hidden.id();
    return hidden.attr("role").equals("region") || NAMES.isIn(names.toLowerCase(Locale.ROOT));
  }
}
