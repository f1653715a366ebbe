package dev.newsfold.parse.structured;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LooseJsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"@type\":\"NewsArticle\",\"headline\":\"A b\",\"datePublished\":\"2020-09-25\"}",
        "[{\"@type\":\"NewsArticle\",\"headline\":\"A b\",\"datePublished\":\"2020-09-25\",}]",
        "<!-- {\"@type\":\"NewsArticle\",\"headline\":\"A b\",\"datePublished\":\"2020-09-25\"} -->",
        "//<![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"A b\",\"datePublished\":\"2020-09-25\"}\n//]]>",
        "{\"@graph\":[{\"@type\":\"WebSite\"},{\"@type\":[\"Thing\",\"NewsArticle\"],\"headline\":\"A b\",\"datePublished\":\"2020-09-25\"}]}",
        "{/* a comment */\"@type\":\"NewsArticle\",'headline':'A b', datePublished:\"2020-09-25\"};",
        "{\"@type\":\"NewsArticle\",\"headline\":\"A\nb\",\"datePublished\":\"2020-09-25\"}",
        "{\"@type\":\"NewsArticle\",\"headline\":\"A b\",\"datePublished\":\"2020-09-25\",\"description\":\"cut he",
        "{\"@type\":\"NewsArticle\",\"about\":\"he said \"yes\" twice\",\"headline\":\"A b\",\"datePublished\":\"2020-09-25\"}",
      })
  void theArticleIsReadHoweverItsJsonIsWritten(String script) {
    Item article =
        JsonLd.items(List.of(script)).stream()
            .filter(item -> item.isA("Article"))
            .findFirst()
            .orElseThrow();
    assertThat(article.text("headline"), is("A b"));
    assertThat(article.text("datePublished"), is("2020-09-25"));
  }

  @Test
  void referencesLeadToTheItemTheyName() {
    List<Item> items =
        JsonLd.items(
            List.of(
                "{\"@graph\":[{\"@type\":\"Article\",\"author\":{\"@id\":\"#jane\"}},"
                    + "{\"@id\":\"#jane\",\"@type\":\"Person\",\"name\":\"Jane Roe\"}]}"));
    assertThat(items.get(0).texts("author"), contains("Jane Roe"));
  }

  @Test
  void depthAndBreadthAreBounded() {
    assertThat(JsonLd.items(List.of("[".repeat(100_000))), hasSize(0));
    String wide = "{\"@type\":\"Thing\"},".repeat(20_000);
    assertThat(JsonLd.items(List.of("[" + wide + "{}]")), hasSize(2_000));
  }

  @Test
  void noTextMakesItThrow() {
    Random random = new Random(7);
    String alphabet = "{}[]\",:'\\/*<!->@type\n\u0000 1.e中";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder("{");
      for (int n = random.nextInt(60); n > 0; n--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      var unused = JsonLd.items(List.of(text.toString()));
    }
  }
}
