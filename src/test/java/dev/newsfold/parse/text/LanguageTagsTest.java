package dev.newsfold.parse.text;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.parse.Pages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTagsTest {
  @ParameterizedTest
  @CsvSource({
    "en,en",
    "EN_us,en-US",
    "eng,en",
    "de-DE-formal,de-DE",
    "cn,zh",
    "chi,zh",
    "zh-hans-cn,zh-Hans-CN",
    "sr-Latn-RS,sr-Latn-RS",
    "iw,he",
    "yue-HK,yue-HK",
    "english,",
    "qq,",
    "x-default,",
    "'',",
    "{{lang}},"
  })
  void whatPagesWriteIsATag(String written, String tag) {
    assertThat(LanguageTags.of(written), equalTo(tag));
  }

  @ParameterizedTest
  @CsvSource({
    "zh,Hant,zh-Hant",
    "zh,Hans,zh-Hans",
    "zh-CN,Hans,zh-Hans-CN",
    "zh-CN,Hant,zh-Hant",
    "zh-TW,Hant,zh-Hant-TW",
    "zh-TW,Hans,zh-Hans",
    "zh-HK,,zh-Hant-HK",
    "zh,,zh",
    "ja,Hant,ja"
  })
  void theScriptOfChineseIsThatOfItsText(String written, String script, String tag) {
    assertThat(LanguageTags.chinese(written, script), equalTo(tag));
  }

  @ParameterizedTest
  @CsvSource({"en-US,en", "zh-Hant-HK,zh-Hant", "zh_CN,zh", "'',''", "klingon,klingon"})
  void oneLanguageIsOneRow(String tag, String row) {
    assertThat(LanguageTags.withoutRegion(tag), equalTo(row));
  }

  @ParameterizedTest
  @CsvSource({"這裡發現了一座舊橋,Hant", "这里发现了一座旧桥,Hans", "台中市長今天說明，只有這樣才能恢復供水,Hant", "山水,", "'',"})
  void charactersTellTheScript(String text, String script) {
    assertThat(ChineseScript.of(text), equalTo(script));
  }

  @Test
  void aTemplatesTagGivesWayToTheText() {
    String text =
        "<p>海潮市政府今天表示，舊橋將於下個月重新開放，沿線居民可以免費通行，商家則須另行申請許可。</p>"
            + "<p>市長說，這項工程歷時三年，經費由中央與地方共同負擔，完工後將縮短兩岸往來的時間。</p>";
    String page = "<html lang=%s><title>舊橋下月重新開放</title><h1>舊橋下月重新開放</h1><div>" + text + "</div>";
    assertThat(Pages.parse(page.formatted("zh-CN")).article().getLanguage(), equalTo("zh-Hant"));
    assertThat(Pages.parse(page.formatted("zh-TW")).article().getLanguage(), equalTo("zh-Hant-TW"));
    assertThat(Pages.parse(page.formatted("en")).article().getLanguage(), equalTo("zh-Hant"));
    assertThat(Pages.parse(page.formatted("''")).article().getLanguage(), equalTo("zh-Hant"));
  }
}
