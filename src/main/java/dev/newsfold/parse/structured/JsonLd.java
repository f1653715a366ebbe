package dev.newsfold.parse.structured;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes items of JSON-LD: arrays, {@code @graph}, nesting and references by {@code @id}. */
final class JsonLd {
  private static final int MAX_ITEMS = 2_000;

  private final List<Item> items = new ArrayList<>();
  private final Map<String, Item> byId = new HashMap<>();

  private JsonLd() {}

  /** All items of the scripts with a type, outer before inner, in document order. */
  static List<Item> items(List<String> scripts) {
    JsonLd reader = new JsonLd();
    for (String script : scripts) {
      for (Object value : LooseJson.read(script)) {
        reader.read(value);
      }
    }
    return reader.items;
  }

  private @Nullable Object read(Object value) {
    if (value instanceof List<?> list) {
      for (Object element : list) {
        read(element);
      }
      return null;
    }
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    Object literal = map.get("@value");
    if (literal != null) {
      return literal;
    }
    return item(map);
  }

  private @Nullable Item item(Map<?, ?> map) {
    if (items.size() >= MAX_ITEMS) {
      return null;
    }
    String id = map.get("@id") instanceof String text ? text : "";
    boolean reference = map.size() == 1 && !id.isEmpty();
    Item known = byId.get(id);
    if (reference && known != null) {
      return known;
    }
    Item item = known != null ? known : new Item("json-ld");
    if (!id.isEmpty()) {
      byId.put(id, item);
    }
    addTypes(item, map.get("@type"));
    if (!item.types.isEmpty() && !items.contains(item)) {
      items.add(item);
    }
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String name = localName(String.valueOf(entry.getKey()));
      if (!name.equals("@type") && !name.equals("@context")) {
        addValue(item, name, entry.getValue());
      }
    }
    return item;
  }

  private void addValue(Item item, String name, Object value) {
    if (value instanceof List<?> list) {
      for (Object element : list) {
        addValue(item, name, element);
      }
      return;
    }
    Object read = read(value);
    if (read != null) {
      item.add(name, read);
    }
  }

  private static void addTypes(Item item, @Nullable Object types) {
    if (types instanceof List<?> list) {
      for (Object type : list) {
        addTypes(item, type);
      }
    } else if (types instanceof String type) {
      item.types.add(localName(type));
    }
  }

  /** The last part of a name: of {@code https://schema.org/Article} and {@code schema:Article}. */
  static String localName(String name) {
    int cut =
        Math.max(name.lastIndexOf('/'), Math.max(name.lastIndexOf('#'), name.lastIndexOf(':')));
    return cut >= 0 && cut < name.length() - 1 ? name.substring(cut + 1) : name;
  }
}
