package dev.newsfold.aggregate;

import dev.newsfold.records.Copy;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who copied whom in a stream, as last published, by the ids of the copying articles. */
final class LiveCopies {
  private final WriteBackMap<Copy> standing;

  LiveCopies(WriteBackMap<Copy> standing) {
    this.standing = standing;
  }

  /**
   * Takes in what is known of copying in one story, and returns what is not as it was: records that
   * are new or changed, and those that are withdrawn, of articles that copy none any more.
   *
   * @param story under the id that it is published under
   * @param copies of its members
   */
  List<Copy> change(Story story, List<Copy> copies, int revision) {
    Map<String, Copy> now = new TreeMap<>();
    copies.forEach(copy -> now.put(copy.getArticleId(), copy));
    List<Copy> changed = new ArrayList<>();
    for (StoryMember member : story.getMembers()) {
      String id = member.getArticleId();
      Copy before = standing.get(id);
      Copy copy = now.get(id);
      if (copy == null) {
        if (before != null) {
          standing.remove(id);
          changed.add(Copy.newBuilder(before).setWithdrawn(true).setRevision(revision).build());
        }
        continue;
      }
      Copy named = Copy.newBuilder(copy).setStoryId(story.getId()).setRevision(0).build();
      if (!RecordDigests.same(named, before)) {
        standing.put(id, named);
        changed.add(Copy.newBuilder(named).setRevision(revision).build());
      }
    }
    return changed;
  }

  /** Forgets an article; what was published of it stands. */
  void forget(String article) {
    standing.remove(article);
  }
}
