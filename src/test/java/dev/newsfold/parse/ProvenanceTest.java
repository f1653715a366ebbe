package dev.newsfold.parse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.newsfold.parse.text.Text;
import dev.newsfold.records.Article;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who, when and where from, on invented pages of forums, journals and portals. */
class ProvenanceTest {
  private static final String PROSE =
      "<p>海潮市的渔民在清晨出海，傍晚时分带着满舱的鲜鱼回到码头，市场里早已挤满了前来采购的居民。</p>"
          + "<p>老人们说，这样的丰收已经多年不见，孩子们在堤岸上奔跑，为每一条靠岸的船大声喝彩。</p>"
          + "<p>市里计划在明年春天修建新的冷库，让更多的鲜鱼能够在一夜之间送到内地的城市。</p>";

  private static Article article(String above, String below) {
    return Pages.parse(
            "<html><head><title>海潮渔港迎来多年未见的丰收</title></head><body>"
                + "<h1>海潮渔港迎来多年未见的丰收</h1>"
                + above
                + PROSE
                + below
                + "</body></html>")
        .article();
  }

  @Test
  void aForumPostTellsItsTimeBehindItsAuthor() {
    Article article = article("", "<center>本贴由<b>青石</b>于2020年9月25日16:12:21在〖闲谈〗发表.</center>");
    assertThat(article.getPublishedAt(), is(Instant.parse("2020-09-25T08:12:21Z")));
  }

  @Test
  void aThreadIsAsOldAsItsFirstPost() {
    Article article =
        article(
            "",
            "<p>〓 发布时间 2020/05/17 22:11:42 by 青石 〓</p>"
                + PROSE.replace("海潮", "北岸").replace("鲜鱼", "海带")
                + "<p>〓 发布时间 2020/07/23 10:46:32 by 白帆 〓</p>");
    assertThat(article.getPublishedAt(), is(Instant.parse("2020-05-17T14:11:42Z")));
  }

  @Test
  void theIssueAtTheEndIsTheSourceBeforeTheOneInTheBracket() {
    Article article = article("", "<p>(摘自《海潮学术季刊》2000年第2期，原文约15000字)《北岸文摘》2000年第09期</p>");
    assertThat(article.getSource(), is("北岸文摘"));
  }

  @Test
  void aReferenceToTheArticleNamesItsJournal() {
    Article article =
        article("", "<div>文章引用：青石. 海潮渔港迎来多年未见的丰收[J]. 北岸渔业研究, 2018, 8(2): 7-16.</div>");
    assertThat(article.getSource(), is("北岸渔业研究"));
  }

  @Test
  void anAuthorIsNoSource() {
    Article article = article("<div><a href=\"user?id=7\">青石</a></div><p>文：青石</p>", "");
    assertThat(article.getAuthors(), contains("青石"));
    assertThat(article.getSource(), is(nullValue()));
  }

  @Test
  void theEditorOfASiteStandsBehindItsName() {
    Article article = article("", "<p>（海潮网编辑 张青石）</p>");
    assertThat(article.getEditor(), contains("张青石"));
  }

  @Test
  void aPostWithItsTimeIsNoOriginalHeadline() {
    Article article =
        article("", "<div>原标题:【<a href=\"1\">海潮渔港</a>】是青石在2020年8月12日16:10:13发表</div>");
    assertThat(article.getOriginalHeadline(), is(nullValue()));
  }

  @Test
  void whatThePathKeepsAmongTopicsIsTheTopic() {
    Article article =
        Pages.parse(
                "<html><body><div class=\"crumb\">当前位置：<a href=\"/\">首页</a> &gt; "
                    + "<a href=\"/zt\">国内专题</a> &gt; <a href=\"/zt/yg\">海潮渔港行</a></div>"
                    + "<h1>海潮渔港迎来多年未见的丰收</h1>"
                    + PROSE
                    + "</body></html>")
            .article();
    assertThat(article.getTopic(), is("海潮渔港行"));
  }

  @Test
  void aCutNeverSplitsACharacter() {
    assertThat(Text.cut("ab\ud83d\ude00", 3), is("ab"));
    assertThat(Text.cut("ab\ud83d\ude00", 4), is("ab\ud83d\ude00"));
  }
}
