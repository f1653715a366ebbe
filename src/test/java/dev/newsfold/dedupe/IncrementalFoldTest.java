package dev.newsfold.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;

import dev.newsfold.records.Precision;
import dev.newsfold.records.Story;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes and goes, the stories that stand are those of a fold of what is there. */
class IncrementalFoldTest {
  private final IncrementalFold incremental = new IncrementalFold();
  private final Map<String, FoldMember> there = new TreeMap<>();
  private final Map<String, Story> standing = new HashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void standingStoriesAreThoseOfABatchAtEveryFiring(long seed) {
    Random random = new Random(seed);
    // Some rounds fill up, some drain, so that buckets pass their bounds both ways.
    for (int round = 0; round < 60; round++) {
      double coming = round / 15 % 2 == 0 ? 0.85 : 0.25;
      for (int i = random.nextInt(25); i >= 0; i--) {
        if (there.isEmpty() || random.nextDouble() < coming) {
          put(anyOf(random));
        } else {
          List<String> ids = List.copyOf(there.keySet());
          remove(ids.get(random.nextInt(ids.size())));
        }
      }
      update();
      check("seed " + seed + ", round " + round);
    }
  }

  @Test
  void leavesNothingBehindOnceAllAreGone() {
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      put(anyOf(random));
    }
    update();
    assertThat(standing.size(), greaterThan(20));
    List.copyOf(there.keySet()).forEach(this::remove);
    assertThat(update(), empty());
    assertThat(standing.keySet(), empty());
    assertThat(incremental.rows(), equalTo(0));
  }

  @Test
  void onlyTheStoriesThatAChangeTouchesAreMadeAnew() {
    for (int i = 0; i < 300; i++) {
      put(Members.article("a" + i, Members.han(i, 12), Members.han(1000 + i, 300)));
    }
    assertThat(update(), hasSize(300));
    put(Members.article("copy", Members.han(7, 12), Members.han(1007, 300)));
    List<Story> made = update();
    assertThat(made, hasSize(1));
    assertThat(made.get(0).getMembers(), hasSize(2));
    assertThat("nothing changes, nothing is made", update(), empty());
  }

  @Test
  void aSuffixLearntLateTouchesWhatCameBefore() {
    put(bare("a", "a.example", "湖滨新桥今日通车"));
    put(article("b", "b.example", "湖滨新桥今日通车_青柳", Members.han(1, 300), 0, null));
    update();
    assertThat("one has a name behind it", standing.keySet(), hasSize(2));
    put(bare("c", "b.example", "山谷铁路开工_青柳"));
    put(bare("d", "b.example", "麦田丰收在望_青柳"));
    update();
    check("the suffix is known");
    assertThat("a, with b; c; d", standing.keySet(), hasSize(3));
    remove("d");
    update();
    check("the suffix is forgotten");
    assertThat("a; b; c", standing.keySet(), hasSize(3));
  }

  private void put(FoldMember member) {
    there.put(member.id(), member);
    incremental.put(member);
  }

  private void remove(String id) {
    there.remove(id);
    incremental.remove(id);
  }

  private List<Story> update() {
    IncrementalFold.Change change = incremental.update();
    change.gone().forEach(standing::remove);
    change.stories().forEach(story -> standing.put(story.getId(), story));
    return change.stories();
  }

  private void check(String when) {
    Map<String, Story> batch = new HashMap<>();
    Fold.fold(there.values()).forEach(story -> batch.put(story.getId(), story));
    assertThat(when, standing, equalTo(batch));
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
        Sketch.of(body),
        null);
  }
}
