package dev.newsfold.aggregate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The stories of a stream as they stand, found by when a capture of one came last. */
final class StandingStories {
  private final Map<String, Row> rows = new HashMap<>();
  private final NavigableMap<Long, TreeSet<String>> bySeenAt = new TreeMap<>();

  private record Row(long seenAt, List<String> members) {}

  /** Enters a story, or puts it in place of the one of that id. */
  void put(String id, long seenAt, List<String> members) {
    remove(id);
    rows.put(id, new Row(seenAt, members));
    bySeenAt.computeIfAbsent(seenAt, at -> new TreeSet<>()).add(id);
  }

  /** Takes a story out, if it is there, and returns the ids of its members. */
  List<String> remove(String id) {
    Row row = rows.remove(id);
    if (row == null) {
      return List.of();
    }
    TreeSet<String> ids = bySeenAt.get(row.seenAt());
    if (ids != null && ids.remove(id) && ids.isEmpty()) {
      bySeenAt.remove(row.seenAt());
    }
    return row.members();
  }

  /** Stories of which the last capture came before {@code time}, the longest unseen first. */
  List<String> unseenSince(long time) {
    List<String> ids = new ArrayList<>();
    bySeenAt.headMap(time, false).values().forEach(ids::addAll);
    return ids;
  }

  /**
   * When the last capture came of the story that is longest unseen; the greatest number if none.
   */
  long longestUnseen() {
    return bySeenAt.isEmpty() ? Long.MAX_VALUE : bySeenAt.firstKey();
  }
}
