package dev.newsfold.flow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;

import dev.newsfold.dedupe.Fold;
import dev.newsfold.dedupe.FoldMember;
import dev.newsfold.dedupe.Members;
import dev.newsfold.dedupe.Sketch;
import dev.newsfold.records.Precision;
import dev.newsfold.records.Story;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.TimestampedValue;
import org.joda.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The fold of a stream: after each round of articles that come, change, go and are forgotten, the
 * stories that stand are those of a batch.
 */
class FoldInRoundsTest {
  private static final Duration ROUND = Duration.ofSeconds(10);
  private static final Map<String, Queue<Told>> TOLD = new ConcurrentHashMap<>();

  /** A change to a story, and the round that it is of. */
  private record Told(long round, Change<Fold.Folded> change) {}

  /** What comes in, round by round, and which articles are there after each. */
  private static final class Script {
    private final Map<String, FoldMember> there = new TreeMap<>();
    private final List<List<Change<FoldMember>>> rounds = new ArrayList<>();
    private final List<Map<String, FoldMember>> states = new ArrayList<>();

    /** A round, in which each article changes once at most. */
    void round(BiConsumer<Script, List<Change<FoldMember>>> changes) {
      List<Change<FoldMember>> round = new ArrayList<>();
      changes.accept(this, round);
      rounds.add(round);
      states.add(new TreeMap<>(there));
    }

    void put(FoldMember member, List<Change<FoldMember>> round) {
      FoldMember before = there.put(member.id(), member);
      if (before == null || !before.equals(member)) {
        if (before != null) {
          round.add(Change.removed(before));
        }
        round.add(Change.added(member));
      }
    }

    void remove(String id, List<Change<FoldMember>> round) {
      FoldMember before = there.remove(id);
      if (before != null) {
        round.add(Change.removed(before));
      }
    }

    void forget(String id, List<Change<FoldMember>> round) {
      FoldMember before = there.remove(id);
      if (before != null) {
        round.add(Change.forgotten(before));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void standingStoriesAreThoseOfABatchAfterEveryRound(long seed) {
    Random random = new Random(seed);
    Script script = new Script();
    for (int i = 0; i < 6; i++) {
      // Some rounds fill up, some drain, so that buckets pass their bounds both ways.
      double coming = i / 3 % 2 == 0 ? 0.9 : 0.25;
      script.round(
          (there, round) -> {
            Map<String, @Nullable FoldMember> next = new TreeMap<>();
            List<String> ids = List.copyOf(there.there.keySet());
            for (int k = 0; k < 18; k++) {
              if (ids.isEmpty() || random.nextDouble() < coming) {
                FoldMember member = anyOf(random);
                next.put(member.id(), member);
              } else {
                next.put(ids.get(random.nextInt(ids.size())), null);
              }
            }
            next.forEach(
                (id, member) -> {
                  if (member == null) {
                    there.remove(id, round);
                  } else {
                    there.put(member, round);
                  }
                });
          });
    }
    List<Map<String, Story>> standing = run("seed" + seed, script, true);
    for (int i = 0; i < standing.size(); i++) {
      Map<String, Story> batch = new TreeMap<>();
      Fold.fold(script.states.get(i).values()).forEach(story -> batch.put(story.getId(), story));
      assertThat("seed " + seed + ", round " + i, text(standing.get(i)), equalTo(text(batch)));
    }
  }

  @Test
  void aSuffixLearntLateTouchesWhatCameBefore() {
    Script script = new Script();
    script.round(
        (there, round) -> {
          there.put(bare("a", "a.example", "湖滨新桥今日通车"), round);
          there.put(article("b", "b.example", "湖滨新桥今日通车_青柳", Members.han(1, 300), 0, null), round);
        });
    script.round(
        (there, round) -> {
          there.put(bare("c", "b.example", "山谷铁路开工_青柳"), round);
          there.put(bare("d", "b.example", "麦田丰收在望_青柳"), round);
        });
    script.round((there, round) -> there.remove("d", round));
    List<Map<String, Story>> standing = run("suffix", script, true);
    assertThat("one has a name behind it", standing.get(0).keySet(), hasSize(2));
    assertThat("a, with b; c; d", standing.get(1).keySet(), hasSize(3));
    assertThat("a; b; c", standing.get(2).keySet(), hasSize(3));
  }

  @Test
  void onlyTheStoriesThatAChangeTouchesAreToldAgain() {
    Script script = new Script();
    script.round(
        (there, round) -> {
          for (int i = 0; i < 40; i++) {
            there.put(
                Members.article("a" + i, Members.han(i, 12), Members.han(1000 + i, 300)), round);
          }
        });
    script.round(
        (there, round) ->
            there.put(Members.article("copy", Members.han(7, 12), Members.han(1007, 300)), round));
    run("touched", script, true);
    List<Change<Fold.Folded>> second =
        told("touched").stream().filter(told -> told.round == 1).map(Told::change).toList();
    assertThat("the story of one, and that of two", second, hasSize(2));
  }

  @Test
  void aStoryIsForgottenWithTheLastOfItsArticlesAndTillThenStaysAsItWas() {
    String page = Members.han(1, 400);
    Script script = new Script();
    script.round(
        (there, round) -> {
          for (int i = 0; i < 3; i++) {
            there.put(article("p" + i, "s" + i + ".example", "湖滨新桥今日通车", page, 0, null), round);
          }
          there.put(article("lone", "x.example", "麦田丰收在望", Members.han(5, 300), 0, null), round);
        });
    script.round(
        (there, round) -> {
          there.forget("p0", round);
          there.forget("lone", round);
        });
    script.round(
        (there, round) -> there.put(article("p3", "s3.example", "湖滨新桥今日通车", page, 1, null), round));
    script.round(
        (there, round) -> {
          there.forget("p1", round);
          there.forget("p2", round);
          there.forget("p3", round);
        });
    List<Map<String, Story>> standing = run("forgotten", script, false);
    assertThat(standing.get(0).keySet(), equalTo(Set.of("p0", "lone")));
    assertThat(
        "what is forgotten still stands", text(standing.get(1)), equalTo(text(standing.get(0))));
    assertThat(Objects.requireNonNull(standing.get(2).get("p0")).getMembers(), hasSize(4));
    List<String> forgotten =
        told("forgotten").stream()
            .filter(told -> told.change.kind() == Change.Kind.FORGOTTEN)
            .map(told -> told.round + " " + told.change.value().story().getId())
            .sorted()
            .toList();
    assertThat(forgotten, equalTo(List.of("1 lone", "3 p0")));
  }

  /**
   * The stories that stand after each round.
   *
   * @param forgets whether a story that is forgotten is there no more
   */
  private static List<Map<String, Story>> run(String name, Script script, boolean forgets) {
    TOLD.put(name, new ConcurrentLinkedQueue<>());
    TestStream.Builder<Change<FoldMember>> stream = TestStream.create(FoldStories.MEMBERS);
    for (int i = 0; i < script.rounds.size(); i++) {
      long from = i * ROUND.toMillis();
      for (Change<FoldMember> change : script.rounds.get(i)) {
        stream = stream.addElements(TimestampedValue.of(change, new Instant(from + 1)));
      }
      stream = stream.advanceWatermarkTo(new Instant(from + ROUND.toMillis()));
    }
    Pipeline pipeline = Pipeline.create();
    pipeline
        .apply(stream.advanceWatermarkToInfinity())
        .apply(FoldStories.with(Grouping.BY_KEY.inRounds(ROUND)))
        .apply("Collect", ParDo.of(new CollectFn(name)));
    pipeline.run().waitUntilFinish();

    List<Map<String, Story>> standing = new ArrayList<>();
    Map<String, Story> now = new TreeMap<>();
    for (int i = 0; i < script.rounds.size(); i++) {
      Map<String, Story> added = new HashMap<>();
      for (Told told : told(name)) {
        Story story = told.change.value().story();
        if (told.round != i) {
          continue;
        }
        if (told.change.kind() == Change.Kind.ADDED) {
          added.put(story.getId(), story);
        } else if (forgets || told.change.kind() == Change.Kind.REMOVED) {
          assertThat(name + i, now.remove(story.getId()) + "", equalTo(story + ""));
        }
      }
      now.putAll(added);
      standing.add(new TreeMap<>(now));
    }
    assertThat(now.size() + told(name).size(), greaterThan(0));
    return standing;
  }

  /** Generated records do not compare without their conversions. */
  private static Map<String, String> text(Map<String, Story> stories) {
    Map<String, String> text = new TreeMap<>();
    stories.forEach((id, story) -> text.put(id, story.toString()));
    return text;
  }

  private static List<Told> told(String name) {
    return List.copyOf(Objects.requireNonNull(TOLD.get(name)));
  }

  private static final class CollectFn extends DoFn<Change<Fold.Folded>, Void> {
    private final String name;

    private CollectFn(String name) {
      this.name = name;
    }

    @ProcessElement
    public void process(@Element Change<Fold.Folded> change, @Timestamp Instant at) {
      Objects.requireNonNull(TOLD.get(name))
          .add(new Told(at.getMillis() / ROUND.toMillis(), change));
    }
  }

  /** One of a few hundred articles, or another version of it. */
  private static FoldMember anyOf(Random random) {
    int i = random.nextInt(70);
    int day = random.nextInt(30);
    String site = "s" + random.nextInt(5) + ".example";
    String page = Members.han(1, 400);
    return switch (random.nextInt(9)) {
      case 0, 1 -> // a page on many sites, now and then edited
          article(
              "page" + i,
              "s" + i + ".example",
              "湖滨新桥今日通车",
              random.nextInt(3) == 0 ? "青柳社讯 " + page : page,
              i % 25,
              i % 2 == 0 ? "青柳" : null);
      case 2 -> // a column of many days
          article(
              "column" + i,
              "s1.example",
              "湖滨水情通报",
              Members.DAY.plusDays(i).getDayOfMonth()
                  + "日，湖滨水位"
                  + i * 7
                  + "厘米。"
                  + Members.han(2, 200),
              i,
              null);
      case 3 -> // headlines without a body, with and without a name behind them
          article(
              "bare" + i,
              site,
              Members.han(3 + i % 4, 12) + (random.nextBoolean() ? "_青柳" : ""),
              "",
              i % 3,
              null);
      case 4 -> // abridgements
          article(
              "part" + i,
              site,
              "湖滨新桥今日通车",
              page.substring(0, 120 + random.nextInt(200)),
              i % 25,
              null);
      case 5 -> // what an extraction took for the text
          article(
              "failed" + i, "s2.example", Members.han(50 + i, 12), Members.han(9, 80), day, null);
      case 6 -> // a name that recurs behind the headlines of a site
          article(
              "named" + i,
              site,
              Members.han(90 + i, 12) + "_青柳",
              Members.han(200 + i, 150),
              day,
              null);
      case 7 -> // pages that are mostly what their site repeats
          article(
              "framed" + i,
              "s3.example",
              Members.han(700 + i, 12),
              Members.han(8, 200) + Members.han(800 + i, 30),
              day,
              null);
      default -> // several versions of a few texts
          article(
              "text" + i,
              site,
              Members.han(20 + i % 9, 12),
              Members.han(300 + i % 9, 200),
              random.nextInt(12),
              null);
    };
  }

  private static FoldMember bare(String id, String site, String headline) {
    return article(id, site, headline, "", 0, null);
  }

  private static FoldMember article(
      String id, String site, String headline, String body, int day, @Nullable String source) {
    LocalDate published = Members.DAY.plusDays(day);
    return new FoldMember(
        id,
        "https://" + site + "/" + id,
        site,
        source,
        headline,
        null,
        published.atTime(8, 0).toInstant(ZoneOffset.UTC),
        published,
        Precision.MINUTE,
        Sketch.of(body));
  }
}
