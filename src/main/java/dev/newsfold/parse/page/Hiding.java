package dev.newsfold.parse.page;

import java.util.Locale;
import org.jsoup.nodes.Element;

/**
 * Which elements browsers do not show, as far as the element itself says so. What a click or a
 * script would show counts as shown.
 */
final class Hiding {
  private static final int LONGEST_STREAM_ID = 6;

  private Hiding() {}

  static boolean hides(Element element) {
    if (element.attributesSize() == 0) {
      return false;
    }
    if (element.hasAttr("hidden")) {
      return !isStreamed(element.id()) && !FoldedText.is(element);
    }
    String style = element.attr("style");
    if (style.length() < 12) {
      return false;
    }
    String flat = style.replace(" ", "").toLowerCase(Locale.ROOT);
    return flat.contains("display:none") && !FoldedText.is(element);
  }

  /** React sends what a page waited for in a hidden block, {@code S:0}, for a script to show. */
  private static boolean isStreamed(String id) {
    return id.startsWith("S:") && id.length() <= LONGEST_STREAM_ID;
  }
}
