package dev.newsfold.parse.site;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.newsfold.captures.Verdict;
import dev.newsfold.parse.ArticleParser;
import dev.newsfold.parse.Pages;
import dev.newsfold.parse.ParseSettings;
import dev.newsfold.parse.ParsedPage;
import dev.newsfold.records.Article;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteRulesTest {
  private static final String RULES =
      """
      - host: "*.haichao.example"
        until: 2020-12-31
        select: {headline: ".old"}
      - host: news.haichao.example
        from: 2021-01-01
        zone: Asia/Tokyo
        select:
          headline: ".t2"
          body: "#txt > p"
          publishedAt: ".when"
          source: ".from"
          authors: ".who"
        drop: [".box", "#ad"]
      """;

  private static final String PAGE =
      """
      <html><head><title>别的标题_海潮网</title></head><body>
      <h1 class="old">别的标题在这里写着</h1><h2 class="t2">码头今天重新开放</h2>
      <span class="when">2021-02-01 09:00</span><i class="from">晨星网</i><b class="who">林小满</b>
      <div id="txt"><p>码头今天上午重新开放,首班渡轮七点离岸。</p><p class="box">推荐阅读,请勿错过,精彩内容很多很多。</p>
      <p>整修花了三个月,新的候船厅多了两排座位。</p></div>
      <div><p>这一段不属于文章,但是它很长,有很多字,也有很多标点,看上去就像文章一样,一句接着一句,没有停下来。</p></div>
      </body></html>
      """;

  @Test
  void aSitesOwnRuleWinsAndShowsInTheEvidence() {
    Article article = parse(RULES);

    assertThat(article.getHeadline(), is("码头今天重新开放"));
    assertThat(article.getBody(), is("码头今天上午重新开放,首班渡轮七点离岸。\n整修花了三个月,新的候船厅多了两排座位。"));
    assertThat(article.getPublishedAt(), is(Instant.parse("2021-02-01T00:00:00Z")));
    assertThat(article.getPublishedZone(), is("Asia/Tokyo"));
    assertThat(article.getSource(), is("晨星网"));
    assertThat(article.getAuthors().get(0), is("林小满"));
    assertThat(article.getEvidence().get("headline"), is("site-rule:headline"));
    assertThat(article.getEvidence().get("body"), is("site-rule:body"));
    assertThat(article.getEvidence().get("publishedAt"), is("site-rule:publishedAt"));
  }

  @Test
  void anOldRuleStaysWithOldCaptures() {
    assertThat(
        parse(RULES.substring(0, RULES.indexOf("- host: news"))).getEvidence().get("headline"),
        is("position:only-h1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "- host: a.example\\n  select: {headline: 'h1['}|rule 1|h1[",
        "- host: a.example\\n  select: {title: h1}|unknown field 'title'|headline",
        "- host: a.example\\n  drops: [a]|unknown key 'drops'|drop",
        "- select: {headline: h1}|rule 1|host is missing",
        "- host: a.example\\n  zone: Mars/Base|zone|Mars/Base",
        "- host: a.example\\n  from: soon|from|soon",
        "host: a.example|rule 0|list of rules",
        "- [unclosed|no YAML|rules.yaml",
      })
  void whatIsWrongIsSaidAtTheStart(String yaml, String first, String second) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> SiteRules.parse(yaml.replace("\\n", "\n"), "rules.yaml"));

    assertThat(
        e.getMessage(),
        allOf(containsString("rules.yaml"), containsString(first), containsString(second)));
  }

  private static Article parse(String rules) {
    ParseSettings settings =
        new ParseSettings(
            ZoneId.of("Asia/Shanghai"),
            Instant.parse("2021-03-01T00:00:00Z"),
            SiteRules.parse(rules, "rules.yaml"));
    Verdict<ParsedPage> verdict = new ArticleParser(settings).parse(Pages.page(PAGE));
    return ((Verdict.Accepted<ParsedPage>) verdict).value().article();
  }
}
