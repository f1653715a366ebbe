package dev.newsfold.parse.metadata;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.parse.Pages;
import dev.newsfold.records.Article;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A row is what a page states, what the record says, and by which rule. */
class RightsTest {
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
          "isAccessibleForFree":true => true => json-ld:isAccessibleForFree
          "isAccessibleForFree":"False" => false => json-ld:isAccessibleForFree
          "isAccessibleForFree":"http://schema.org/False" => false => json-ld:isAccessibleForFree
          "isAccessibleForFree":"perhaps" => =>
          "hasPart":{"@type":"WebPageElement","isAccessibleForFree":false} => =>
          """)
  void tellsWhetherItIsFree(String statement, Boolean free, String rule) {
    String data =
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\"," + statement + "}</script>";
    Article article = article(data, "");
    assertThat(article.getIsAccessibleForFree(), equalTo(free));
    assertThat(article.getEvidence().get("isAccessibleForFree"), equalTo(rule));
  }

  @ParameterizedTest
  @CsvSource({"free,true", "locked,false", "metered,"})
  void readsTheTierOfContent(String tier, Boolean free) {
    String meta = "<meta property='article:content_tier' content='" + tier + "'>";
    assertThat(article(meta, "").getIsAccessibleForFree(), equalTo(free));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          <script type=application/ld+json>{"@type":"NewsArticle","license":"https://creativecommons.org/licenses/by/4.0/"}</script> | => https://creativecommons.org/licenses/by/4.0/ => json-ld:license
          <link rel=license href=/terms> | => https://news.haichao.example/terms => link:license
          <link rel=license href=//creativecommons.org/licenses/by/4.0/> | => https://creativecommons.org/licenses/by/4.0/ => link:license
          <meta name=dcterms.rights content='CC BY-SA 4.0'> | => CC BY-SA 4.0 => meta:dcterms.rights
          <meta name=dcterms.rights content='© Bay Post'> | => =>
          | <a href=https://creativecommons.org/licenses/by-nc/4.0/>CC BY-NC</a> => https://creativecommons.org/licenses/by-nc/4.0/ => text:license link
          | <a rel='license noopener' href=/terms>Terms</a> => https://news.haichao.example/terms => text:license link
          | <figure><figcaption><a href=https://creativecommons.org/licenses/by/4.0/>A. Roe</a></figcaption></figure> => =>
          | <a href=https://creativecommons.org/>Commons</a> => =>
          """)
  void namesTheLicense(String page, String license, String rule) {
    String[] parts = page.split("\\|", 2);
    Article article = article(parts[0], parts[1]);
    assertThat(page, article.getLicense(), equalTo(license));
    assertThat(page, article.getEvidence().get("license"), equalTo(rule));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          <meta name=robots content='index, NoAI, noimageai'> => [noai, noimageai] => meta:robots
          <meta name=robots content='noindex, max-image-preview:large'> => [] =>
          <meta name=tdm-reservation content=1> => [tdm-reservation] => meta:tdm-reservation
          <meta name=tdm-reservation content=0> => [] =>
          <meta name=tdm-reservation content=1><meta name=tdm-policy content=/tdm.json> => [tdm-reservation, tdm-policy https://news.haichao.example/tdm.json] => meta:tdm-reservation
          <meta name=robots content=noai><meta name=tdm-reservation content=1> => [noai, tdm-reservation] => meta:robots, meta:tdm-reservation
          """)
  void listsWhatIsReserved(String head, String reserved, String rule) {
    Article article = article(head, "");
    assertThat(head, article.getReservation().toString(), equalTo(reserved));
    assertThat(head, article.getEvidence().get("reservation"), equalTo(rule));
  }

  private static Article article(String head, String foot) {
    return Pages.parse(
            "<html><head><title>Ferry line across the bay to reopen</title>"
                + head
                + "</head><body><h1>Ferry line across the bay to reopen</h1><div>"
                + TEXT
                + "</div><footer>"
                + foot
                + "</footer></body></html>")
        .article();
  }
}
