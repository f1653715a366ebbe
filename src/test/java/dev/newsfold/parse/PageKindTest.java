package dev.newsfold.parse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import dev.newsfold.records.Page;
import dev.newsfold.records.Reason;
import dev.newsfold.records.Rejection;
import dev.newsfold.records.Stage;
import dev.newsfold.records.UrlEvidence;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageKindTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<html><body></body></html>|no visible text",
        "<html><body><div id=app></div><script>boot()</script></body></html>|without scripts",
        "<title>404 Not Found</title><h1>404 Not Found</h1><p>The page you were looking for does not exist here.|error page",
        "<title>页面不存在</title><h1>页面不存在</h1><p>您访问的页面已经不在了,请返回首页,或者看看别的内容。|error page",
        "<title>500 Internal Server Error</title><h1>500 Internal Server Error</h1><p>The server could not complete your request, please try again in some minutes.|error page",
        "<title>Sorry, page not found - Gazette</title><h1>Sorry, page not found</h1><p>The page you were looking for does not exist here.|error page",
        "<title>您访问的内容已被删除</title><h1>您访问的内容已被删除</h1><p>您访问的页面已经不在了,请返回首页,或者看看别的内容。|error page",
        "<title>登录</title><form><label>用户名</label><input><label>密码</label><input></form>|beside them",
        "<title>Welcome to nginx!</title><h1>Welcome to nginx!</h1><p>If you see this page, the web server is successfully installed and working. Further configuration is required.|beside them",
        "<title>隐私政策</title><h1>隐私政策</h1><p>我们重视您的隐私,本政策说明我们收集哪些信息、如何使用,以及您有哪些选择,请在使用前仔细阅读本政策的全部内容。|beside them",
        "<title>Index of /news</title><h1>Index of /news</h1><pre><a href=1.html>1.html</a> 2021-04-13 08:24 4.0K|a listing of a folder",
        "<title>Directory listing for /</title><h2>Directory listing for /</h2><ul><li><a href=a>a</a></ul>|a listing of a folder",
        "body{color:red} p > a:hover{border:0 solid}|text without markup",
      })
  void aPageWithoutAnArticleIsRejected(String html, String why) {
    Rejection rejection = Pages.rejection(Pages.page(html));

    assertThat(rejection.getStage(), is(Stage.PARSE));
    assertThat(rejection.getReason(), is(Reason.NOT_ARTICLE));
    assertThat(rejection.getMessage(), containsString(why));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500 evacuated after fire in Lakeside|<p>Five hundred people left their homes on Friday after a fire broke out in Lakeside, the town's council said.",
        "Hiker not found after a week in the Lakeside hills|<p>Crews went on looking for the hiker on Friday, who had set out for the hills a week ago, the council said.",
        "相关视频已被删除 警方通报渡轮事故|<p>2020-09-25 10:30</p><p>海潮警方今天上午通报，网传渡轮事故视频不实，现已处理。"
      })
  void aBriefWhoseHeadlineHoldsWordsOfErrorPagesIsAnArticle(String headline, String text) {
    String html = "<title>" + headline + "</title><h1>" + headline + "</h1>" + text;
    assertThat(Pages.parse(html).article().getHeadline(), is(headline));
  }

  @Test
  void theListOfAFolderByItsHostIsRejected() {
    String files =
        IntStream.range(0, 40)
            .mapToObj(i -> "4/13/2021  8:24 AM  1234 <a href=/" + i + ".htm>" + i + ".htm</a><br>")
            .collect(Collectors.joining());
    String title = "example.org - /news/";
    String html =
        "<html><head><title>"
            + title
            + "</title></head><body><h1>"
            + title
            + "</h1><hr><pre><a href=/>[To Parent Directory]</a><br><br>"
            + files
            + "</pre><hr></body></html>";

    Page page = Pages.page(html, "http://example.org/news/", UrlEvidence.FETCHED);
    assertThat(Pages.rejection(page).getMessage(), is("a listing of a folder"));
  }

  @Test
  void anIndexIsRejected() {
    String links =
        IntStream.range(0, 60)
            .mapToObj(i -> "<li><a href=/n/" + i + ".html>海湾第" + i + "号渡轮今天上午准时离岸开航</a></li>")
            .collect(Collectors.joining());
    String html =
        "<title>海潮网_首页</title><h1>海潮要闻</h1><ul>" + links + "</ul><p>天天有新闻,尽在海潮,欢迎常来看看。</p>";

    assertThat(Pages.rejection(Pages.page(html)).getMessage(), containsString("index"));
  }

  @Test
  void aHeadlineWithATimeIsAnArticleWithoutText() {
    ParsedPage parsed = Pages.parse("<h1>渡轮首航 客流破万</h1><span>2020-09-25</span>");

    assertThat(parsed.article().getHeadline(), is("渡轮首航 客流破万"));
    assertThat(parsed.article().getBody(), is(""));
  }

  @Test
  void searchResultsAreAnIndex() {
    String results =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    "<div><h3><a href=/n/"
                        + i
                        + ".html>海湾第"
                        + i
                        + "号渡轮今天上午准时离岸开航</a></h3>"
                        + "<p>海潮网 2020-09-"
                        + (i + 1)
                        + " 渡轮今天上午从码头准时开出，前往对岸的村镇，乘客共有数百人...</p></div>")
            .collect(Collectors.joining());
    String html = "<title>“渡轮”的搜索结果_海潮网</title><h1>搜索结果</h1><p>共找到 20 条相关结果</p>" + results;

    assertThat(Pages.rejection(Pages.page(html)).getMessage(), containsString("index"));
  }

  @Test
  void aListOfTheLatestNewsWithTimesIsAnIndex() {
    String links =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    "<li><a href=/n/"
                        + i
                        + ".html>海湾第"
                        + i
                        + "号渡轮今天上午准时离岸开航</a> <span>2020-09-24 11:45</span></li>")
            .collect(Collectors.joining());
    String html =
        "<title>滚动新闻_海潮网</title><h1>滚动新闻</h1><div>2020-09-24 12:00</div><ul>" + links + "</ul>";

    assertThat(Pages.rejection(Pages.page(html)).getMessage(), containsString("index"));
  }

  @Test
  void aShortFlashIsAnArticle() {
    String html =
        "<title>海潮渡轮今日复航_海潮网</title><h1>海潮渡轮今日复航</h1><div>2020-09-24 11:45 来源：海潮网</div>"
            + "<p>海潮网9月24日电 停航三天的海潮渡轮今天上午复航。首班渡轮载客二百人。</p>";

    assertThat(Pages.parse(html).article().getBody(), is("海潮网9月24日电 停航三天的海潮渡轮今天上午复航。首班渡轮载客二百人。"));
  }

  @Test
  void aShortFlashAmongManyLinksIsAnArticle() {
    String links =
        IntStream.range(0, 60)
            .mapToObj(i -> "<li><a href=/n/" + i + ".html>海湾第" + i + "号渡轮今天上午准时离岸开航</a></li>")
            .collect(Collectors.joining());
    String html =
        "<title>海潮渡轮今日复航_海潮网</title><h1>海潮渡轮今日复航</h1><div>2020-09-24 11:45 来源：海潮网</div>"
            + "<p>停航三天的海潮渡轮今天上午复航。首班渡轮载客二百人。</p><h3>热门新闻</h3><ul>"
            + links
            + "</ul>";

    assertThat(Pages.parse(html).article().getBody(), is("停航三天的海潮渡轮今天上午复航。首班渡轮载客二百人。"));
  }

  @Test
  void aGalleryOfThumbnailsIsNoArticle() {
    String pictures =
        IntStream.range(0, 30)
            .mapToObj(
                i ->
                    "<li><a href=/p/"
                        + i
                        + ".html><img src="
                        + i
                        + ".jpg><p>渡轮高清组图第"
                        + i
                        + "辑</p></a></li>")
            .collect(Collectors.joining());
    String html = "<title>图片频道_海潮网</title><h1>图片频道</h1><ul>" + pictures + "</ul>";

    assertThat(Pages.rejection(Pages.page(html)).getReason(), is(Reason.NOT_ARTICLE));
  }
}
