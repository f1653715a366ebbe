package dev.newsfold.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.newsfold.records.Relation;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrossPostRuleTest {
  private static final LocalDate DAY = Members.DAY;
  private static final String BODY = Members.han(1, 500);
  private static final String FIGURES = "0至24时，新增12例，治愈30例，累计418例，尚在观察77人。";

  @Test
  void aCopyWithAnAgencyLineIsACopy() {
    MatchResult match =
        judge(
            Members.article("a", "湖滨新桥今日通车", BODY),
            Members.article("b", "湖滨新桥今日通车_青柳网", "青柳社湖滨5月6日电 " + BODY, DAY.plusDays(1)));

    assertThat(match.relation(), is(Relation.COPY));
    assertThat(match.evidence(), containsString("1 day apart, no slot conflicts"));
  }

  @Test
  void aCopyUnderAnotherHeadlineIsACopy() {
    assertThat(
        judge(Members.article("a", "湖滨新桥今日通车", BODY), Members.article("b", "终于等到这一天！", BODY))
            .crossPost(),
        is(true));
  }

  @Test
  void theSameTextElevenDaysLaterIsAnotherItem() {
    MatchResult match =
        judge(
            Members.article("a", "湖滨新桥今日通车", BODY),
            Members.article("b", "湖滨新桥今日通车", BODY, DAY.plusDays(11)));

    assertThat(match.crossPost(), is(false));
    assertThat(match.evidence(), is("11 days apart, more than 10"));
  }

  @Test
  void aTemplateWithOtherNumbersIsAnotherItem() {
    String template = Members.han(2, 300);
    MatchResult match =
        judge(
            Members.article("a", "湖滨水情通报", "5月6日8时，湖滨水位3.21米。" + template),
            Members.article("b", "湖滨水情通报", "5月7日8时，湖滨水位3.35米。" + template, DAY.plusDays(1)));

    assertThat(match.crossPost(), is(false));
    assertThat(match.evidence(), containsString("slots differ"));
  }

  @Test
  void aBulletinWithTheSameFiguresOnAnotherDayIsAnotherItem() {
    assertThat(
        judge(bulletin("5月6日", DAY), bulletin("5月7日", DAY.plusDays(1))).evidence(),
        containsString("slots differ: 6日 against 7日"));
    assertThat(
        "another agency's day line changes no day of the text",
        judge(bulletin("5月6日", DAY), bulletin("copy", "青柳社5月7日电 ", "5月6日", DAY)).crossPost(),
        is(true));
  }

  @Test
  void anEditedTextUnderAHeadlineThatNamesAnotherSubjectIsAnotherItem() {
    String edited = BODY.substring(0, 450) + Members.han(9, 50);
    FoldMember bridge = Members.article("a", "青浦县新桥今日通车", BODY);

    assertThat(
        judge(bridge, Members.article("b", "青湾县新桥今日通车", edited)).evidence(),
        containsString("the headlines contradict"));
    assertThat(judge(bridge, Members.article("b", "竹山镇新桥今日通车", edited)).crossPost(), is(false));
    assertThat(judge(bridge, Members.article("b", "青浦县新桥今日上午通车", edited)).crossPost(), is(true));

    String words = Members.english(5, 120);
    FoldMember lantern = Members.article("a", "LANTERN CORP <LFI> APPROVES MERGER", words);
    String changed = words + Members.english(6, 15);
    assertThat(
        judge(lantern, Members.article("b", "ORCHARD CORP <LFI> APPROVES MERGER", changed))
            .crossPost(),
        is(false));
    assertThat(
        judge(lantern, Members.article("b", "LANTERN <LFI> AGREES TO MERGER", changed)).crossPost(),
        is(true));
  }

  @Test
  void aColumnOfTwoDaysStaysApart() {
    assertThat(
        judge(
                Members.article("a", "青柳快讯", Members.han(3, 200)),
                Members.article("b", "青柳快讯", Members.han(4, 200), DAY.plusDays(1)))
            .crossPost(),
        is(false));
  }

  @Test
  void aShortNoticeOfAnotherCompanyIsAnotherItem() {
    String committable = "Qtly div five cts vs five cts prior. Pay May 15. Record May 1.";
    assertThat(
        judge(
                Members.article("a", "LANTERN FERRIES INC <LFI> SETS QUARTERLY", committable),
                Members.article("b", "ORCHARD MILLS CO <OMC> SETS QUARTERLY", committable))
            .crossPost(),
        is(false));
    assertThat(
        judge(
                Members.article("a", "LANTERN FERRIES INC <LFI> SETS QUARTERLY", committable),
                Members.article("b", "LANTERN FERRIES INC <LFI> DECLARES DIVIDEND", committable))
            .crossPost(),
        is(true));
  }

  @Test
  void anAnnouncedCorrectionMayChangeNumbers() {
    String body = Members.english(5, 60);
    assertThat(
        judge(
                Members.article("a", "HARBOUR FERRY CARRIED 4,200", "It was 4,200 people. " + body),
                Members.article(
                    "b", "CORRECTED-HARBOUR FERRY CARRIED 2,400", "It was 2,400 people. " + body))
            .crossPost(),
        is(true));
  }

  @Test
  void anAbridgementUnderTheSameHeadlineIsOneOnTheSameDayOnly() {
    FoldMember full = Members.article("a", "湖滨新桥今日通车", Members.han(6, 900));
    String part = Members.han(6, 900).substring(0, 250);

    assertThat(
        judge(full, Members.article("b", "湖滨新桥今日通车", part)).relation(), is(Relation.ABRIDGED));
    assertThat(
        judge(full, Members.article("b", "湖滨新桥今日通车", part, DAY.plusDays(2))).crossPost(),
        is(false));
    assertThat(judge(full, Members.article("b", "湖滨市民热议新桥", part)).crossPost(), is(false));
  }

  @Test
  void withoutABodyTheSameHeadlineOfTheDayIsEnough() {
    FoldMember full = Members.article("a", "湖滨新桥今日通车", BODY);

    assertThat(
        judge(full, Members.article("b", "湖滨新桥今日通车 - 青柳网", "")).relation(),
        is(Relation.HEADLINE_ONLY));
    assertThat(judge(full, Members.article("b", "湖滨新桥今日通车了", "")).crossPost(), is(false));
    assertThat(
        judge(full, Members.article("b", "湖滨新桥今日通车", "", DAY.plusDays(3))).crossPost(), is(false));
  }

  @Test
  void anOriginalHeadlineCounts() {
    FoldMember taken = Members.article("b", "这座桥火了", "");
    FoldMember with =
        new FoldMember(
            "b",
            taken.url(),
            taken.site(),
            "青柳网",
            taken.headline(),
            "湖滨新桥今日通车",
            taken.publishedAt(),
            taken.publishDay(),
            taken.precision(),
            taken.sketch());

    assertThat(judge(Members.article("a", "湖滨新桥今日通车", BODY), with).crossPost(), is(true));
    assertThat(judge(Members.article("a", "湖滨新桥今日通车", BODY), taken).crossPost(), is(false));
  }

  @Test
  void errorPagesAreNoStory() {
    assertThat(
        judge(Members.article("a", "404 Not Found", ""), Members.article("b", "404 Not Found", ""))
            .crossPost(),
        is(false));
  }

  @Test
  void theOrderOfThePairMakesNoDifference() {
    List<FoldMember> members =
        List.of(
            Members.article("a", "湖滨新桥今日通车", BODY),
            Members.article("b", "湖滨新桥今日通车，造价2亿元", BODY.substring(0, 200)),
            Members.article("c", "湖滨旧桥今日拆除", BODY, DAY.plusDays(4)),
            Members.article("d", "湖滨新桥今日通车", ""),
            Members.article("e", "今日通车：湖滨新桥", "", null),
            Members.article("f", "Harbour bridge opens", Members.english(8, 90)));
    for (FoldMember one : members) {
      for (FoldMember other : members) {
        assertThat(judge(one, other).crossPost(), equalTo(judge(other, one).crossPost()));
      }
    }
  }

  private static FoldMember bulletin(String day, LocalDate published) {
    return bulletin(published.toString(), "", day, published);
  }

  private static FoldMember bulletin(String id, String front, String day, LocalDate published) {
    String body = day + FIGURES + Members.han(2, 300) + "截至" + day + "24时，共抽检9013份。";
    return Members.article(id, "湖滨累计418例", front + body, published);
  }

  private static MatchResult judge(FoldMember a, FoldMember b) {
    return CrossPostRule.judge(a, b);
  }
}
