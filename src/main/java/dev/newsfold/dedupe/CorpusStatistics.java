package dev.newsfold.dedupe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What was learnt from all articles of a run before any two are compared.
 *
 * @param suffixes names that sites put behind their headlines
 * @param generic headlines that belong to no single story
 * @param failed bodies that are no text of an article
 * @param frames text that sites repeat on their pages
 */
public record CorpusStatistics(
    SiteSuffixes suffixes, GenericHeadlines generic, FailedBodies failed, PageFrames frames) {
  /** Nothing learnt. */
  public static final CorpusStatistics NONE =
      new CorpusStatistics(
          SiteSuffixes.NONE, GenericHeadlines.NONE, FailedBodies.NONE, PageFrames.NONE);

  /**
   * From what the remarkable observations are about ({@link Observation#about}), in any order.
   * There are few: a handful for a site, and one for each column.
   */
  public static CorpusStatistics of(Collection<String> remarkable) {
    Map<Character, List<String>> byKind = new HashMap<>();
    for (String about : remarkable) {
      byKind.computeIfAbsent(about.charAt(0), k -> new ArrayList<>()).add(about.substring(1));
    }
    return new CorpusStatistics(
        SiteSuffixes.of(byKind.getOrDefault(Observation.SUFFIX, List.of())),
        GenericHeadlines.of(byKind.getOrDefault(Observation.HEADLINE, List.of())),
        FailedBodies.of(byKind.getOrDefault(Observation.FAILURE, List.of())),
        PageFrames.of(byKind.getOrDefault(Observation.FRAME, List.of())));
  }

  /** As much as some articles were told of that concerns them. */
  public static CorpusStatistics knownTo(Collection<FoldMember> members) {
    Set<String> facts = new HashSet<>();
    members.forEach(member -> facts.addAll(member.facts()));
    return facts.isEmpty() ? NONE : of(facts);
  }

  /**
   * The same statistics, telling of each question it is asked: of a suffix, a headline key, a body
   * or a shingle, by its kind and name. Who asks the same again and gets the same answers comes to
   * the same.
   */
  CorpusStatistics heardBy(Consumer<String> questions) {
    return new CorpusStatistics(
        suffixes.heardBy(name -> questions.accept(Observation.SUFFIX + name)),
        generic.heardBy(key -> questions.accept(Observation.HEADLINE + key)),
        failed.heardBy(body -> questions.accept(Observation.FAILURE + body)),
        frames.heardBy(name -> questions.accept(Observation.FRAME + name)));
  }

  /** The question to which the answer may be another once something is remarkable, or no more. */
  static String questionOf(String about) {
    return about.charAt(0) == Observation.SUFFIX
        ? Observation.SUFFIX + about.substring(about.indexOf('\t') + 1)
        : about;
  }

  /** Learnt from members in memory. */
  public static CorpusStatistics learn(Collection<FoldMember> members) {
    Map<String, Observation> sums = new HashMap<>();
    for (FoldMember member : members) {
      for (Observation seen : Observation.of(member)) {
        sums.merge(seen.about(), seen, Observation::plus);
      }
    }
    return of(
        sums.values().stream().filter(Observation::remarkable).map(Observation::about).toList());
  }
}
