package dev.newsfold.parse.headline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dev.newsfold.parse.Pages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times of day behind headlines, and scores of matches; all invented. */
class LiveClockTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "de; Feuchtgebiet öffnet im Dezember (10:22 Uhr); ; 20.02.2021; Feuchtgebiet öffnet im Dezember",
        "de; Feuchtgebiet öffnet im Dezember (10:22); ; 20.02.2021, 10:22 Uhr; Feuchtgebiet öffnet im Dezember",
        "en; Wetlands to open by December [10:22 GMT]; ; 20 Feb 2021; Wetlands to open by December",
        "en; Wetlands to open by December (10:22); Wetlands to open by December; 20 Feb 2021; Wetlands to open by December",
        "zh; 南湖湿地修复工程年底开放(10:22); ; 2021-02-20; 南湖湿地修复工程年底开放",
        "ja; 湿地の再生工事、年末に公開（10：22）; ; 2021年2月20日; 湿地の再生工事、年末に公開",
        "de; Seestadt verliert das Finale (23:25); ; 20.02.2021, 18:00 Uhr; Seestadt verliert das Finale (23:25)",
        "zh; 云溪队主场力克南湖队夺冠(3:1); ; 2021-02-20; 云溪队主场力克南湖队夺冠(3:1)",
      })
  void aClockBehindAHeadlineIsNoPartOfIt(
      String language, String shown, String title, String time, String headline) {
    String page =
        "<html lang=%s><head><title>%s</title></head><body><article><h1>%s</h1><p>%s</p>%s</article>"
            .formatted(language, title == null ? shown : title, shown, time, text());
    assertThat(Pages.parse(page).article().getHeadline(), is(headline));
  }

  private static String text() {
    return "<p>The council approved a plan to restore the wetlands, which had long dried up.</p>"
        + "<p>Work began last year, and crews have since removed mud and planted reeds.</p>";
  }
}
