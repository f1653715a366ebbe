package dev.newsfold.parse.time;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dev.newsfold.parse.Pages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages captured in February 2021 that show a day in two numbers, and other days below. */
class DayOrderTest {
  @ParameterizedTest(name = "{0} beside {1}")
  @CsvSource({
    "01/02/2021, none, 2021-01-01T16:00:00Z",
    "01/02/2021, 19/01/2020, 2021-01-31T16:00:00Z",
    "01/02/2021, 01/19/2020, 2021-01-01T16:00:00Z",
    "01/02/2021, 19/01/2020 and 01/19/2020, 2021-01-01T16:00:00Z",
    "05/02/2021, none, 2021-02-04T16:00:00Z", // in May the page was long captured
  })
  void otherDaysTellWhichNumberIsTheMonth(String shown, String others, String instant) {
    String page =
        "<html lang=\"en\"><body><article><h1>Wetlands to open by December</h1><div>"
            + shown
            + "</div><p>The council approved a plan on Tuesday to restore the wetlands, which had dried.</p>"
            + "<p>Crews have since removed mud, planted reeds and built paths around the whole lake.</p>"
            + "</article><footer><ul><li>Comment of a reader, "
            + others
            + "</li></ul></footer></body></html>";
    String read =
        String.valueOf(
            Pages.parse(
                    Pages.page(
                        page,
                        "https://news.haichao.example/lake.html",
                        dev.newsfold.records.UrlEvidence.FETCHED))
                .article()
                .getPublishedAt());
    assertThat(read, is(instant));
  }
}
