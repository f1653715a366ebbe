package dev.newsfold.parse.structured;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Makes items of microdata and RDFa; what an element says in its text is read when asked for. A
 * property belongs to the nearest element around it that opens an item; properties outside of any
 * item belong to the page.
 */
final class MarkupItems {
  /** Properties whose value is an address even if the element has a text. */
  private static final Set<String> ADDRESSES =
      Set.of("url", "image", "logo", "sameAs", "mainEntityOfPage", "thumbnailUrl", "contentUrl");

  private enum Syntax {
    MICRODATA("microdata", "itemscope", "itemtype", "itemprop"),
    RDFA("rdfa", "typeof", "typeof", "property");

    final String label;
    final String scope;
    final String type;
    final String property;

    Syntax(String label, String scope, String type, String property) {
      this.label = label;
      this.scope = scope;
      this.type = type;
      this.property = property;
    }
  }

  private MarkupItems() {}

  /** All items, the page's own first if it has properties, then in document order. */
  static List<Item> items(List<Element> elements) {
    List<Item> items = new ArrayList<>();
    for (Syntax syntax : Syntax.values()) {
      read(syntax, elements, items);
    }
    return items;
  }

  private static void read(Syntax syntax, List<Element> elements, List<Item> items) {
    Map<Element, Item> scopes = new IdentityHashMap<>();
    Item page = new Item(syntax.label);
    for (Element element : elements) {
      Item own = null;
      if (element.hasAttr(syntax.scope)) {
        own = new Item(syntax.label);
        for (String type : words(element.attr(syntax.type))) {
          own.types.add(JsonLd.localName(type));
        }
        scopes.put(element, own);
        items.add(own);
      }
      if (element.hasAttr(syntax.property)) {
        Item around = around(element, scopes);
        for (String property : words(element.attr(syntax.property))) {
          String name = JsonLd.localName(property);
          (around == null ? page : around).add(name, own != null ? own : value(element, name));
          if (own != null && own.values("name").isEmpty()) {
            own.add("@text", element);
          }
        }
      }
    }
    items.add(page);
  }

  private static @Nullable Item around(Element element, Map<Element, Item> scopes) {
    if (scopes.isEmpty()) {
      return null;
    }
    for (Element e = element.parent(); e != null; e = e.parent()) {
      Item item = scopes.get(e);
      if (item != null) {
        return item;
      }
    }
    return null;
  }

  private static Object value(Element element, String property) {
    if (element.hasAttr("content")) {
      return element.attr("content");
    }
    return switch (element.normalName()) {
      case "time" -> element.hasAttr("datetime") ? element.attr("datetime") : element;
      case "data", "meter" -> element.attr("value");
      case "img", "source" -> element.attr("src");
      case "link" -> element.attr("href");
      case "a" -> ADDRESSES.contains(property) ? element.attr("href") : element;
      default -> element;
    };
  }

  private static String[] words(String attribute) {
    return attribute.strip().split("\\s+", 20);
  }
}
