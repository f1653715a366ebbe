package dev.newsfold.parse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dev.newsfold.Growth;
import dev.newsfold.captures.Verdict;
import dev.newsfold.parse.site.SiteRules;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No page brings the parser down, or costs it more than a page of its length may. */
class HostilePagesTest {
  private static final String[] PIECES = {
    "<div>",
    "</div>",
    "<p>",
    "<table><tr><td>",
    "</table>",
    "<a href='x'>",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<h1>",
    "</h1>",
    "来源:",
    "2020-09-25 11:45",
    "责任编辑:",
    "记者",
    "<br>",
    "&nbsp;",
    "&#x0;",
    "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":",
    "(((",
    "据共同社",
    "\ud83c",
    "<svg><title>",
    "<template>",
    "<style>",
    "。",
    ",",
    "<meta property=og:title content=",
    "\"",
    ">",
    "<b",
  };

  private final ArticleParser parser =
      new ArticleParser(
          new ParseSettings(
              ZoneId.of("Asia/Shanghai"), Instant.parse("2021-03-01T00:00:00Z"), SiteRules.NONE));

  @Test
  void noSoupOfMarkupThrows() {
    Random random = new Random(20200925);
    for (int page = 0; page < 400; page++) {
      StringBuilder soup = new StringBuilder();
      for (int i = random.nextInt(120); i >= 0; i--) {
        soup.append(PIECES[random.nextInt(PIECES.length)]);
      }
      Verdict<ParsedPage> verdict = parser.parse(Pages.page(soup.toString()));
      assertThat(
          verdict instanceof Verdict.Accepted || verdict instanceof Verdict.Rejected, is(true));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "<div>,          20000",
    "<a href=x>字,    20000",
    "<table><tr><td>,  5000",
    "<b><i><u><p>,    5000",
    "<li>来源:,       20000",
    "2020-09-,       50000",
    "(记者,           50000",
    "据法新社,         50000",
    "&amp;&#65;,     50000",
    "<!--,           50000",
    "> > ,           50000",
  })
  void noRepetitionCostsMoreThanItsLength(String piece, int times) {
    Growth.isLinear(
        times,
        number -> {
          var unused =
              parser.parse(Pages.page("<title>渡轮首航</title><h1>渡轮首航</h1>" + piece.repeat(number)));
        });
  }

  @Test
  void anEndlessTagNameCostsNoMoreThanItsLength() {
    Growth.isLinear(
        2_000_000,
        length -> {
          String html = "<title>渡轮首航</title><h1>渡轮首航</h1><" + "a".repeat(length) + ">";
          var unused = parser.parse(Pages.page(html));
        });
  }
}
