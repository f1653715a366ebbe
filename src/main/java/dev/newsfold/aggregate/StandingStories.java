package dev.newsfold.aggregate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stories of a stream as they stand, found by when a capture of one came last. */
final class StandingStories {
  private final Map<String, List<String>> members = new HashMap<>();
  private final LastTouched seen = new LastTouched();

  /** Enters a story, or puts it in place of the one of that id. */
  void put(String id, long seenAt, List<String> ids) {
    members.put(id, ids);
    seen.put(id, seenAt);
  }

  /** Takes a story out, if it is there, and returns the ids of its members. */
  List<String> remove(String id) {
    seen.remove(id);
    List<String> ids = members.remove(id);
    return ids == null ? List.of() : ids;
  }

  /** Stories of which the last capture came before {@code time}, the longest unseen first. */
  List<String> unseenSince(long time) {
    return seen.before(time);
  }

  /**
   * When the last capture came of the story that is longest unseen; the greatest number if none.
   */
  long longestUnseen() {
    return seen.oldest();
  }
}
