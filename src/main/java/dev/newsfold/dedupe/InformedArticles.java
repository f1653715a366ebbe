package dev.newsfold.dedupe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Articles that come and go, each with the facts that concern it, while facts come and go too. Of
 * each article it is kept what was asked to find its facts, so that a new fact costs time by the
 * articles that asked for it.
 *
 * <p>Not for use by several threads.
 */
public final class InformedArticles {
  private final Facts facts;
  private final Map<String, FoldMember> articles = new HashMap<>();
  private final Map<String, long[]> questions = new HashMap<>();
  private final Map<Long, Set<String>> askers = new HashMap<>();
  private final Map<String, Optional<FoldMember>> coming = new HashMap<>();
  private final Set<String> touched = new TreeSet<>();

  /**
   * How an article has changed.
   *
   * @param before as it was, with its facts; null if it is new
   * @param after as it is; null if it is gone
   */
  public record Informed(String id, @Nullable FoldMember before, @Nullable FoldMember after) {}

  /** No articles, and these facts. */
  public InformedArticles(Facts facts) {
    this.facts = facts;
  }

  /** Puts back an article as it was told of. */
  public void load(FoldMember informed) {
    articles.put(informed.id(), informed);
    ask(informed.id(), facts.concerning(informed));
  }

  /** Adds an article, or puts it in place of the one of that id. */
  public void put(FoldMember article) {
    coming.put(article.id(), Optional.of(article));
    touched.add(article.id());
  }

  /** Takes an article out. */
  public void remove(String id) {
    coming.put(id, Optional.empty());
    touched.add(id);
  }

  /** Adds a fact. */
  public void learn(String fact) {
    facts.add(fact);
    touched.addAll(concernedBy(fact));
  }

  /** Takes a fact back. */
  public void unlearn(String fact) {
    facts.remove(fact);
    touched.addAll(concernedBy(fact));
  }

  /** The articles that have changed since the last call, in the order of their ids. */
  public List<Informed> changes() {
    List<Informed> changes = new ArrayList<>();
    for (String id : touched) {
      FoldMember before = articles.get(id);
      FoldMember after = null;
      forget(id);
      FoldMember next = coming.getOrDefault(id, Optional.ofNullable(before)).orElse(null);
      if (next == null) {
        articles.remove(id);
      } else {
        Facts.Answers answers = facts.concerning(next);
        after = next.knowing(answers.facts());
        articles.put(id, after);
        ask(id, answers);
      }
      if (!Objects.equals(before, after)) {
        changes.add(new Informed(id, before, after));
      }
    }
    touched.clear();
    coming.clear();
    return changes;
  }

  private Set<String> concernedBy(String fact) {
    return askers.getOrDefault(Shingles.hash(CorpusStatistics.questionOf(fact)), Set.of());
  }

  private void ask(String id, Facts.Answers answers) {
    long[] asked = answers.questions().stream().mapToLong(Shingles::hash).toArray();
    questions.put(id, asked);
    for (long question : asked) {
      askers.computeIfAbsent(question, k -> new HashSet<>(2)).add(id);
    }
  }

  private void forget(String id) {
    long[] asked = questions.remove(id);
    for (long question : asked == null ? new long[0] : asked) {
      Set<String> ids = askers.get(question);
      if (ids != null && ids.remove(id) && ids.isEmpty()) {
        askers.remove(question);
      }
    }
  }
}
