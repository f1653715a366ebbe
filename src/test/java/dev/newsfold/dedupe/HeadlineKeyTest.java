package dev.newsfold.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineKeyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "湖滨新桥今日通车_青柳新闻          ¦ 湖滨新桥今日通车",
        "湖滨新桥今日通车-青柳网            ¦ 湖滨新桥今日通车",
        "湖滨新桥今日通车--地方--青柳网      ¦ 湖滨新桥今日通车 - 地方",
        "湖滨新桥今日通车 - 青柳日报        ¦ 湖滨新桥今日通车",
        "湖滨新桥今日通车(图)              ¦ 湖滨新桥今日通车",
        "湖滨新桥今日通车（组图）            ¦ 湖滨新桥今日通车",
        "视频丨湖滨新桥今日通车              ¦ 湖滨新桥今日通车",
        "原标题：湖滨新桥今日通车            ¦ 湖滨新桥今日通车",
        "【走进湖滨】新桥今日通车            ¦ 新桥今日通车",
        "“湖滨新桥”今日通车！               ¦ 「湖滨新桥」今日通车",
        "湖滨新桥 今日通车                 ¦ 湖滨新桥，今日通车",
        "湖濱新橋開放 觀眾參觀              ¦ 湖滨新桥开放，观众参观",
        "２０３１年湖滨新桥ＡＢ段            ¦ 2031年湖滨新桥ab段",
        "CORRECTED - HARBOUR <HRB> TO OPEN ¦ Harbour HRB to open",
        "UPDATE 2-Harbour to open          ¦ harbour to open",
        "RPT-Harbour to open               ¦ Harbour To Open",
        "Harbour to open | example.com     ¦ Harbour to open",
        "Harbour to open...                ¦ Harbour to open",
      })
  void decorationDoesNotChangeTheKey(String one, String other) {
    assertThat(HeadlineKey.of(one), equalTo(HeadlineKey.of(other)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "湖滨新桥今日通车 ¦ 湖滨新桥明日通车",
        "湖滨新增3例      ¦ 湖滨新增4例",
        "Part 1 - Harbour ¦ Part 2 - Harbour",
        "Update the map   ¦ the map",
      })
  void differentHeadlinesKeepDifferentKeys(String one, String other) {
    assertThat(HeadlineKey.of(one), not(equalTo(HeadlineKey.of(other))));
  }

  @Test
  void aKeyIsItsOwnKey() {
    Random random = new Random(7);
    String alphabet = "湖滨新橋通車 aAé-_|丨【】（）()图原标题:：.…12２ǅﬁ㍿①Ω가각กำ\u0301\u0300 \u00a0\u200b—–·»RPT-";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder headline = new StringBuilder();
      int length = random.nextInt(30);
      for (int j = 0; j < length; j++) {
        headline.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String key = HeadlineKey.of(headline.toString());
      assertThat(headline.toString(), HeadlineKey.of(key), is(key));
    }
  }

  @Test
  void aSuffixThatASiteRepeatsIsLearnt() {
    List<FoldMember> members =
        List.of(
            Members.article("1", "湖滨新桥今日通车_柳浪", ""),
            Members.article("2", "山谷茶园明日开放_柳浪", ""),
            Members.article("3", "渡口灯塔修复完成_柳浪", ""));
    SiteSuffixes suffixes = CorpusStatistics.learn(members).suffixes();

    assertThat(HeadlineKey.of("石桥村稻田丰收_柳浪", suffixes, "example.org"), is("石桥村稻田丰收"));
    assertThat(HeadlineKey.of("石桥村稻田丰收_柳浪", suffixes, "example.net"), is("石桥村稻田丰收柳浪"));
  }
}
