package dev.newsfold.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CandidateKeysTest {
  private static final LocalDate DAY = Members.DAY;

  @Test
  void copiesWithinTheHorizonMeet() {
    String body = Members.han(1, 600);
    FoldMember first = Members.article("a", "湖滨新桥今日通车", body);
    for (int days = 0; days <= CrossPostRule.HORIZON_DAYS; days++) {
      FoldMember later = Members.article("b", "这座桥火了", "青柳社讯 " + body, DAY.plusDays(days));
      assertThat("after " + days + " days", shared(first, later), is(not(empty())));
    }
  }

  @Test
  void copiesOfSimilaritySevenTenthsMostlyMeet() {
    int met = 0;
    for (int seed = 0; seed < 200; seed++) {
      // 170 of 230 characters are shared: a similarity of about .7.
      String shared = Members.han(seed, 330);
      FoldMember a =
          Members.article("a", Members.han(seed + 1000, 12), shared + Members.han(seed + 2000, 60));
      FoldMember b =
          Members.article("b", Members.han(seed + 3000, 12), Members.han(seed + 4000, 60) + shared);
      met += shared(a, b).isEmpty() ? 0 : 1;
    }
    assertThat(met, greaterThan(190));
  }

  @Test
  void anUndatedPageMeetsItsDatedCopy() {
    String body = Members.han(1, 600);
    assertThat(
        shared(Members.article("a", "湖滨新桥今日通车", body, null), Members.article("b", "湖滨新桥通车", body)),
        is(not(empty())));
  }

  @Test
  void editedHeadlinesWithoutBodiesMeetTheNextDay() {
    assertThat(
        shared(
            Members.article("a", "渡轮公司通报湖滨航线停航原因", ""),
            Members.article("b", "渡轮公司通报湖滨航线停航的原因", "", DAY.plusDays(1))),
        is(not(empty())));
  }

  @Test
  void anArticleHasAtMostAFewKeys() {
    FoldMember plain = Members.article("a", "湖滨 | 新桥今日通车 | 造价2亿元 | 全长1200米", Members.han(1, 600));
    FoldMember original =
        new FoldMember(
            "a",
            plain.url(),
            plain.site(),
            "青柳网",
            plain.headline(),
            "湖滨新桥建成",
            plain.publishedAt(),
            plain.publishDay(),
            plain.precision(),
            plain.sketch());
    FoldMember bare =
        new FoldMember(
            "b",
            plain.url(),
            plain.site(),
            "青柳网",
            plain.headline(),
            "湖滨新桥建成",
            plain.publishedAt(),
            plain.publishDay(),
            plain.precision(),
            Sketch.EMPTY);
    for (FoldMember member : List.of(plain, original, bare)) {
      List<String> keys = CandidateKeys.of(member);
      assertThat(keys.size(), lessThanOrEqualTo(CandidateKeys.LIMIT));
      assertThat(new TreeSet<>(keys).size(), is(keys.size()));
    }
  }

  private static TreeSet<String> shared(FoldMember a, FoldMember b) {
    TreeSet<String> shared = new TreeSet<>(CandidateKeys.of(a));
    shared.retainAll(CandidateKeys.of(b));
    return shared;
  }
}
