package dev.newsfold.parse.people;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;

import dev.newsfold.parse.Pages;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom a page states as its author against whom its byline names; every name is invented. */
class WesternBylinesTest {
  private static final String TEXT =
      "<p>The city council approved a plan on Tuesday to restore the wetlands, which had dried up.</p>"
          + "<p>Work began last year, and crews have since removed mud, planted reeds and built paths.</p>"
          + "<p>People who live close to the water said that the lake already looks clearer now.</p>";

  private static final String STATED = "<meta name=author content='Lou Marsh'>";

  private static List<String> authors(String head, String beneath, String end) {
    return Pages.parse(
            "<html lang=en><head><title>Wetlands to open by December</title>"
                + head
                + "</head><body><article><h1>Wetlands to open by December</h1>"
                + beneath
                + TEXT
                + end
                + "</article></body></html>")
        .article()
        .getAuthors();
  }

  @Test
  void theBylineIsRightWhereNobodySeesWhomThePageStates() {
    assertThat(authors(STATED, "<p>By Jane Roe</p>", ""), contains("Jane Roe"));
  }

  @Test
  void whomThePageStatesAndShowsIsRight() {
    assertThat(
        authors(STATED, "<p>By Jane Roe</p>", "<p>Lou Marsh has kept bees since 2004.</p>"),
        contains("Lou Marsh"));
  }

  @Test
  void aBylineBelowTheTextIsThatOfAnotherText() {
    assertThat(authors(STATED, "", "<p>By Jane Roe</p>"), contains("Lou Marsh"));
  }

  @Test
  void somebodyMayHaveASiteOfHisOwnName() {
    String owner =
        "<meta property=og:site_name content='Jane Roe'><script type=application/ld+json>"
            + "{\"@context\":\"https://schema.org\",\"@type\":\"BlogPosting\",\"headline\":"
            + "\"Wetlands to open by December\",\"author\":{\"@type\":\"Person\",\"name\":\"Jane Roe\"}}"
            + "</script>";
    assertThat(authors(owner, "<p>Jane Roe</p>", "<p>(By Sam Guest)</p>"), contains("Jane Roe"));
  }

  @Test
  void aSiteOfManyWordsGivesWayToItsReporter() {
    String site =
        "<meta property=og:site_name content='Lake Gazette - Marsh Valley News'>"
            + "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":"
            + "\"Wetlands to open by December\",\"author\":{\"@type\":\"Organization\",\"name\":"
            + "\"Lake Gazette - Marsh Valley News\"},\"publisher\":{\"@type\":\"Organization\",\"name\":"
            + "\"Lake Gazette - Marsh Valley News\"}}</script>";
    assertThat(authors(site, "", "<p>(By Jane Roe)</p>"), contains("Jane Roe"));
    assertThat(authors(site, "", ""), contains("Lake Gazette - Marsh Valley News"));
  }
}
