package dev.newsfold.onefold;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertAll;

import dev.newsfold.Started;
import dev.newsfold.dedupe.CorpusStatistics;
import dev.newsfold.dedupe.CrossPostRule;
import dev.newsfold.dedupe.Fold;
import dev.newsfold.dedupe.FoldMember;
import dev.newsfold.records.Article;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import dev.newsfold.sinks.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The articles of an output and the stories they are in.
 *
 * @param articles by id, as the fold sees them
 * @param stories the members of each story, by its canonical article
 */
record Partition(Map<String, FoldMember> articles, Map<String, Set<String>> stories) {

  /** Of a batch, which has one revision of everything. */
  static Partition in(Path output) throws IOException {
    Map<String, FoldMember> articles = new TreeMap<>();
    Started.records(output, Dataset.ARTICLES, Article.class)
        .forEach(article -> articles.put(article.getId(), FoldMember.of(article)));
    return new Partition(articles, stories(Started.records(output, Dataset.STORIES, Story.class)));
  }

  /** Checks that the fold in memory makes the same stories of the same articles. */
  void checkInMemory() {
    Map<String, Set<String>> expected = stories(Fold.fold(articles.values()));
    Map<String, Set<String>> missing = new TreeMap<>(expected);
    missing.entrySet().removeAll(stories.entrySet());
    Map<String, Set<String>> tooMany = new TreeMap<>(stories);
    tooMany.entrySet().removeAll(expected.entrySet());
    assertThat(
        expected.size() + " stories in memory and " + stories.size() + " here; only there and here",
        List.of(missing, tooMany),
        equalTo(List.of(Map.of(), Map.of())));
  }

  /**
   * Pairs that verify although one of the two is alone and the other is alone too or a canonical.
   * Every pair is tried.
   */
  private List<String> apartThoughVerified() {
    CrossPostRule rule = rule();
    List<String> apart = new ArrayList<>();
    List<String> canonicals = List.copyOf(stories.keySet());
    for (int i = 0; i < canonicals.size(); i++) {
      for (int j = i + 1; j < canonicals.size(); j++) {
        String one = canonicals.get(i);
        String other = canonicals.get(j);
        if ((isAlone(one) || isAlone(other)) && verifies(rule, one, other)) {
          apart.add(one + " and " + other);
        }
      }
    }
    return apart;
  }

  /** Members of a story that verify with no other member of it. */
  private List<String> togetherThoughUnverified() {
    CrossPostRule rule = rule();
    List<String> together = new ArrayList<>();
    stories.forEach(
        (canonical, members) -> {
          for (String member : members) {
            if (members.size() > 1
                && members.stream()
                    .noneMatch(other -> !other.equals(member) && verifies(rule, member, other))) {
              together.add(member + " in the story of " + canonical);
            }
          }
        });
    return together;
  }

  /** Members of more than one story or of none; there must not be any. */
  private Set<String> notInOneStory() {
    Map<String, Integer> times = new TreeMap<>();
    stories.values().stream()
        .flatMap(Set::stream)
        .forEach(member -> times.merge(member, 1, Integer::sum));
    Set<String> wrong = new TreeSet<>(articles.keySet());
    times.forEach(
        (member, count) -> {
          if (count == 1) {
            wrong.remove(member);
          } else {
            wrong.add(member);
          }
        });
    return wrong;
  }

  /** What holds of any partition. */
  void check() {
    assertAll(
        () -> assertThat("articles in no story, or in two", notInOneStory(), empty()),
        () -> assertThat("apart though verified", apartThoughVerified(), empty()),
        () -> assertThat("together though unverified", togetherThoughUnverified(), empty()));
  }

  private boolean isAlone(String canonical) {
    return stories.getOrDefault(canonical, Set.of()).size() == 1;
  }

  private CrossPostRule rule() {
    return CrossPostRule.with(CorpusStatistics.learn(articles.values()));
  }

  private boolean verifies(CrossPostRule rule, String one, String other) {
    return rule.between(member(one), member(other)).crossPost();
  }

  private FoldMember member(String id) {
    FoldMember member = articles.get(id);
    if (member == null) {
      throw new AssertionError("a story has a canonical article that is not there: " + id);
    }
    return member;
  }

  private static Map<String, Set<String>> stories(Collection<Story> records) {
    Map<String, Set<String>> stories = new TreeMap<>();
    for (Story story : records) {
      Set<String> members = new TreeSet<>();
      for (StoryMember member : story.getMembers()) {
        members.add(member.getArticleId());
      }
      stories.put(story.getCanonicalArticleId(), members);
    }
    return stories;
  }
}
