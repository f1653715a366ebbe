package dev.newsfold.parse.body;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.newsfold.parse.Pages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts cut into boxes, each built in its own way, on invented pages. */
class BodyExtentTest {
  private static final String LONGEST =
      "<p>The ferry left the harbour at seven, and the first passengers, who had queued since five,"
          + " waved from its deck as the band on the quay, cold and wet, played on.</p>"
          + "<p>The work took three months, cost four million, and gave the hall two more rows of"
          + " seats, a lift, and a roof that, for once, does not leak, the town said.</p>"
          + "<p>Nobody had expected so many people on the first day, said Jane Roe, who runs the"
          + " line, and who had, she added, baked for fifty.</p>";

  private static String part(String about) {
    return "<p>The "
        + about
        + " is the part of the plan that drew most letters from readers, who asked what it will cost"
        + " and whether it can be ready in spring.</p><p>It will be paid for by the county, the"
        + " engineers said, and work on the "
        + about
        + " begins once the ice has gone from the bay.</p>";
  }

  private static String body(String around) {
    String html =
        "<html lang=en><title>Ferry sails again after the storm</title><body><div id=page>"
            + "<h1>Ferry sails again after the storm</h1>%s</div></body></html>";
    return Pages.parse(html.formatted(around)).article().getBody();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          '<div class=hero-copy>%s</div><div class=card-a><div>%s</div></div><div class=x9><section>%s</section></div>'
          '<section id=one><div><div>%s</div></div></section><div class=css-1a><div>%s</div></div><div class=css-2b>%s</div>'
          '<article><article class=item><div class=panel>%s</div></article><div class=note>%s</div><article class=item-2>%s</article></article>'
          """)
  void partsOfATextInBoxesOfTheirOwnAreAllOfIt(String boxes) {
    String page =
        boxes.formatted(
            part("pier"),
            part("lighthouse") + part("ramp"),
            "<div class=deep><div>" + LONGEST + "</div></div>");
    String body = body(page);
    for (String about : new String[] {"pier", "lighthouse", "ramp"}) {
      assertThat(body, containsString("work on the " + about));
    }
    assertThat(body, containsString("The ferry left the harbour"));
  }

  @ParameterizedTest
  @CsvSource({"Comments", "Discussion about this post", "Comentar", "网友评论", "Related stories"})
  void boxesBehindAHeadOfCommentsOrOfAListAreNoParts(String head) {
    String page =
        "<div class=copy><div class=text>%s</div></div><div class=more><h4>%s</h4><div>%s</div>%s</div>"
            .formatted(LONGEST, head, part("tunnel") + part("bridge"), part("tower"));
    assertThat(body(page), not(containsString("tunnel")));
  }

  @Test
  void boxesOfOtherArticlesAreNoParts() {
    String page =
        "<div class=copy><div class=text>%s</div></div>".formatted(LONGEST)
            + "<div class=more><article>%s</article></div><div class=most><article>%s</article></div>"
                .formatted(part("tunnel") + part("bridge"), part("tower") + part("canal"));
    assertThat(body(page), not(containsString("tunnel")));
  }

  @Test
  void thePagesOnlyArticleIsItEvenIfMoreIsSaidBesideIt() {
    String page =
        "<header>Gazette</header><article>%s%s</article><div class=quiz><div>%s</div></div>"
            .formatted(part("pier"), part("ramp"), LONGEST);
    assertThat(body(page), containsString("work on the pier"));
    assertThat(body(page), not(containsString("passengers")));
  }

  @Test
  void aShortParagraphThatFollowsTheTextIsOfItWhereNothingHoldsThemTogether() {
    String body =
        body("</div>" + part("pier") + part("ramp") + "<p>Letters close in May.</p><div>");
    assertThat(body, containsString("Letters close in May."));
  }
}
