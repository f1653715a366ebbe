package dev.newsfold.parse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import dev.newsfold.records.Article;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** English pages that say nothing to machines and whose class names tell nothing. */
class NamelessPagesTest {
  private static final String TEXT =
      "<p>The ferry left the harbour at seven, and the first passengers waved from its deck.</p>"
          + "<p>The work took three months, and the new hall has two more rows of seats, they said.</p>"
          + "<p>Nobody had expected so many people on the first day, said Joan Poe of the line.</p>";

  private static Article article(String beneath) {
    String html =
        "<html lang=en><title>Ferry sails again after the storm</title>"
            + "<h1>Ferry sails again after the storm</h1>%s<div class=q7>%s</div>";
    return Pages.parse(html.formatted(beneath, TEXT)).article();
  }

  @Test
  void aTimeInALineOfItsOwnComesBeforeTheDayOfAPicture() {
    Article article =
        article(
            "<div class=q1>A file photograph shows the ferry at the old quay, with its first crew,"
                + " on November 19, 2020.</div><div class=q2>Friday, 22 Jan 2021 4:55 PM GMT</div>");
    assertThat(article.getPublishedAt(), is(Instant.parse("2021-01-22T16:55:00Z")));
  }

  @Test
  void aNameMayStandInTheLineAfterBy() {
    assertThat(
        article("<div class=q1>By<br><span class=q2>Jane Roe</span></div>").getAuthors(),
        contains("Jane Roe"));
  }

  @Test
  void aLinkToAProfileNamesAnAuthor() {
    assertThat(
        article(
                "<div><a class=q1 href=/profile/jane-roe>Jane Roe</a><span class=q2>The Tide</span></div>")
            .getAuthors(),
        contains("Jane Roe"));
  }
}
