package dev.newsfold.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InformedArticlesTest {
  private static final List<String> NAMES = List.of("青柳", "湖滨", "山谷");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyArticleKnowsWhatConcernsItWhateverComesAndGoes(long seed) {
    Random random = new Random(seed);
    Map<String, FoldMember> there = new TreeMap<>();
    Map<String, FoldMember> informed = new TreeMap<>();
    Set<String> facts = new TreeSet<>();
    InformedArticles articles = new InformedArticles(new Facts());
    int told = 0;
    for (int round = 0; round < 40; round++) {
      for (int i = random.nextInt(6); i >= 0; i--) {
        FoldMember member = article(random);
        String fact = anyFact(random);
        switch (random.nextInt(4)) {
          case 0 -> {
            there.remove(member.id());
            articles.remove(member.id());
          }
          case 1 -> {
            if (facts.add(fact)) {
              articles.learn(fact);
            }
          }
          case 2 -> {
            if (facts.remove(fact)) {
              articles.unlearn(fact);
            }
          }
          default -> {
            there.put(member.id(), member);
            articles.put(member);
          }
        }
      }
      for (InformedArticles.Informed one : articles.changes()) {
        assertThat(one.id(), informed.get(one.id()), equalTo(one.before()));
        told++;
        if (one.after() == null) {
          informed.remove(one.id());
        } else {
          informed.put(one.id(), one.after());
        }
      }
      assertThat("seed " + seed + ", round " + round, informed, equalTo(expected(there, facts)));
      assertThat("nothing is left to tell", articles.changes(), empty());
      if (random.nextInt(6) == 0) {
        articles = new InformedArticles(Facts.of(facts));
        informed.values().forEach(articles::load);
      }
    }
    assertThat(told, greaterThan(50));
    assertThat(
        informed.values().stream().filter(member -> !member.facts().isEmpty()).count(),
        greaterThan(0L));
  }

  /** What concerns an article is as good to the rule as all there is. */
  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void comparesWithItsFactsAsWithAll(long seed) {
    Random random = new Random(seed);
    Set<String> facts = new TreeSet<>();
    for (int i = 0; i < 12; i++) {
      facts.add(anyFact(random));
    }
    Facts known = Facts.of(facts);
    CrossPostRule all = CrossPostRule.with(CorpusStatistics.of(facts));
    for (int i = 0; i < 200; i++) {
      FoldMember a = article(random);
      FoldMember b = article(random);
      List<FoldMember> both =
          List.of(a.knowing(known.concerning(a).facts()), b.knowing(known.concerning(b).facts()));
      CrossPostRule told = CrossPostRule.with(CorpusStatistics.knownTo(both));
      assertThat(told.between(both.get(0), both.get(1)), equalTo(all.between(a, b)));
    }
  }

  private static Map<String, FoldMember> expected(
      Map<String, FoldMember> there, Set<String> facts) {
    Map<String, FoldMember> expected = new TreeMap<>();
    Facts known = Facts.of(facts);
    there.forEach(
        (id, member) -> expected.put(id, member.knowing(known.concerning(member).facts())));
    return expected;
  }

  private static String anyFact(Random random) {
    String name = NAMES.get(random.nextInt(NAMES.size()));
    return switch (random.nextInt(3)) {
      case 0 -> Observation.SUFFIX + SiteSuffixes.name("s" + random.nextInt(3) + ".example", name);
      case 1 -> Observation.HEADLINE + HeadlineKey.of(headline(random.nextInt(5)));
      default ->
          Observation.FAILURE + FailedBodies.name(Objects.requireNonNull(text(random.nextInt(5))));
    };
  }

  private static String headline(int number) {
    return Members.han(40 + number, 10);
  }

  private static FoldMember text(int number) {
    return Members.article("t" + number, headline(number), Members.han(90 + number, 120));
  }

  private static FoldMember article(Random random) {
    int number = random.nextInt(5);
    String tail = random.nextBoolean() ? "_" + NAMES.get(random.nextInt(NAMES.size())) : "";
    FoldMember text = text(random.nextInt(5));
    return new FoldMember(
        "a" + random.nextInt(12),
        "https://s.example/" + number,
        "s" + random.nextInt(3) + ".example",
        random.nextBoolean() ? NAMES.get(random.nextInt(NAMES.size())) : null,
        headline(number) + tail,
        null,
        text.publishedAt(),
        text.publishDay(),
        text.precision(),
        text.sketch());
  }
}
