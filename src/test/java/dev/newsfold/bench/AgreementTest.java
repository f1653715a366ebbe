package dev.newsfold.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.newsfold.records.Article;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "headline | Ferry to reopen - Bay Post | Ferry to reopen | true",
        "headline | Ferry to reopen | Ferry to close | false",
        "headline | Ferry line across the bay to reopen in the summer | Ferry line | false",
        "publishedAt | 2021-02-03T23:30:00-05:00 | 2021-02-04T04:30:00Z | true",
        "publishedAt | 2021-02-03T12:00:00+00:00 | 2021-02-04T12:00:00Z | false",
        "publishedAt | 2021-02-03 | 2021-02-05T00:00:00Z | false",
        "publishedAt | soon | 2021-02-05T00:00:00Z | false",
        "authors | Jane Roe and John Doe | John Doe;Jane Roe | true",
        "authors | Jane Roe | Jane Roe;John Doe | false",
        "section | Sport | sport | true",
        "section | Sport | Home | false",
        "breadcrumb | Home > Sport > Ferry to reopen | News;Sport | true",
        "language | en_US | en | true",
        "language | zh-CN | zh-Hans | true",
        "language | en_US | de | false",
        "publisher | Bay Post | Bay Post | true",
      })
  void aRuleSaysWhatThePageStates(String field, String stated, String found, boolean agrees) {
    Article article = new Article();
    List<String> list = new ArrayList<>(List.of(found.split(";")));
    switch (field) {
      case "headline" -> article.setHeadline(found);
      case "publishedAt" -> article.setPublishedAt(Instant.parse(found));
      case "authors" -> article.setAuthors(list);
      case "breadcrumb" -> article.setBreadcrumb(list);
      case "section" -> article.setSection(found);
      case "language" -> article.setLanguage(found);
      default -> article.setPublisher(found);
    }
    assertThat(Agreement.agrees(field, Set.of(stated), article), equalTo(agrees));
  }

  @Test
  void nothingFoundAgreesWithNothing() {
    Article article = new Article();
    for (String field : List.of("publishedAt", "modifiedAt", "section", "publisher", "language")) {
      assertThat(field, Agreement.agrees(field, Set.of("2021-02-03"), article), equalTo(false));
    }
  }

  @Test
  void aHiddenPageStatesNothing() {
    String hidden =
        Statements.hidden(
            "<html lang=en><meta property=og:title content=A><script type=application/ld+json>{}"
                + "</script><h1 class=title itemprop=headline>Shown</h1></html>");
    assertThat(hidden, not(containsString("og:title")));
    assertThat(hidden, not(containsString("ld+json")));
    assertThat(hidden, not(containsString("itemprop")));
    assertThat(hidden, containsString("<h1 class=\"title\">Shown</h1>"));
    assertThat(hidden, containsString("lang=\"en\""));
  }

  @Test
  void theTableGivesEachRuleItsShare() {
    String table =
        RuleTable.of(
            List.of(
                new RuleTable.Asked("one", "a.example", "section", "text:a", true),
                new RuleTable.Asked("two", "a.example", "section", "text:a", true),
                new RuleTable.Asked("two", "b.example", "section", "text:a", false),
                new RuleTable.Asked("two", "b.example", "section", "text:b", false)));
    assertThat(table, containsString("section\ttext:a\t3\t2\t0.67"));
    assertThat(table, containsString("section\ttext:b\t1\t1\t0.00"));
    assertThat(table, containsString("section\ttwo\t3\t2\t0.33"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "publishedAt | text:label, url | text:label",
        "publishedAt | url (day) | url",
        "publisher | title:end, agreed | title:end, agreed",
        "section | refused: title:part: no name | ''",
        "section | - | ''"
      })
  void aRuleIsNamedWithoutItsDetails(String field, String evidence, String rule) {
    assertThat(RuleAgreement.rule(field, evidence), equalTo(rule));
  }
}
