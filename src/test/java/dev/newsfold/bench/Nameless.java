package dev.newsfold.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Takes from a page all that it says to machines, and all by which its site would be known again:
 * metadata, structured data and scripts go, and every class and id gets another name. What is left
 * is what readers see. How a parser does on such pages tells how it will do on sites that it was
 * never tried on.
 */
final class Nameless {
  private static final List<String> STATEMENTS =
      List.of("itemprop", "itemtype", "itemscope", "itemid", "property", "typeof", "rel");

  private static final List<String> NAMES = List.of("class", "id");

  private Nameless() {}

  /** The page as {@code html}, its elements and text as they were. */
  static String page(String html) {
    Document document = Jsoup.parse(html);
    document.outputSettings().prettyPrint(false);
    document.select("meta, script, link").remove();
    Map<String, String> names = new HashMap<>();
    for (Element element : document.getAllElements()) {
      STATEMENTS.forEach(element::removeAttr);
      for (String attribute : NAMES) {
        if (element.hasAttr(attribute)) {
          element.attr(attribute, renamed(element.attr(attribute), names));
        }
      }
    }
    return document.outerHtml();
  }

  /** Equal names stay equal: that the page's design treats two elements alike is to be seen. */
  private static String renamed(String words, Map<String, String> names) {
    StringBuilder renamed = new StringBuilder();
    for (String word : words.strip().split("\\s+")) {
      renamed
          .append(renamed.isEmpty() ? "" : " ")
          .append(names.computeIfAbsent(word, w -> "q" + names.size()));
    }
    return renamed.toString();
  }
}
