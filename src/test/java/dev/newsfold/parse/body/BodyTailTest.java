package dev.newsfold.parse.body;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

import dev.newsfold.parse.Pages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands right behind the box that holds the text of an invented page. */
class BodyTailTest {
  private static final String LAST = "The lake already looks clearer now, people say.";
  private static final String TEXT =
      "<p>The city council approved a plan on Tuesday to restore the wetlands, which had dried up.</p>"
          + "<p>Work began last year, and crews have since removed mud, planted reeds and built paths.</p>"
          + "<p>"
          + LAST
          + "</p>";

  private static String body(String page) {
    String head = "<html lang=en><head><title>Wetlands to open by December</title></head><body>";
    return Pages.parse(head + page.replace("TEXT", TEXT)).article().getBody();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<h1>Wetlands to open by December</h1><div class=content>TEXT</div><p>Entry is free, she said.</p>",
        "<h1>Wetlands to open by December</h1><div class=content>TEXT</div>Entry is free, she said.<div>Contact</div>",
        "<div id=main><h1>Wetlands to open by December</h1><div class=content><div>TEXT</div></div><div><p>Entry is free, she said.</p></div></div>",
        "<div id=main><h1>Wetlands to open by December</h1><div class=content>TEXT</div><div>Entry is free, she said.</div><footer>About us</footer></div>",
      })
  void aShortParagraphThatSlippedOutIsText(String page) {
    assertThat(body(page), endsWith("Entry is free, she said."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<h1>Wetlands to open by December</h1><div class=content>TEXT</div><p class=tip>Press escape to stop.</p>",
        "<h1>Wetlands to open by December</h1><div class=content>TEXT</div><p><a href=/free>Entry is free, she said.</a></p>",
        "<h1>Wetlands to open by December</h1><div class=content>TEXT</div><p>Entry is free</p>",
        "<h1>Wetlands to open by December</h1><div class=content>TEXT</div><p>Council meets again.</p><p>Ferry sails again.</p><p>Bridge opens again.</p><p>School closes again.</p>",
        "<article><h1>Wetlands to open by December</h1>TEXT</article><p>The Gazette is free to read.</p>",
      })
  void whatIsNamedLinkedOrOneOfManyIsNot(String page) {
    String body = body(page);
    assertThat(body.substring(body.lastIndexOf('\n') + 1), is(LAST));
  }
}
