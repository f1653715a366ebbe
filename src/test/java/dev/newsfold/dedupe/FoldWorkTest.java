package dev.newsfold.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What makes large buckets: the work it takes is counted, and the stories must be right. */
class FoldWorkTest {
  private static final int MANY = 3_000;

  /** Of each key a candidate is in two parts at most, and paired with all of a small one. */
  private static final int PAIRS_OF_ONE = 2 * CandidateKeys.LIMIT * Buckets.SMALL;

  @Test
  void aPageCopiedThousandsOfTimesIsComparedWithFewOfThem() {
    List<FoldMember> copies = copies(MANY, Members.han(10, 400), 10);

    assertThat(comparisons(copies), lessThanOrEqualTo(8 * MANY));
    List<Story> stories = Fold.fold(copies);
    assertThat(stories, hasSize(1));
    assertThat(stories.get(0).getMembers(), hasSize(MANY));
  }

  @Test
  void aPageCopiedAllYearRoundIsOneStoryAHorizonAtMost() {
    List<FoldMember> copies = copies(MANY, Members.han(11, 400), 365);

    assertThat(comparisons(copies), lessThanOrEqualTo(40 * MANY));
    for (Story story : Fold.fold(copies)) {
      LocalDate first = story.getMembers().get(0).getPublishDay();
      for (StoryMember member : story.getMembers()) {
        long days = member.getPublishDay().toEpochDay() - first.toEpochDay();
        assertThat(days, lessThanOrEqualTo((long) CrossPostRule.HORIZON_DAYS));
      }
    }
  }

  @Test
  void aTemplateOfThousandsOfDaysIsComparedWithinItsTimeAndStaysApart() {
    String template = Members.han(2, 300);
    List<FoldMember> days = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      LocalDate day = Members.DAY.plusDays(i);
      days.add(
          Members.article(
              "d" + i,
              "湖滨水情通报",
              day.getMonthValue() + "月" + day.getDayOfMonth() + "日，湖滨水位" + i + "厘米。" + template,
              day));
    }

    assertThat(comparisons(days), lessThanOrEqualTo(2 * CrossPostRule.HORIZON_DAYS * MANY));
    assertThat(Fold.fold(days), hasSize(MANY));
  }

  @Test
  void headlinesThatThousandsShareOnADayTakeLinearWork() {
    List<FoldMember> bare = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      bare.add(Members.article("h" + i, "s" + i + ".example", "湖滨新桥今日通车", "", Members.DAY));
    }

    assertThat(comparisons(bare), lessThanOrEqualTo(PAIRS_OF_ONE * MANY / 10));
    assertThat(Fold.fold(bare), hasSize(1));
  }

  @Test
  void pairsDoNotDependOnTheOrderOfABucket() {
    List<FoldMember> copies = copies(200, Members.han(12, 400), 40);
    List<FoldMember> reversed = new ArrayList<>(copies);
    java.util.Collections.reverse(reversed);

    assertThat(pairs(reversed).equals(pairs(copies)), is(true));
  }

  private static List<FoldMember> copies(int count, String body, int days) {
    List<FoldMember> copies = new ArrayList<>();
    FoldMember page = Members.article("c", "湖滨新桥今日通车", body);
    for (int i = 0; i < count; i++) {
      FoldMember bare =
          Members.article(
              String.format("c%05d", i),
              "s" + i + ".example",
              page.headline(),
              "",
              Members.DAY.plusDays(i * 7919L % days));
      copies.add(
          new FoldMember(
              bare.id(),
              bare.url(),
              bare.site(),
              null,
              bare.headline(),
              null,
              bare.publishedAt(),
              bare.publishDay(),
              bare.precision(),
              page.sketch()));
    }
    return copies;
  }

  private static int comparisons(List<FoldMember> members) {
    return Fold.with(CorpusStatistics.learn(members)).comparisons(members);
  }

  private static Set<Pair> pairs(List<FoldMember> members) {
    List<Candidate> bucket = new ArrayList<>();
    members.forEach(member -> bucket.add(Candidate.of(Profile.of(member, CorpusStatistics.NONE))));
    Set<Pair> pairs = new HashSet<>();
    Buckets.pairs("b0x", bucket, pairs::add);
    return pairs;
  }
}
