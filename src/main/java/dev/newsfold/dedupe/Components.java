package dev.newsfold.dedupe;

import java.util.HashMap;
import java.util.Map;

/** Disjoint sets of ids; a set is named by its smallest id in code unit order. */
final class Components {
  private final Map<String, String> parents = new HashMap<>();

  String root(String id) {
    String root = id;
    for (String up = parents.get(root); up != null; up = parents.get(root)) {
      root = up;
    }
    String at = id;
    while (!at.equals(root)) {
      String up = parents.put(at, root);
      at = up == null ? root : up;
    }
    return root;
  }

  void join(String one, String other) {
    String a = root(one);
    String b = root(other);
    int order = a.compareTo(b);
    if (order < 0) {
      parents.put(b, a);
    } else if (order > 0) {
      parents.put(a, b);
    }
  }
}
