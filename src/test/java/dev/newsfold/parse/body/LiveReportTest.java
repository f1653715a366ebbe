package dev.newsfold.parse.body;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.newsfold.parse.Pages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports that go on as things happen, each entry with its time and its heading. */
class LiveReportTest {
  private static final String LEAD =
      "<p>The council is to vote tonight on the plan for the lake, which has, for years, divided"
          + " the town, its mayor, and those who live, and fish, along the shore.</p>"
          + "<p>Follow the night here, from the first speech, due at six, to the last vote.</p>";

  private static String entry(String name, String clock, String head, String text) {
    return "<div class=\"%s\"><div><a href=/j>%s Jo Doe</a></div><h3>%s</h3><p>%s</p></div>"
        .formatted(name, clock, head, text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"live-entry", "liveblog__post", "timeline-item item-4", "c-live-update"})
  void allEntriesAreText(String name) {
    String html =
        "<html lang=en><title>Council votes on the lake</title><h1>Council votes on the lake</h1>"
            + "<div class=lead>"
            + LEAD
            + "</div><div class=box><div class=\""
            + name
            + "s\">"
            + entry(
                name,
                "18:20",
                "Rain delays the start",
                "Half the seats are empty, says the clerk, as the bus is late.")
            + entry(name, "18:50", "Mayor speaks", "The plan, he says, <a href=/p>is fair</a>.")
            + entry(
                name,
                "19:30",
                "Votes are counted",
                "It is close, the clerk says, and nobody leaves the hall.")
            + entry(
                name,
                "19:40",
                "Plan passes",
                "Nine are for it, six are against, and one is away at sea.")
            + "</div></div>";
    String body = Pages.parse(html).article().getBody();
    for (String head : new String[] {"Rain delays", "Mayor speaks", "Votes are", "Plan passes"}) {
      assertThat(body, containsString(head));
    }
  }
}
