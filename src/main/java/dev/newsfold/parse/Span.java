package dev.newsfold.parse;

import org.jsoup.nodes.Element;

/**
 * A part of a line that an inline element marks: a link, a {@code <span class=source>}, a {@code
 * <time>}.
 */
record Span(Element element, String text, int start) {

  boolean isLink() {
    return element.nameIs("a") && !element.attr("href").isEmpty();
  }

  /** The address as written; empty if there is none. */
  String href() {
    return element.attr("href").trim();
  }

  /** Class, id and role names in lower case. */
  String hint() {
    return Block.hintOf(element);
  }
}
