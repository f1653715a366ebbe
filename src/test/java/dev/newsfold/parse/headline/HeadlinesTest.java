package dev.newsfold.parse.headline;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import dev.newsfold.parse.Pages;
import dev.newsfold.records.Article;
import dev.newsfold.records.Page;
import dev.newsfold.records.UrlEvidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headlines of pages that show or state them in unusual places; invented ones. */
class HeadlinesTest {
  private static final String SPANISH =
      "<p>El puerto de Valdemar volvió a abrir el lunes tras dos semanas de temporal, según el"
          + " ayuntamiento, que pidió prudencia a los vecinos. Las barcas salieron al alba.</p>"
          + "<p>Los pescadores, que habían perdido parte de sus redes, recibirán una ayuda de la"
          + " comarca, dijo la alcaldesa, que visitó la lonja por la tarde con su equipo.</p>"
          + "<p>La próxima semana se reparará el faro, cuyo tejado voló durante la peor noche.</p>";

  private static Article article(String html) {
    return Pages.parse(html).article();
  }

  @Test
  void aTimeInTheHeadingIsNoPartOfTheHeadline() {
    Article article =
        article(
            "<html lang=zh><head><title>南湾渡口恢复通航 - 地方新闻 - 云溪网</title></head><body><div><h1>南湾渡口恢复通航"
                + "<br><span>2021-02-20 08:05:18 来源：云溪融媒 评论：0 点击：213</span></h1>"
                + "<p>昨日清晨，南湾渡口恢复通航，首班渡船载客二百余人。船上乘客多为赶早市的菜农。</p>"
                + "<p>渡口管理处负责人说，码头的栈桥在冬天里加固了两次，候船室也添了暖气和热水。</p></div></body></html>");

    assertThat(article.getHeadline(), is("南湾渡口恢复通航"));
    assertThat(article.getSource(), is("云溪融媒"));
  }

  @Test
  void thePageOfADigitalEditionIsNoHeadline() {
    Article article =
        article(
            "<html lang=zh><head><title>云溪日报电子版</title></head><body><div>第A10版：本市新闻</div>"
                + "<div><b>南湾渡口本周恢复通航</b></div><div>"
                + "<p>昨日清晨，南湾渡口恢复通航，首班渡船载客二百余人。船上乘客多为赶早市的菜农。</p>"
                + "<p>渡口管理处负责人说，码头的栈桥在冬天里加固了两次，候船室也添了暖气和热水。</p></div></body></html>");

    assertThat(article.getHeadline(), is("南湾渡口本周恢复通航"));
  }

  @Test
  void aTextWithoutAnyHeadlineIsCalledByItsFirstSentence() {
    Article article = article("<html lang=es><body><div>" + SPANISH + "</div></body></html>");

    assertThat(
        article.getHeadline(),
        is(
            "El puerto de Valdemar volvió a abrir el lunes tras dos semanas de temporal, según el"
                + " ayuntamiento, que pidió prudencia…"));
    assertThat(article.getEvidence().get("headline"), is("text:first sentence"));
    assertThat(article.getBody(), startsWith("El puerto de Valdemar volvió a abrir"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "昨日清晨，南湾渡口恢复通航，首班渡船载客二百余人。船上乘客多为赶早市的菜农。|昨日清晨，南湾渡口恢复通航，首班渡船载客二百余人",
        "The ferry of Captain J. R. Roe sailed at noon for the first time since the ice had come, the line said. It was full, and those on the quay waved.|The ferry of Captain J. R. Roe sailed at noon for the first time since the ice had come, the line said",
      })
  void aSentenceEndsAtItsFullStop(String paragraph, String headline) {
    String html =
        "<html><body><p>"
            + paragraph
            + "</p><p>Those who live by the water, and who had waited for two years, said that it was"
            + " about time, and that the fare, four crowns each way, was fair enough.</p><p>The next"
            + " boat is to sail in spring, the line said, if the ice has gone by then, and a third, which"
            + " is still being built in the yard across the bay, is to follow it in the year after that"
            + ", when the new pier, too, will be ready.</p></body></html>";

    assertThat(article(html).getHeadline(), is(headline));
  }

  @Test
  void aListOfLinksIsNotCalledByItsFirstSentence() {
    String links = "<li><a href=/n/1>La lonja vuelve a abrir sus puertas este lunes</a></li>";
    String html = "<html><body>" + SPANISH + "<ul>" + links.repeat(30) + "</ul></body></html>";

    assertThat(Pages.rejection(Pages.page(html)).getMessage(), containsString("no headline"));
  }

  @Test
  void anArticleWhoseHeadlineIsBlankIsNotCalledByItsFirstSentence() {
    String html =
        "<html lang=es><head><title>_Valdemar News</title></head><body><h1> </h1>"
            + SPANISH
            + "</body></html>";

    assertThat(Pages.rejection(Pages.page(html)).getMessage(), containsString("no headline"));
  }

  @Test
  void aHeadingInTheTextThatIsWordedLikeTheTitleIsNotWhereTheTextBegins() {
    String html =
        "<html lang=it><head><title>Come si pota un olivo | Il Frantoio di Casalta</title></head>"
            + "<body><h1>La potatura degli olivi: come e quando</h1>"
            + "<p>Chi ha un olivo in giardino, dicono i vecchi di Casalta, non ha bisogno di altri"
            + " alberi, ma deve imparare a usare le forbici, e presto.</p>"
            + "<p>La stagione giusta è la fine dell'inverno, quando il gelo è passato e le gemme, ancora"
            + " chiuse, non soffrono il taglio, spiega la cooperativa.</p>"
            + "<h2>Come si pota un olivo</h2>"
            + "<p>Si comincia dai rami secchi, poi si tolgono i succhioni, e infine si apre la chioma"
            + " perché la luce, che è tutto, arrivi fino al centro.</p></body></html>";

    Article article = article(html);

    assertThat(article.getHeadline(), is("Come si pota un olivo"));
    assertThat(article.getBody(), startsWith("Chi ha un olivo in giardino"));
    assertThat(article.getBody(), containsString("Si comincia dai rami secchi"));
  }

  @Test
  void aShortHeadingThatBeginsTheTitleIsTheHeadline() {
    String html =
        "<html lang=zh><head><title>秋渡_原文、注释及译文_杜南山诗词_云溪诗词网</title></head><body>"
            + "<h1>秋渡</h1><div><p>一夜西风过野塘，渡头红叶落秋霜。扁舟不待归人去，独载清寒向夕阳。</p>"
            + "<p>诗人晚年回到故乡，在渡口边住了三年，写下了这首诗，后来刻在石上，至今还在。</p></div>"
            + "<h2><a href=/s/7>杜南山</a>其他诗词更多</h2></body></html>";

    assertThat(article(html).getHeadline(), is("秋渡"));
  }

  @Test
  void anItemOfTheMenuIsNoHeadline() {
    String html =
        "<html lang=zh><head><title>云溪科普-释疑文章</title></head><body>"
            + "<ul><li>首页</li><li class=on>释疑文章</li><li>专家</li></ul>"
            + "<div class=item-title>湖水在冬天变得更清澈的原因</div><div>来源： 云溪科普馆</div>"
            + "<p>冬天气温低，水里的藻类生长缓慢，悬浮的颗粒也慢慢沉到湖底，所以湖水看上去更清澈。</p>"
            + "<p>另外，冬天雨水少，流进湖里的泥沙也少，这也是湖水变清的一个原因，专家这样解释。</p>"
            + "</body></html>";

    assertThat(article(html).getHeadline(), is("湖水在冬天变得更清澈的原因"));
  }

  @ParameterizedTest
  @CsvSource({
    // In the title, too, which joins the two.
    "'', Fischer fahren wieder auf den See hinaus",
    // Structured data hold it to be part of the headline.
    "'<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Nach dem Sturm: Fischer"
        + " fahren wieder auf den See hinaus\"}</script>', Nach dem Sturm Fischer fahren wieder auf den See hinaus"
  })
  void aKickerNamedSoGoesUnlessStructuredDataHoldIt(String data, String headline) {
    String html =
        "<html lang=de><head><title>Nach dem Sturm: Fischer fahren wieder auf den See hinaus</title>"
            + data
            + "</head><body><h1><div class=topic-label>Nach dem Sturm</div> Fischer fahren wieder auf"
            + " den See hinaus</h1><p>Die Boote liefen am Montag aus, nachdem der Wind gedreht hatte,"
            + " und kehrten am Abend mit vollen Netzen zurück, sagte der Hafenmeister.</p></body></html>";

    assertThat(article(html).getHeadline(), is(headline));
  }

  private static final String ENGLISH =
      "<p>The ferry line said on Monday that its boats would sail again, and that those who hold a"
          + " ticket from the winter may use it until June, in both directions.</p>"
          + "<p>It was the ice, which had come early, that kept the boats in the harbour, the line"
          + " said; the pier, too, had been damaged, and was mended last week.</p>"
          + "<p>A second boat, which is still being built, is to follow in the autumn.</p>";

  @ParameterizedTest(name = "{0} / {1}")
  @CsvSource(
      delimiter = ';',
      value = {
        // set in capitals by the page, and in small letters by its title
        "FERRY TO SAIL AGAIN IN MAY; Ferry to Sail Again in May; Ferry to Sail Again in May",
        "FERRY TO SAIL AGAIN IN MAY; Roe Island; FERRY TO SAIL AGAIN IN MAY",
        // the genre behind it
        "The ferry is worth its fare | Opinion; The ferry is worth its fare; The ferry is worth its fare",
        "The ferry is worth its fare | Opinion; The ferry is worth its fare | Opinion; The ferry is worth its fare",
        "The ferry is worth its fare | Roe; Ferries; The ferry is worth its fare | Roe",
        // a word before it that the title does not have
        "Blog: Ten trails along the Roe estuary; Ten trails along the Roe estuary; Ten trails along the Roe estuary",
        "Roe: Ten trails along the estuary; Roe: Ten trails along the estuary; Roe: Ten trails along the estuary",
        // what the text is about, instead of a headline
        "Learn when the ferry sails again, from which of its two piers, and at which fare. We tell you all that there is to know of its tickets, its boats and the new pier beneath the old lighthouse.; When the ferry to Roe Island sails; When the ferry to Roe Island sails",
      })
  void aHeadingIsReadAsTheHeadlineItHolds(String heading, String title, String headline) {
    String html =
        "<html lang=en><head><title>%s</title></head><body><h1>%s</h1>%s</body></html>"
            .formatted(title, heading, ENGLISH);

    assertThat(article(html).getHeadline(), is(headline));
  }

  @Test
  void aLineThatIsThePagesTitleLosesTheSiteThatItsHostIsMadeOf() {
    String html =
        "<html lang=en><head><title>When the tide turns | Harbour Tyres</title>"
            + "</head>"
            + "<body><div><span>When the tide turns | Harbour Tyres</span></div>"
            + ENGLISH
            + "</body></html>";

    Page page = Pages.page(html, "https://tyres.harbour.example/tide", UrlEvidence.FETCHED);

    assertThat(Pages.parse(page).article().getHeadline(), is("When the tide turns"));
  }

  @Test
  void aShortTitleThatTwoPlacesClaimIsNoneOfTheLinesAboveTheText() {
    String html =
        "<html lang=en><head><title>Roe Ferry</title><meta property=og:title content='Roe Ferry'>"
            + "</head><body><div>Please tell us what you think</div>"
            + ENGLISH
            + "</body></html>";

    assertThat(article(html).getHeadline(), is("Roe Ferry"));
  }
}
