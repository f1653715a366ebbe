package dev.newsfold.aggregate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Things by when they were touched last, in milliseconds that a stream has run. */
final class LastTouched {
  private final Map<String, Long> times = new HashMap<>();
  private final NavigableMap<Long, TreeSet<String>> keys = new TreeMap<>();

  /** Enters a thing, or moves it to another time. */
  void put(String key, long time) {
    remove(key);
    times.put(key, time);
    keys.computeIfAbsent(time, at -> new TreeSet<>()).add(key);
  }

  /** Takes a thing out, if it is there. */
  void remove(String key) {
    Long time = times.remove(key);
    TreeSet<String> some = time == null ? null : keys.get(time);
    if (time != null && some != null && some.remove(key) && some.isEmpty()) {
      keys.remove(time);
    }
  }

  /** Things that were touched last before {@code time}, the longest untouched first. */
  List<String> before(long time) {
    List<String> before = new ArrayList<>();
    keys.headMap(time, false).values().forEach(before::addAll);
    return before;
  }

  /** When the longest untouched was touched; the greatest number if there is none. */
  long oldest() {
    return keys.isEmpty() ? Long.MAX_VALUE : keys.firstKey();
  }
}
