package dev.newsfold.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import dev.newsfold.records.Relation;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FoldTest {
  private static final LocalDate DAY = Members.DAY;

  @Test
  void copiesMakeOneStoryWithTheEarliestAsCanonical() {
    String body = Members.han(1, 500);
    List<Story> stories =
        Fold.fold(
            List.of(
                Members.article("b", "portal.example", "新桥通车", "转载：" + body, DAY.plusDays(2)),
                Members.article("c", "lake.example", "另一件事", Members.han(2, 500), DAY),
                Members.article("a", "wire.example", "湖滨新桥今日通车", body, DAY)));

    assertThat(ids(stories), containsInAnyOrder(List.of("a", "b"), List.of("c")));
    Story story = story(stories, "a");
    assertThat(story.getCanonicalArticleId(), is("a"));
    assertThat(story.getSiteCount(), is(2));
    assertThat(story.getHeadline(), is("湖滨新桥今日通车"));
    assertThat(story.getMembers().get(0).getRelation(), is(Relation.ORIGINAL));
    assertThat(story.getMembers().get(1).getRelation(), is(Relation.COPY));
    assertThat(story.getMembers().get(1).getEvidence(), containsString("2 days apart"));
  }

  @Test
  void pagesWithoutAnAddressAreOfNoSite() {
    String body = Members.han(1, 500);
    List<Story> stories =
        Fold.fold(
            List.of(
                Members.article("a", "", "湖滨新桥今日通车", body, DAY),
                Members.article("b", "", "湖滨新桥今日通车", body, DAY)));
    assertThat(ids(stories), containsInAnyOrder(List.of("a", "b")));
    assertThat(story(stories, "a").getSiteCount(), is(0));
  }

  @Test
  void theOrderOfArrivalMakesNoDifference() {
    List<FoldMember> members = mixture(400, 11);
    Set<Story> expected = new HashSet<>(Fold.fold(members));
    for (int round = 0; round < 5; round++) {
      List<FoldMember> shuffled = new ArrayList<>(members);
      Collections.shuffle(shuffled, new Random(round));
      assertThat(new HashSet<>(Fold.fold(shuffled)), equalTo(expected));
    }
  }

  @Test
  void observationsAddUpInAnyOrder() {
    List<FoldMember> members = mixture(200, 12);
    CorpusStatistics statistics = CorpusStatistics.learn(members);
    List<FoldMember> reversed = new ArrayList<>(members);
    Collections.reverse(reversed);

    Fold one = Fold.with(statistics);
    Fold other = Fold.with(CorpusStatistics.learn(reversed));
    assertThat(one.all(members), equalTo(other.all(members)));
  }

  @Test
  void aChainOfEditsDoesNotDrift() {
    // Each text keeps nine tenths of the one before it; the last shares next to nothing with the
    // first.
    String long0 = Members.han(5, 2000);
    List<FoldMember> chain = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      chain.add(
          Members.article(
              "m" + (10 + i),
              "第" + i + "稿",
              long0.substring(60 * i, 60 * i + 700),
              DAY.plusDays(i % 3)));
    }
    CrossPostRule rule = CrossPostRule.with(CorpusStatistics.NONE);
    for (Story story : Fold.fold(chain)) {
      FoldMember canonical = find(chain, story.getCanonicalArticleId());
      for (StoryMember member : story.getMembers()) {
        FoldMember other = find(chain, member.getArticleId());
        assertThat(other.equals(canonical) || rule.between(canonical, other).crossPost(), is(true));
      }
    }
  }

  @Test
  void aFullTextIsTheHubForCopiesThatTheAbridgementCannotVouchFor() {
    String full = Members.han(6, 1200);
    List<Story> stories =
        Fold.fold(
            List.of(
                Members.article("a", "湖滨新桥今日通车", full.substring(0, 300), DAY),
                Members.article("b", "湖滨新桥今日通车", full, DAY.plusDays(1)),
                Members.article("c", "新桥通车记", full, DAY.plusDays(4))));

    assertThat(ids(stories), contains(List.of("a", "b", "c")));
    assertThat(stories.get(0).getMembers().get(2).getEvidence(), containsString("with the hub b"));
  }

  @Test
  void twoBodiesUnderOneHeadlineAreNotJoinedByAPageWithoutABody() {
    List<Story> stories =
        Fold.fold(
            List.of(
                Members.article("a", "各方祝贺湖滨新桥通车", "", DAY),
                Members.article("b", "各方祝贺湖滨新桥通车", Members.han(20, 400), DAY),
                Members.article("c", "各方祝贺湖滨新桥通车", Members.han(21, 400), DAY)));

    assertThat(ids(stories), containsInAnyOrder(List.of("a", "b"), List.of("c")));
  }

  @Test
  void aBodyThatASiteShowsUnderManyHeadlinesIsNone() {
    String committable = Members.han(8, 300);
    List<FoldMember> members = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      members.add(Members.article("f" + i, Members.han(100 + i, 14), committable));
    }
    members.add(
        Members.article("x", "wire.example", Members.han(100, 14), Members.han(9, 300), DAY));

    assertThat(Fold.fold(members), hasSize(5));
  }

  @Test
  void aHeadlineThatRecursOnManyDaysFoldsNothing() {
    List<FoldMember> members = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      members.add(Members.article("c" + i, "湖滨夜话", Members.han(200 + i, 300), DAY.plusDays(i)));
    }
    members.add(Members.article("d", "mirror.example", "湖滨夜话", "", DAY));

    assertThat(Fold.fold(members), hasSize(6));
  }

  /** Stories of one to five articles with openers, columns, missing bodies and missing dates. */
  private static List<FoldMember> mixture(int stories, long seed) {
    Random random = new Random(seed);
    List<FoldMember> members = new ArrayList<>();
    for (int s = 0; s < stories; s++) {
      String headline = s % 10 == 0 ? "湖滨快讯" : Members.han(seed * 1000 + s, 14);
      String body = Members.han(seed * 2000 + s, 60 + random.nextInt(800));
      int copies = 1 + random.nextInt(5);
      for (int c = 0; c < copies; c++) {
        String text =
            switch (random.nextInt(5)) {
              case 0 -> "";
              case 1 -> "青柳社湖滨讯 " + body;
              case 2 -> body.substring(0, body.length() / 2);
              default -> body;
            };
        LocalDate day = random.nextInt(8) == 0 ? null : DAY.plusDays(s % 30 + random.nextInt(3));
        members.add(
            Members.article("m" + s + "-" + c, "site" + c + ".example", headline, text, day));
      }
    }
    return members;
  }

  private static List<List<String>> ids(List<Story> stories) {
    return stories.stream()
        .map(s -> s.getMembers().stream().map(StoryMember::getArticleId).toList())
        .toList();
  }

  private static Story story(List<Story> stories, String canonical) {
    return stories.stream()
        .filter(s -> s.getCanonicalArticleId().equals(canonical))
        .findFirst()
        .orElseThrow();
  }

  private static FoldMember find(List<FoldMember> members, String id) {
    return members.stream().filter(m -> m.id().equals(id)).findFirst().orElseThrow();
  }
}
