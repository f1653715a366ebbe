package dev.newsfold.parse.headline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dev.newsfold.parse.Pages;
import dev.newsfold.records.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "渡轮首航 客流破万_海潮新闻_海潮网¦渡轮首航 客流破万",
        "渡轮首航|航运|海潮网 ¦渡轮首航",
        "渡轮首航 客流破万--海潮网 ¦渡轮首航 客流破万",
        "渡轮首航-客流破万-海潮网 ¦渡轮首航-客流破万",
        "Ferry sails - again - The Tide Post ¦Ferry sails",
        "Ferry service set to resume after storm | Tide Post ¦Ferry service set to resume after storm",
        "Tide Post: Ferry service ¦Tide Post: Ferry service",
      })
  void whatNamesTheSiteIsNoPartOfTheHeadline(String title, String headline) {
    String html =
        "<html><head><title>"
            + title
            + "</title><meta property=og:site_name content='海潮网'></head><body><p>"
            + "码头今天上午重新开放,首班渡轮七点离岸。整修花了三个月,新的候船厅多了两排座位,乘客说等船时不再挤了。"
            + "</p></body></html>";

    assertThat(Pages.parse(html).article().getHeadline(), is(headline));
  }

  @ParameterizedTest
  @CsvSource({
    "h1, 渡轮首航,      渡轮首航_海潮网, 渡轮首航",
    "h1, 渡轮首航 客流破万, 渡轮首航,     渡轮首航 客流破万",
    "h3, 渡轮首航,      渡轮首航_海潮网, 渡轮首航",
    "h1, 海潮网,       渡轮首航 客流破万_海潮网, 渡轮首航 客流破万",
  })
  void aVisibleHeadingThatAgreesWithTheTitleHasTheExactWording(
      String tag, String heading, String title, String headline) {
    String html =
        "<html><head><title>%s</title></head><body><%s>%s</%s><p>2020-09-25 08:00</p><p>码头今天上午重新开放,首班渡轮七点离岸。整修花了三个月,新的候船厅多了两排座位。</p></body></html>"
            .formatted(title, tag, heading, tag);
    Article article = Pages.parse(html).article();

    assertThat(article.getHeadline(), is(headline));
  }

  /** The page calls itself so in the link to its front page and at its foot, nowhere else. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "南湖湿地修复工程年底开放_湿地频道 - 云溪网¦南湖湿地修复工程年底开放",
        "南湖湿地修复工程年底开放 云溪新闻网¦南湖湿地修复工程年底开放",
        "云溪日报数字报-南湖湿地修复工程年底开放¦南湖湿地修复工程年底开放",
        "南湖濕地｜修復工程年底開放 清淤八十餘萬立方米｜雲溪01¦南湖濕地｜修復工程年底開放 清淤八十餘萬立方米",
        "湿地が12月に開園へ、白鷺も戻る：雲渓新聞デジタル¦湿地が12月に開園へ、白鷺も戻る",
        "Ferry sails again – after two years – of calm | Tide Herald¦Ferry sails again – after two years – of calm",
        "Der Hafen ruft zum «geordneten Ablegen» gegen den Sturm auf | Der Bote¦Der Hafen ruft zum «geordneten Ablegen» gegen den Sturm auf",
        "Bretagne : les départs de ferries ont progressé au premier semestre | Le Courrier¦Bretagne : les départs de ferries ont progressé au premier semestre",
        "Tide Herald | Ferry sails again after the storm¦Ferry sails again after the storm",
        "Ferry sails again after the storm-Tide37¦Ferry sails again after the storm",
      })
  void aTitleIsPartedWhereItsTemplateParts(String title, String headline) {
    String html =
        "<html><head><title>"
            + title
            + "</title></head><body><a href='/'>Tide Herald</a><p>"
            + "码头今天上午重新开放,首班渡轮七点离岸。整修花了三个月,新的候船厅多了两排座位,乘客说等船时不再挤了。"
            + "</p><p>© 2021 Tide37</p></body></html>";

    assertThat(Pages.parse(html).article().getHeadline(), is(headline));
  }

  private static String headline(String head, String heading) {
    String html =
        "<html lang=en><head>"
            + head
            + "</head><body>"
            + heading
            + "<p>The ferry left the harbour at seven, and the first passengers waved from its deck.</p>"
            + "<p>The work took three months, and the hall has two more rows of seats, the town said.</p></body></html>";
    return Pages.parse(html).article().getHeadline();
  }

  private static String data(String headline) {
    return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\""
        + headline
        + "\"}</script>";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "<h1><span class=x>Harbour</span> Ferry sails again after the storm</h1>",
        "<h1>Harbour:<br>Ferry sails again after the storm</h1>",
        "<h1><span class=date>Jun 17</span> Ferry sails again after the storm</h1>",
        "<h1><time>Jun 17</time> Ferry sails again after the storm</h1>",
      })
  void whatStandsInAHeadingBeforeTheTitleIsAKicker(String heading) {
    assertThat(
        headline("<title>Ferry sails again after the storm | Tide Post</title>", heading),
        is("Ferry sails again after the storm"));
  }

  @Test
  void aKickerThatTheHeadlineInTheDataHoldsBelongsToIt() {
    assertThat(
        headline(
            data("Harbour: Ferry sails again after the storm")
                + "<title>Ferry sails again after the storm</title>",
            "<h1><span class=x>Harbour:</span> Ferry sails again after the storm</h1>"),
        is("Harbour: Ferry sails again after the storm"));
  }

  @Test
  void aHeadingFinishesATitleCutShort() {
    assertThat(
        headline(
            "<title>Ferry sails again after the storm - Tide Post</title>",
            "<h1>Ferry sails again after the storm of May</h1>"),
        is("Ferry sails again after the storm of May"));
  }

  @Test
  void whatDataAndTitleShareIsTheHeadlineWhateverTheHeadingSays() {
    assertThat(
        headline(
            data("Ferry sails again after the storm")
                + "<title>Ferry sails again after the storm | Tide Post</title>",
            "<h1>Live: the harbour opens its gates to travellers</h1>"),
        is("Ferry sails again after the storm"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "<title>Ferry sails again after the storm - Bay</title>¦<h1>Ferry sails again after the storm <span class=x>Plus</span></h1>",
        "<title>Ferry sails again after the storm - Bay</title><meta property=og:title content='Ferry sails again after the storm'>¦<h1>Ferry sails again after the storm<br><span class=x>Passengers wave from its deck, and some of them cheer</span></h1>",
        "<title></title>¦<h1>Local News</h1><h2>Ferry sails again after the storm</h2>",
        "<title>Bay Post</title>¦<h1>Bay Post</h1><h1>Ferry sails again after the storm</h1>",
        "<title>The ferry sails again - Bay</title>¦<h1>Ferry sails again after the storm</h1><p>The ferry sails</p>",
      })
  void aBadgeAColumnOrAPartOfATitleIsNoHeadline(String head, String heading) {
    assertThat(headline(head, heading), is("Ferry sails again after the storm"));
  }

  @Test
  void aTitleAloneMayLeaveOutTheSecondLineOfAHeading() {
    assertThat(
        headline(
            "<title>Ferry sails again after the storm - Bay</title>",
            "<h1>Ferry sails again after the storm<br>and its passengers cheer</h1>"),
        is("Ferry sails again after the storm and its passengers cheer"));
  }

  @Test
  void whatDataEscapesIsReadAsText() {
    assertThat(
        headline(data("Ferry&#39;s first passengers sail again"), "<h1>News</h1><h1>More</h1>"),
        is("Ferry's first passengers sail again"));
  }

  @Test
  void aHeadingThatTitleAndDataStateIsNoColumnHoweverShort() {
    assertThat(
        headline(
            "<title>Regatta standings</title>"
                + "<meta property=og:title content='Regatta standings'>",
            "<h1>Regatta standings</h1><p>The crews and their points.</p>"
                + "<h1>Preview of the autumn regatta in the bay</h1>"),
        is("Regatta standings"));
  }
}
