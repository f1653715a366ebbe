package dev.newsfold.parse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.newsfold.records.Article;
import dev.newsfold.records.HeadlineSighting;
import dev.newsfold.records.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page that the project exists for comes out right in every field, however it is laid out. */
class PortalPageTest {

  @ParameterizedTest
  @EnumSource(PortalLayout.class)
  void theSeedComesOutRightInEveryField(PortalLayout layout) throws IOException {
    assumeTrue(
        Files.exists(PortalText.seed()),
        "skipped: no seed at " + PortalText.seed() + "; set -Dnewsfold.shared");
    PortalText text = PortalText.ofSeed();
    ParsedPage parsed = Pages.parse(layout.page(text));
    Article article = parsed.article();

    assertThat(article.getBreadcrumb(), contains("国际"));
    assertThat(article.getSection(), is("国际"));
    assertThat(article.getPublishedAt(), is(Instant.parse("2020-09-25T03:45:27Z")));
    assertThat(article.getPublishedZone(), is("Asia/Shanghai"));
    assertThat(article.getSource(), is("新浪新闻综合"));
    assertThat(article.getDateline(), is(notNullValue()));
    assertThat(article.getDateline().getOutlet(), is("参考消息网"));
    assertThat(article.getDateline().getDay(), is("--09-25"));
    assertThat(article.getAgencies(), contains("共同社", "韩联社"));
    assertThat(article.getTopic(), is("菅义伟正式出任日本新首相"));
    assertThat(article.getEditor(), contains("张玉"));
    assertAsPrinted(article, text);
    if (layout != PortalLayout.PARAGRAPHS) {
      assertThat(parsed.sightings().size(), greaterThan(40));
    }
  }

  @ParameterizedTest
  @EnumSource(PortalLayout.class)
  void anInventedPageWithTheSameFurnitureComesOutRightInEveryField(PortalLayout layout) {
    PortalText text = PortalText.invented();
    ParsedPage parsed = Pages.parse(layout.page(text));
    Article article = parsed.article();

    assertThat(article.getBreadcrumb(), contains("财经"));
    assertThat(article.getSection(), is("财经"));
    assertThat(article.getPublishedAt(), is(Instant.parse("2019-03-07T23:05:42Z")));
    assertThat(article.getSource(), is("海潮新闻综合"));
    assertThat(article.getDateline(), is(notNullValue()));
    assertThat(article.getDateline().getOutlet(), is("晨星网"));
    assertThat(article.getDateline().getDay(), is("--03-08"));
    assertThat(article.getAgencies(), contains("路透社", "法新社"));
    assertThat(article.getTopic(), is("榆林湾港扩建工程"));
    assertThat(article.getEditor(), contains("许青"));
    assertAsPrinted(article, text);
    if (layout != PortalLayout.PARAGRAPHS) {
      List<String> lists = parsed.sightings().stream().map(HeadlineSighting::getList).toList();
      assertThat(parsed.sightings().size(), greaterThan(6));
      assertThat(lists, everyItem(is("ticker")));
    }
  }

  private static void assertAsPrinted(Article article, PortalText text) {
    assertThat(article.getHeadline(), is(text.headline()));
    assertThat(article.getOriginalHeadline(), is(text.original().substring("原标题:".length())));
    assertThat(article.getPublishedPrecision(), is(Precision.SECOND));
    assertThat(article.getAuthors().size(), is(0));
    assertThat(article.getBody(), is(text.body()));
  }
}
