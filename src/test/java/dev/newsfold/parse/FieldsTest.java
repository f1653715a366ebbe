package dev.newsfold.parse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.newsfold.captures.Verdict;
import dev.newsfold.parse.site.SiteRules;
import dev.newsfold.records.Article;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which place wins over which; a row is what the head of a page holds, a field, and its rule. */
class FieldsTest {
  private static final String BODY =
      "<h1>Ferry line across the bay to reopen</h1><div>"
          + "<p>The harbour council agreed on Tuesday to reopen the old ferry line across the bay,"
          + " which was closed eleven years ago, and said that tickets will cost two crowns.</p>"
          + "<p>Boats will leave every hour from the eastern pier, the council said, and the first"
          + " of them is expected before the summer holidays begin in the coastal towns.</p></div>";

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          <link rel=canonical href=/a/1><meta property=og:url content=/a/2> => canonicalUrl => link:canonical
          <meta property=og:url content=/a/2> => canonicalUrl => meta:og:url
          <meta name=description content=A><meta property=og:description content=B> => summary => meta:description
          <meta property=og:description content=B> => summary => meta:og:description
          <meta name=news_keywords content=A,B><meta name=keywords content=C> => keywords => meta:news_keywords
          <meta name=keywords content=,><meta property=article:tag content=C> => keywords => meta:article:tag
          <meta property=og:image content=/a.jpg><meta name=twitter:image content=/b.jpg> => image => meta:og:image
          <meta property=og:image content=data:x><meta name=twitter:image content=/b.jpg> => image => meta:twitter:image
          <meta property=og:locale content=en_GB><meta http-equiv=content-language content=de> => language => meta:og:locale
          <meta http-equiv=content-language content=de> => language => meta:content-language
          <meta property=article:published_time content=2020-09-25T10:00:00Z> => publishedAt => meta:article:published_time
          <meta property=article:modified_time content=2021-02-03T10:00:00Z> => modifiedAt => meta:article:modified_time
          <meta property=article:section content=Harbour> => section => meta:section
          <title>Ferry line across the bay to reopen</title> => headline => agree:heading+title
          <title></title> => headline => position:only-h1
          <title></title> => body => text:prose
          """)
  void theBestPlaceWins(String head, String field, String rule) {
    Article article = Pages.parse("<html><head>" + head + "</head>" + BODY + "</html>").article();
    assertThat(article.getEvidence().get(field), equalTo(rule));
  }

  @Test
  void allPlacesAreHeardForInspectionAndTheRecordIsTheSame() {
    String page =
        "<html><head><title>Ferry line across the bay to reopen - Bay Post</title>"
            + "<meta property=og:site_name content='Bay Post'>"
            + "<meta property=article:published_time content=2021-02-03T10:00:00Z></head>"
            + BODY.replace("</h1>", "</h1><p>4 February 2021, 12:00</p>")
            + "</html>";
    ParseSettings settings =
        new ParseSettings(
            ZoneId.of("Asia/Shanghai"), Instant.parse("2021-03-01T00:00:00Z"), SiteRules.NONE);
    Inspection inspection = new ArticleParser(settings).inspect(Pages.page(page));
    Article inspected = ((Verdict.Accepted<ParsedPage>) inspection.verdict()).value().article();
    assertThat(inspected, equalTo(Pages.parse(page).article()));
    var heard = inspection.candidates().stream().map(c -> Map.entry(c.field(), c.rule())).toList();
    assertThat(heard, hasItem(Map.entry("publisher", "meta:og:site_name")));
    assertThat(heard, hasItem(Map.entry("publisher", "title:end")));
    assertThat(heard, hasItem(Map.entry("publishedAt", "meta:article:published_time")));
    assertThat(heard, hasItem(Map.entry("publishedAt", "text:beneath the headline")));
  }
}
