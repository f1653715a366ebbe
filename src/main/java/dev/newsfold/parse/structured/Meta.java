package dev.newsfold.parse.structured;

import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The page's {@code <meta>} tags: name, property, itemprop or http-equiv in lower case to their
 * contents in order. {@code <link>}s stand beside them as {@code link:canonical}, {@code
 * link:amphtml} and so on.
 */
public final class Meta {
  private static final int MAX_VALUES = 2_000;
  private static final int MAX_LENGTH = 20_000;

  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private int count;

  public void add(String name, String value) {
    String text =
        Text.squeeze(value.length() > MAX_LENGTH ? value.substring(0, MAX_LENGTH) : value);
    if (!name.isEmpty() && !text.isEmpty() && count++ < MAX_VALUES) {
      values.computeIfAbsent(name, n -> new ArrayList<>(1)).add(text);
    }
  }

  /** All contents of a name, in order; empty if there is none. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** The first content of a name; null if there is none. */
  public @Nullable String first(String name) {
    List<String> all = all(name);
    return all.isEmpty() ? null : all.get(0);
  }

  public Map<String, List<String>> asMap() {
    return values;
  }
}
