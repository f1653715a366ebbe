package dev.newsfold.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineRuleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "湖滨新桥今日上午通车 ¦ 湖滨新桥今日通车",
        "湖滨第3座跨河大桥建成 ¦ 湖滨第3座跨河大桥建成，总长1200米",
        "著名琴师柳青石去世 ¦ 柳青石去世",
        "湖滨市政府拟迁入旧校舍 ¦ 湖滨市政府拟迁进旧校舍",
        "渡轮公司通报停航原因 市民可退票 ¦ 市民可退票 渡轮公司通报停航原因",
        "湖滨新桥建成通车 ¦ 马上看｜湖滨新桥建成通车",
        "湖滨新桥建成通车后首个周末迎来... ¦ 湖滨新桥建成通车后首个周末迎来大量游客",
        "Old ferry returns to the harbour after ten years ¦ Old ferry returns to harbour after ten years",
        "Old ferry returns to the harbour - Lantern Post ¦ Old ferry returns to the harbour",
        "Lantern Post | Old ferry returns to the harbour ¦ Old ferry returns to the harbour | Lantern Post",
        "Harbour life: Old ferry returns to the harbour ¦ Old ferry returns to the harbour",
      })
  void lightEditsAreTheSameHeadline(String one, String other) {
    assertThat(same(one, other), notNullValue());
    assertThat(same(other, one), notNullValue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "湖滨新增病例3例 ¦ 湖滨新增病例5例",
        "湖滨早餐 | 2031年5月6日 ¦ 湖滨早餐 | 2031年5月7日",
        "柳青石演奏会 ¦ 柳青石演奏会直播",
        "石田茶园三日游 ¦ 石田茶园三日游攻略",
        "市长会见山谷国总理 ¦ 市长会见海岸国首相",
        "灯塔三号卫星发射成功 ¦ 灯塔三号卫星发射失败",
        "柳青石退出演奏会 ¦ 柳青石回应退出演奏会",
        "湖滨新桥收费 ¦ 湖滨新桥不收费",
        "Lantern raises ticket prices for the winter season ¦ Lantern cuts ticket prices for the winter season",
        "Ten ways to repair a boat ¦ Ten ways to repair a roof and a garden wall",
      })
  void otherItemsOfOnePatternAreNot(String one, String other) {
    assertThat(same(one, other), nullValue());
    assertThat(same(other, one), nullValue());
  }

  @Test
  void aRepeatedSegmentIsNoSegmentOfTheOther() {
    String one = "Harbour | Ferry | Winter timetable begins";
    String other = "Harbour | Harbour | Ferry";

    assertThat(same(one, other), equalTo(same(other, one)));
  }

  private static @Nullable String same(String one, String other) {
    return HeadlineRule.same(
        Headline.of(one, CorpusStatistics.NONE, ""), Headline.of(other, CorpusStatistics.NONE, ""));
  }
}
