package dev.newsfold.parse.time;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dev.newsfold.parse.Pages;
import dev.newsfold.records.Article;
import dev.newsfold.records.UrlEvidence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pages that show when they were changed, and no time of publishing: what stands beneath the
 * headline and at the end, the time and the rule.
 */
class LastChangeTest {
  @ParameterizedTest(name = "{0} … {1}")
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          Updated: 20 January 2021 10:00 => => 2021-01-20T02:00:00Z => of the last change, text:label
          Updated: 20 January 2021 10:00 => Updated: 21 January 2021 11:00 => 2021-01-20T02:00:00Z => of the last change, text:label
           => Updated: 21 January 2021 11:00 => 2021-01-21T03:00:00Z => of the last change, text:label below
          """)
  void isWhenThePageWasPublishedAtTheLatest(
      @Nullable String head, @Nullable String end, String instant, String rule) {
    String page =
        "<html lang=\"en\"><head><title>Council approves plan</title></head><body><article>"
            + "<h1>Council approves plan</h1>"
            + line(head)
            + "<p>The council approved a plan on Tuesday to restore the wetlands, which had dried"
            + " up.</p><p>Crews have since removed mud, planted reeds and built paths around the"
            + " lake.</p>"
            + line(end)
            + "</article></body></html>";
    Article article =
        Pages.parse(Pages.page(page, "https://haichao.example/lake.html", UrlEvidence.FETCHED))
            .article();
    assertThat(String.valueOf(article.getPublishedAt()), is(instant));
    assertThat(article.getEvidence().get("publishedAt"), is(rule));
  }

  private static String line(@Nullable String text) {
    return text == null ? "" : "<div>" + text + "</div>";
  }
}
