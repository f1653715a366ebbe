package dev.newsfold.report;

import dev.newsfold.records.Version;
import dev.newsfold.records.VersionChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Versions in two passes: one that counts them and finds the addresses that changed most, and one
 * that keeps the versions of those, and of the articles that have a page.
 */
final class VersionPass {
  /** Passages of a version that are kept, and their characters. */
  private static final int PASSAGES = 6;

  private static final int PASSAGE = 120;

  private static final Comparator<Version> MOST_FIRST =
      Comparator.comparingInt((Version version) -> -version.getVersions())
          .thenComparing(Version::getArticleId);

  private final TopList<Version> most = new TopList<>(MOST_FIRST, Limits.ROWS);
  private final Map<VersionChange, Long> changes = new EnumMap<>(VersionChange.class);
  private final Map<String, List<Version>> kept = new HashMap<>();
  private long addresses;
  private long versions;

  /** The first pass. */
  void count(Version version) {
    versions++;
    version.getChanged().forEach(change -> changes.merge(change, 1L, Long::sum));
    if (version.getNumber() == 1) {
      addresses++;
      most.offer(version);
    }
  }

  /** Between the passes: whose versions are kept. */
  void keep(Set<String> articles) {
    Set<String> ids = new HashSet<>(articles);
    most.items().forEach(version -> ids.add(version.getArticleId()));
    ids.forEach(id -> kept.put(id, new ArrayList<>(0)));
  }

  /** The second pass. */
  void take(Version version) {
    List<Version> list = kept.get(version.getArticleId());
    if (list != null) {
      version.setAdded(shortened(version.getAdded()));
      version.setRemoved(shortened(version.getRemoved()));
      list.add(version);
    }
  }

  private static List<String> shortened(List<String> passages) {
    return passages.stream().limit(PASSAGES).map(text -> Html.shorten(text, PASSAGE)).toList();
  }

  /** Addresses that have versions. */
  long addresses() {
    return addresses;
  }

  /** All versions of all addresses. */
  long versions() {
    return versions;
  }

  /** How many versions changed something from the version before. */
  long changed(VersionChange change) {
    return changes.getOrDefault(change, 0L);
  }

  /** The ids of the articles that changed most, the most versions first. */
  List<String> mostChanged() {
    return most.items().stream().map(Version::getArticleId).toList();
  }

  /** The versions of an article, if they were kept, in order. */
  List<Version> of(String articleId) {
    List<Version> list = new ArrayList<>(kept.getOrDefault(articleId, List.of()));
    list.sort(Comparator.comparingInt(Version::getNumber));
    return Collections.unmodifiableList(list);
  }

  /** The articles of which versions were kept, in the order of ids. */
  List<String> articles() {
    return kept.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
