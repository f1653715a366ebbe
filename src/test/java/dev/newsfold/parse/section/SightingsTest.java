package dev.newsfold.parse.section;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.newsfold.parse.Pages;
import dev.newsfold.records.Headline;
import dev.newsfold.records.HeadlineSighting;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The headlines of others that a page lists. */
class SightingsTest {
  @Test
  void ofAPageThatListsMoreTheFirstThousandAreKeptAsTheSchemaSays() {
    String links =
        IntStream.rangeClosed(1, 1100)
            .mapToObj(
                i -> "<li><a href=/" + i + ".html>Harbor council meets again, day " + i + "</a>")
            .collect(Collectors.joining());
    String body =
        IntStream.rangeClosed(1, 200)
            .mapToObj(
                i ->
                    "<p>The harbor in the north was closed for the morning of day "
                        + i
                        + ", the council said, since the storm had damaged two of its bridges and"
                        + " the road that leads to them from the town.")
            .collect(Collectors.joining());
    String title = "Storm closes the north harbor";
    List<HeadlineSighting> found =
        Pages.parse(
                "<html><title>"
                    + title
                    + "</title><body><article><h1>"
                    + title
                    + "</h1>"
                    + body
                    + "</article><ul>"
                    + links
                    + "</ul></body></html>")
            .sightings();
    assertThat(found, hasSize(1000));
    assertThat(found.get(999).getRank(), equalTo(1000));
    assertThat(
        HeadlineSighting.getClassSchema().getDoc(),
        containsString("of a page that lists more, the first 1,000"));
    assertThat(
        Headline.getClassSchema().getField("pages").doc(), containsString("the first 1,000"));
  }
}
