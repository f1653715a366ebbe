package dev.newsfold.parse.structured;

import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * A thing that a page describes for machines: schema.org types and properties, whatever syntax they
 * came in. A value is a text, an element that holds one, or another item.
 */
final class Item {
  private static final int MAX_VALUES = 100;
  private static final int MAX_NODES = 20_000;
  private static final int MAX_TEXT = 100_000;

  /** How the item was written: json-ld, microdata or rdfa. */
  final String syntax;

  final Set<String> types = new LinkedHashSet<>();
  private final Map<String, List<Object>> properties = new LinkedHashMap<>();

  Item(String syntax) {
    this.syntax = syntax;
  }

  void add(String property, Object value) {
    properties.computeIfAbsent(property, p -> new ArrayList<>(1)).add(value);
  }

  /** The values of a property, each a String, an Element or an Item. */
  List<Object> values(String property) {
    return properties.getOrDefault(property, List.of());
  }

  boolean has(String property) {
    return properties.containsKey(property);
  }

  /** The values of a property as texts: of an item its name, else its address. */
  List<String> texts(String property) {
    List<String> texts = new ArrayList<>(1);
    for (Object value : values(property)) {
      String text = texts.size() < MAX_VALUES ? textOf(value) : null;
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  @Nullable String text(String property) {
    List<String> texts = texts(property);
    return texts.isEmpty() ? null : texts.get(0);
  }

  static @Nullable String textOf(Object value) {
    if (!(value instanceof Item item)) {
      String text =
          value instanceof Element element ? shownText(element) : Text.squeeze(value.toString());
      return text.isEmpty() ? null : text;
    }
    for (String property : List.of("name", "headline", "legalName", "url", "@id", "contentUrl")) {
      for (Object inner : item.values(property)) {
        if (!(inner instanceof Item)) {
          String text = textOf(inner);
          if (text != null) {
            return text;
          }
        }
      }
    }
    return null;
  }

  /** The text in an element, squeezed; of a huge one only the beginning. */
  private static String shownText(Element element) {
    StringBuilder text = new StringBuilder();
    Node node = element;
    for (int i = 0; i < MAX_NODES && text.length() < MAX_TEXT; i++) {
      if (node instanceof TextNode run) {
        text.append(run.getWholeText());
      } else if (node instanceof Element inner && inner.isBlock()) {
        text.append(' ');
      }
      if (node.childNodeSize() > 0) {
        node = node.childNode(0);
        continue;
      }
      while (node != element && node.nextSibling() == null && node.parent() != null) {
        node = node.parent();
      }
      Node next = node == element ? null : node.nextSibling();
      if (next == null) {
        break;
      }
      node = next;
    }
    return Text.squeeze(text.toString());
  }

  /** Whether one of the types is this one, or ends with it: NewsArticle is an Article. */
  boolean isA(String suffix) {
    for (String type : types) {
      if (type.endsWith(suffix)) {
        return true;
      }
    }
    return false;
  }
}
