package dev.newsfold.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import dev.newsfold.records.Relation;
import dev.newsfold.records.Story;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What makes two similar texts one item or two: what they speak of, and what stands around them.
 */
class SameTextTest {
  private static final LocalDate DAY = Members.DAY;

  @Test
  void aNoticeOnManySitesThatSpeaksOfNoHeadlineIsNoBody() {
    String wall = "请先同意使用条款再继续浏览本页面，本站使用小型文本文件保存您的偏好设置。" + Members.han(8, 200);
    List<FoldMember> members = new ArrayList<>();
    String[] headlines = {"湖滨新桥今日通车", "渡轮停航三天检修", "果园丰收节周六开幕", "图书馆延长夜间开放"};
    for (int i = 0; i < headlines.length; i++) {
      members.add(Members.article("w" + i, "s" + i + ".example", headlines[i], wall, DAY));
    }

    assertThat(Fold.fold(members), hasSize(4));
  }

  @Test
  void anArticleUnderManyHeadlinesOfWhichItSpeaksIsOneStory() {
    String body = "湖滨新桥今日通车，全长两公里。市民结伴走上桥面，渡轮从此停航。通行费用全免，三年工期提前完成。" + Members.han(8, 300);
    List<FoldMember> members = new ArrayList<>();
    String[] headlines = {"湖滨新桥今日通车", "市民结伴走上桥面 渡轮从此停航", "通行费用全免！三年工期提前完成", "新桥通车 渡轮停航"};
    for (int i = 0; i < headlines.length; i++) {
      members.add(Members.article("a" + i, headlines[i], body));
    }

    assertThat(Fold.fold(members), hasSize(1));
  }

  @Test
  void whatASiteRepeatsOnItsPagesIsNotSharedText() {
    assertThat(Fold.fold(framed(Members.han(77, 300))), hasSize(60));
    // In a long frame, an invented headline's characters stand by chance: one page in sixty.
    assertThat(
        Fold.fold(framed(Members.han(77, 1000))).size(), allOf(greaterThan(58), lessThan(61)));
  }

  /** Sixty pages of one site with one frame, and a copy of one of them on another site. */
  private static List<FoldMember> framed(String frame) {
    List<FoldMember> members = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String own = Members.han(1000 + i, 50);
      members.add(Members.article("p" + i, Members.han(2000 + i, 12), frame + own));
    }
    FoldMember page = members.get(17);
    members.add(
        Members.article(
            "copy", "other.example", page.headline(), frame + Members.han(1017, 50), DAY));
    return members;
  }

  @Test
  void aTextOfWhichTheNamedPlaceIsExchangedIsAnotherItem() {
    String release =
        "%s, May 6 - Lantern Ferries today opened its newest pier in %s. We are thrilled to serve"
            + " the people of %s, said a manager. "
            + Members.english(3, 300);
    MatchResult result =
        judge(
            Members.article(
                "a", "Lantern opens in Aldham", release.formatted("Aldham", "Aldham", "Aldham")),
            Members.article(
                "b",
                "Lantern opens in Brixley",
                release.formatted("Brixley", "Brixley", "Brixley")));

    assertThat(result.crossPost(), is(false));
    assertThat(result.evidence(), containsString("about what its own headline names"));
  }

  @Test
  void aForecastForAnotherTownIsAnotherItemAlsoUnderOneHeadline() {
    String text =
        "%s气象台发布预报：今天%s晴转多云，东南风三级，空气湿度适中。近期昼夜温差较大，市民出行请增减衣物，预防感冒；"
            + "户外作业注意防晒补水，驾车出行注意交通安全。%s气象台将持续关注天气变化，请留意最新预报。";
    FoldMember one = Members.article("a", "今日天气预报", text.formatted("青柳县", "青柳县", "青柳县"));

    for (String headline : List.of("今日天气预报", "湖滨县：晴转多云 请增减衣物")) {
      MatchResult result =
          judge(one, Members.article("b", headline, text.formatted("湖滨县", "湖滨县", "湖滨县")));
      assertThat(result.evidence(), containsString("青柳县 against 湖滨县"));
    }
    assertThat(
        judge(one, Members.article("b", "天气", "据青柳县消息，" + text.formatted("青柳县", "当地", "青柳县")))
            .crossPost(),
        is(true));
  }

  @Test
  void numeralsInEitherScriptAreTheSame() {
    String body = Members.han(1, 500);
    String edited = body.substring(0, 440) + Members.han(9, 30);

    assertThat(
        judge(
                Members.article("a", "青柳队收获9连胜，最大收获是这3方面", body),
                Members.article("b", "青柳队收获九连胜，最大收获是这三方面", edited))
            .crossPost(),
        is(true));
    assertThat(
        judge(
                Members.article("a", "青柳队收获9连胜，最大收获是这3方面", body),
                Members.article("b", "青柳队收获八连胜，最大收获是这三方面", edited))
            .crossPost(),
        is(false));
    assertThat(Numerals.unified("两万元，2万元，1.5亿，十二点，1,250"), is("20000元，20000元，150000000，12点，1250"));
  }

  @ParameterizedTest
  @CsvSource({
    "四万亿, 4万亿",
    "一万亿, 1万亿",
    "一万二千亿, 1.2万亿",
    "一亿二千万, 1.2亿",
    "三亿五千万零六, 350000006",
    "九千九百万, 9900万",
    "十万, 10万",
    "万, 10000",
  })
  void largeNumbersAreTheSameInHanCharactersAndInDigits(String han, String digits) {
    assertThat(Numerals.unified(han), is(Numerals.unified(digits)));
  }

  @Test
  void belowAndAboveContradict() {
    String body = Members.han(1, 500);
    String edited = body.substring(0, 450) + Members.han(9, 40);

    assertThat(
        judge(
                Members.article("a", "升学率低于10%的学校名单", body),
                Members.article("b", "升学率高于10%的大学排行榜", edited))
            .crossPost(),
        is(false));
  }

  @Test
  void aReworkedHeadlineDoesNotOutweighANearlyIdenticalText() {
    String body = Members.han(1, 500);
    String edited = body.substring(0, 460) + Members.han(9, 40);

    assertThat(
        judge(
                Members.article("a", "旧厂房改造成展览馆 居民盼早日开放", body),
                Members.article("b", "旧厂房变展览馆 居民：希望能早日开放", edited))
            .relation(),
        is(Relation.COPY));
  }

  @Test
  void aCorrectionIsTheSameItemInAnyLanguage() {
    String template = Members.han(2, 300);
    FoldMember wrong = Members.article("a", "渡轮载客14人起火", "渡轮起火时载客14人。" + template);
    for (String headline : List.of("更正：渡轮载客41人起火", "【勘误】渡轮载客41人起火", "渡轮载客41人起火（订正）")) {
      FoldMember right = Members.article("b", headline, "渡轮起火时载客41人。" + template);
      assertThat(headline, judge(wrong, right).crossPost(), is(true));
    }
    assertThat(
        judge(wrong, Members.article("b", "渡轮载客41人起火", "渡轮起火时载客41人。" + template)).crossPost(),
        is(false));
  }

  @Test
  void anAbridgementSaysWhichTextIsTheFuller() {
    FoldMember full = Members.article("a", "湖滨新桥今日通车", Members.han(6, 900));
    FoldMember part = Members.article("b", "湖滨新桥今日通车", Members.han(6, 900).substring(0, 250));

    assertThat(fullerOf(full, part), is(false));
    // The abridgement that comes first is canonical; then the member has the fuller text.
    assertThat(
        fullerOf(
            Members.article("a", "湖滨新桥今日通车", Members.han(6, 900).substring(0, 250)),
            Members.article("b", "湖滨新桥今日通车", Members.han(6, 900))),
        is(true));
  }

  /** Whether the member of the story of two, whose canonical is the first, has the fuller text. */
  private static @Nullable Boolean fullerOf(FoldMember canonical, FoldMember member) {
    List<Story> stories = Fold.fold(List.of(canonical, member));
    assertThat(stories, hasSize(1));
    assertThat(stories.get(0).getCanonicalArticleId(), is(canonical.id()));
    return stories.get(0).getMembers().get(1).getFuller();
  }

  private static MatchResult judge(FoldMember a, FoldMember b) {
    return CrossPostRule.judge(a, b);
  }
}
