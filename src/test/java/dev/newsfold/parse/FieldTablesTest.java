package dev.newsfold.parse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.newsfold.records.Article;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Tables of what pages print and what is read from it, a line a case: language, place of the
 * snippet, snippet, field, value. All names are invented.
 */
class FieldTablesTest {
  private static final String CHINESE =
      "<p>今天上午，云溪市水务局召开新闻发布会，通报了南湖湿地修复工程的最新进展，预计年底开放。</p>"
          + "<p>据介绍，该工程自去年三月动工以来，已完成清淤八十余万立方米，种植水生植物十二万株。</p>"
          + "<p>附近居民告诉记者，湖水比往年清澈了许多，清晨常能看到成群的白鹭在浅滩觅食。</p>";

  private static final String ENGLISH =
      "<p>The city council approved a plan on Tuesday to restore the wetlands, which had dried up.</p>"
          + "<p>Work began last year, and crews have since removed mud, planted reeds and built paths.</p>"
          + "<p>People who live close to the water said that the lake already looks clearer now.</p>";

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvFileSource(
      resources = {
        "people/authors.tsv",
        "section/sections.tsv",
        "origin/sources.tsv",
        "body/boilerplate-lines.tsv",
        "headline/headlines.tsv",
        "site/self-description.tsv",
        "time/times.tsv"
      },
      delimiter = '\t',
      quoteCharacter = '\0',
      maxCharsPerColumn = 2000)
  void aSnippetYieldsItsValue(
      String language, String place, String snippet, String field, @Nullable String value) {
    Article article = Pages.parse(page(language, place, snippet)).article();
    String expected = value == null ? "" : value;
    if (field.equals("no body")) {
      assertThat(snippet, article.getBody(), not(containsString(expected)));
    } else if (field.equals("body")) {
      assertThat(snippet, article.getBody(), containsString(expected));
    } else {
      assertThat(snippet, text(article.get(field)), is(expected));
    }
  }

  private static String page(String language, String place, String snippet) {
    String text = language.startsWith("zh") ? CHINESE : ENGLISH;
    String headline = language.startsWith("zh") ? "南湖湿地修复工程年底开放" : "Wetlands to open by December";
    return "<html lang=\""
        + language
        + "\"><head><title>"
        + (place.equals("kicker") ? snippet + ": " + headline + " - Politics - Gazette" : headline)
        + "</title>"
        + at("meta", place, snippet)
        + "</head><body>"
        + at("above", place, snippet)
        + (place.equals("kicker") ? "<div class=\"kicker\">" + snippet + "</div>" : "")
        + "<article><h1>"
        + headline
        + "</h1>"
        + (place.equals("instead of time") ? snippet : "<div class=\"info\">2021-02-20 08:05</div>")
        + at("head", place, snippet)
        + (place.equals("text") ? snippet : text)
        + at("end", place, snippet)
        + "</article></body></html>";
  }

  private static String at(String here, String place, String snippet) {
    return here.equals(place) ? snippet : "";
  }

  private static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof List<?> list
        ? String.join(", ", list.stream().map(String::valueOf).toList())
        : value.toString();
  }
}
