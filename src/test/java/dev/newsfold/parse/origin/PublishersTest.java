package dev.newsfold.parse.origin;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.parse.Pages;
import dev.newsfold.records.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A row is what a page holds beside its article, the publisher, and the rule that read it. */
class PublishersTest {
  private static final String TEXT =
      "<p>The harbour council agreed on Tuesday to reopen the old ferry line across the bay, which"
          + " was closed eleven years ago, and said that tickets will cost two crowns.</p>"
          + "<p>Boats will leave every hour from the eastern pier, the council said, and the first"
          + " of them is expected before the summer holidays begin in the coastal towns.</p>";

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          <meta property=og:site_name content='Haichao Daily'> || => Haichao Daily => meta:og:site_name
          <meta property=og:site_name content='www.haichao.example'><meta name=publisher content='Haichao'> || => Haichao => meta:publisher
          <meta property=og:site_name content='Home'><meta name=application-name content='Haichao'> || => Haichao => meta:publisher
          <script type=application/ld+json>{"@type":"NewsArticle","headline":"Ferry line across the bay to reopen","publisher":{"@type":"Organization","name":"Bay Post"}}</script> || => Bay Post => json-ld:publisher
          <script type=application/ld+json>{"@graph":[{"@type":"NewsArticle","publisher":{"@id":"#p"}},{"@type":"Organization","@id":"#p","name":"Bay Post"}]}</script> || => Bay Post => json-ld:publisher
          <script type=application/ld+json>{"@type":"NewsArticle","publisher":{"name":"Bay Media GmbH"}}</script> | - Bay Post | => Bay Post => title:end
          <script type=application/ld+json>{"@type":"NewsArticle","publisher":{"name":"Bay Media GmbH"}}</script> || => Bay Media GmbH => json-ld:publisher
          <script type=application/ld+json>{"@type":"WebSite","name":"Bay Post"}</script> || => Bay Post => json-ld:WebSite
          | - News - Haichao | => Haichao => title:end, agreed
          | ~ Region ~ Bay Post | <a href=/>Bay Post</a> => Bay Post => title:end, agreed
          | – Region – Bay Post | <p>© 2019–2021 Bay Post. All rights reserved</p> => Bay Post => title:end, agreed
          | - Harbour - Bay Post | <a href=/harbour/>Harbour</a> => Bay Post => title:end
          | - Harbour - Bay Post | => =>
          || <p>Copyright © 2000-2021 Bay Post. All Rights Reserved.</p> => Bay Post => text:copyright
          || <p>© 2021 by Bay Post | Imprint</p> => Bay Post => text:copyright
          || <p>海潮网版权所有 未经许可不得转载</p> => 海潮网 => text:copyright
          || <p>© 2021 Haichao | Imprint</p> => Haichao => text:copyright, agreed
          | - Bay Post | <p>© 2021 Roe Brothers</p> => Bay Post => title:end
          || <p>© 2021 Bay Holdings</p> => =>
          || <p>© 2021 Bay Media GmbH</p> => =>
          || <p>© 2021</p> => =>
          || => =>
          """)
  void namesTheSite(String page, String publisher, String rule) {
    String[] parts = page.split("\\|", 3);
    String end = parts[1].replace("~", "|").stripTrailing();
    Article article = article(parts[0], end, parts[2]);
    assertThat(page, article.getPublisher(), equalTo(publisher));
    if (rule != null) {
      assertThat(page, article.getEvidence().get("publisher"), equalTo(rule));
    }
  }

  @Test
  void anAuthorAtTheEndOfATitleIsNoSite() {
    assertThat(article("", " - By Jane Roe", "").getPublisher(), equalTo(null));
  }

  @Test
  void theHeadlineIsNoSite() {
    String meta = "<meta name=application-name content='Ferry line across the bay to reopen'>";
    assertThat(article(meta, "", "").getPublisher(), equalTo(null));
  }

  @Test
  void aHostBearsANameSpelledOutOrByItsInitials() {
    assertThat(Publishers.isNameOf("www.baypost.example", "Bay Post"), equalTo(true));
    assertThat(Publishers.isNameOf("baypost.co.uk", "The Bay Post"), equalTo(true));
    assertThat(Publishers.isNameOf("baypost.co.uk", "Hill Post"), equalTo(false));
    assertThat(Publishers.isNameOf("bpd.example", "Bay Post Daily"), equalTo(true));
    assertThat(Publishers.isNameOf("www.elpuerto.example", "El Puérto"), equalTo(true));
    assertThat(Publishers.isNameOf("bp.example", "BP"), equalTo(true));
    assertThat(Publishers.isNameOf("bpd.example", "BP"), equalTo(false));
    assertThat(Publishers.isNameOf("", "Bay Post"), equalTo(false));
    assertThat(Publishers.isNameOf("other.example", "Bay Post"), equalTo(false));
  }

  private static Article article(String head, String titleEnd, String foot) {
    String headline = "Ferry line across the bay to reopen";
    return Pages.parse(
            "<html><head><title>"
                + headline
                + titleEnd
                + "</title>"
                + head
                + "</head><body><h1>"
                + headline
                + "</h1><div>"
                + TEXT
                + "</div><footer>"
                + foot
                + "</footer></body></html>")
        .article();
  }
}
