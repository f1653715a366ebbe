package dev.newsfold.parse.time;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dev.newsfold.parse.Pages;
import dev.newsfold.records.UrlEvidence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages on which a day stands nowhere but in the title. */
class TitleTimeTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Council approves plan | Gazette | 04.01.2021, 2021-01-03T16:00:00Z",
    "Council approves 04.01.2021 plan | Gazette, null",
  })
  void theDayAtTheEndOfATitleIsThatOfPublishing(String title, String instant) {
    String page =
        "<html lang=\"en\"><head><title>"
            + title
            + "</title></head><body><h1>Council approves plan</h1><article><p>The council approved"
            + " a plan on Tuesday to restore the wetlands, which had dried up.</p><p>Crews have"
            + " since removed mud, planted reeds and built paths around the lake.</p></article>"
            + "</body></html>";
    String read =
        String.valueOf(
            Pages.parse(Pages.page(page, "https://haichao.example/lake.html", UrlEvidence.FETCHED))
                .article()
                .getPublishedAt());
    assertThat(read, is(instant));
  }
}
