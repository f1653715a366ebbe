package dev.newsfold.dedupe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is remarkable among all observations ({@link Observation#about}), found by the articles that
 * it concerns. An article that is told the facts that concern it is compared as it would be with
 * all of them at hand, so that only articles have to travel.
 *
 * <p>Not for use by several threads.
 */
public final class Facts {
  private final Map<String, Set<String>> byQuestion = new HashMap<>();
  private final Set<String> all = new TreeSet<>();
  private CorpusStatistics statistics = CorpusStatistics.NONE;
  private boolean changed;

  /**
   * What concerns one article.
   *
   * @param questions all that was asked to find out, ascending: another answer to one of these may
   *     be a fact that concerns the article, another answer to any other question is none
   * @param facts ascending
   */
  public record Answers(Set<String> questions, List<String> facts) {}

  /** The facts of a batch. */
  public static Facts of(Collection<String> remarkable) {
    Facts facts = new Facts();
    remarkable.forEach(facts::add);
    return facts;
  }

  /** Adds a fact. */
  public void add(String about) {
    if (all.add(about)) {
      byQuestion
          .computeIfAbsent(CorpusStatistics.questionOf(about), k -> new TreeSet<>())
          .add(about);
      changed = true;
    }
  }

  /** Takes a fact back. */
  public void remove(String about) {
    if (all.remove(about)) {
      String question = CorpusStatistics.questionOf(about);
      Set<String> left = byQuestion.getOrDefault(question, Set.of());
      left.remove(about);
      if (left.isEmpty()) {
        byQuestion.remove(question);
      }
      changed = true;
    }
  }

  /** The facts that concern an article. */
  public Answers concerning(FoldMember member) {
    if (changed) {
      statistics = CorpusStatistics.of(all);
      changed = false;
    }
    Set<String> questions = new TreeSet<>();
    CorpusStatistics heard = statistics.heardBy(questions::add);
    CandidateKeys.keys(Profile.of(member, heard));
    CanonicalOrder.sitesNamed(member.source(), heard);
    List<String> facts = new ArrayList<>(0);
    for (String question : questions) {
      facts.addAll(byQuestion.getOrDefault(question, Set.of()));
    }
    return new Answers(questions, facts);
  }
}
