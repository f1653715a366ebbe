package dev.newsfold.parse.structured;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.newsfold.Growth;
import dev.newsfold.parse.Pages;
import dev.newsfold.records.Article;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that only a script would show, on invented pages. */
class ScriptTextTest {
  private static final String HEADLINE = "南湖湿地修复工程年底开放";
  private static final List<String> TEXT =
      List.of(
          "今天上午，云溪市水务局召开新闻发布会，通报了南湖湿地修复工程的最新进展。",
          "据介绍，该工程自去年三月动工以来，已完成清淤八十余万立方米，种植水生植物十二万株。",
          "附近居民告诉记者，湖水比往年清澈了许多，清晨常能看到成群的白鹭在浅滩觅食。");

  private static String html(String tag) {
    return TEXT.stream()
        .map(p -> "<" + tag + ">" + p + "</" + tag + ">")
        .collect(Collectors.joining());
  }

  private static Article page(String body) {
    return Pages.parse(
            "<html lang=zh-CN><head><title>"
                + HEADLINE
                + "_云溪新闻</title></head><body><div id=app>加载中…</div>"
                + body
                + "</body></html>")
        .article();
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars().forEach(c -> escaped.append(c < 0x80 ? (char) c + "" : "\\u%04x".formatted(c)));
    return escaped.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script id=__NEXT_DATA__ type=application/json>{\"props\":{\"title\":\"T\",\"content\":\"%s\"}}</script>",
        "<script>window.__INITIAL_STATE__={\"detail\":{\"title\": \"T\", \"html\" : \"%s\"}};</script>",
        "<script>window.__NUXT__={data:[{\"title\":\"T\",\"body\":\"%s\",\"next\":{\"title\":\"隧道月底开通\"}}]}</script>",
      })
  void markupUnderAKeyIsTheText(String script) {
    String page = script.replace("\"T\"", '"' + HEADLINE + '"').formatted(quoted(html("p")));
    assertThat(page(page).getBody(), is(String.join("\n", TEXT)));
    assertThat(page(page).getEvidence().get("body"), is("script:text"));
  }

  @Test
  void escapedMarkupIsTheTextToo() {
    String json = escaped("{\"title\":\"" + HEADLINE + "\",\"content\":\"" + html("div") + "\"}");
    assertThat(
        page("<script>var data = " + json + ";</script>").getBody(), is(String.join("\n", TEXT)));
  }

  @Test
  void paragraphsUnderOneKeyAreTheText() {
    String blocks =
        TEXT.stream()
            .map(p -> "{\"type\":\"paragraph\",\"id\":\"1a\",\"text\":\"" + p + "\"}")
            .collect(Collectors.joining(","));
    String script =
        "<script>window.__STATE__={\"title\":\"%s\",\"blocks\":[%s],\"tip\":\"欢迎关注我们，谢谢。\"}</script>";
    assertThat(page(script.formatted(HEADLINE, blocks)).getBody(), is(String.join("\n", TEXT)));
  }

  @Test
  void aLongRowOfFlightDataIsTheTextWhereverItIsCut() {
    String row = "<p class=x>" + html("p") + "<figcaption>图为南湖。</figcaption>$$AD$$";
    int bytes = row.getBytes(StandardCharsets.UTF_8).length;
    String rows =
        "5:[\"$\",\"h1\",null,{\"children\":\"%s\"}]\n24:T%x,%s25:{\"tip\":\"欢迎关注我们，谢谢。\"}\n"
            .formatted(HEADLINE, bytes, row);
    int cut = rows.indexOf("清淤");
    String push = "<script>self.__next_f.push([1,\"%s\"])</script>";
    String page =
        push.formatted(quoted(rows.substring(0, cut)))
            + push.formatted(quoted(rows.substring(cut)));
    assertThat(page(page).getBody(), is(String.join("\n", TEXT)));
  }

  @Test
  void aScriptThatDoesNotNameTheHeadlineHoldsAnothersText() {
    String script = "{\"title\":\"隧道月底开通\",\"content\":\"" + html("p") + "\"}";
    assertThat(ScriptText.find(List.of(script), HEADLINE), is(nullValue()));
  }

  @Test
  void aTextThatDoesNotGoOnFromWhatIsShownIsAnothers() {
    String shown = "<p>南湖湿地的修复，在市民的期盼中，将于年底前完成。</p>";
    String script =
        "<script>{\"title\":\"" + HEADLINE + "\",\"content\":\"" + html("p") + "\"}</script>";
    assertThat(
        page("<h1>" + HEADLINE + "</h1>" + shown + script).getBody(),
        is("南湖湿地的修复，在市民的期盼中，将于年底前完成。"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<p>文｜林小舟</p><p>编辑｜王大同</p>; ; 林小舟; 王大同",
        "<p>作者：林小舟</p>; <p>责任编辑：王大同</p>; 林小舟; 王大同",
        "; <p>记者丨林小舟</p><p>编辑丨王大同</p>; 林小舟; 王大同",
      })
  void creditsWithinTheTextAreRead(
      @Nullable String before, @Nullable String after, String author, String editor) {
    String text = (before == null ? "" : before) + html("p") + (after == null ? "" : after);
    String script = "<script>window.__STATE__={\"title\":\"%s\",\"content\":\"%s\"}</script>";
    Article article = page(script.formatted(HEADLINE, quoted(text)));
    assertThat(article.getAuthors(), is(List.of(author)));
    assertThat(article.getEditor(), is(List.of(editor)));
    assertThat(article.getBody(), is(String.join("\n", TEXT)));
  }

  @Test
  void creditsAmongParagraphsUnderOneKeyAreRead() {
    String blocks =
        Stream.concat(Stream.of("文｜林小舟"), Stream.concat(TEXT.stream(), Stream.of("编辑｜王大同")))
            .map(p -> "{\"type\":\"paragraph\",\"text\":\"" + p + "\"}")
            .collect(Collectors.joining(","));
    Article article =
        page("<script>s={\"title\":\"%s\",\"blocks\":[%s]}</script>".formatted(HEADLINE, blocks));
    assertThat(article.getAuthors(), is(List.of("林小舟")));
    assertThat(article.getEditor(), is(List.of("王大同")));
    assertThat(article.getBody(), is(String.join("\n", TEXT)));
  }

  @Test
  void theScriptTellsWhereTheSitesNameBegins() {
    String script = "<script>s={\"title\":\"%s\",\"content\":\"%s\"}</script>";
    String title = "<title>" + HEADLINE + "-云岭氪</title>";
    String page = "<html lang=zh-CN><head>" + title + "</head><body><div>加载中…</div>";
    assertThat(
        Pages.parse(page + script.formatted(HEADLINE, quoted(html("p")))).article().getHeadline(),
        is(HEADLINE));
    assertThat(
        Pages.parse(page + script.formatted(HEADLINE + "-云岭氪", quoted(html("p"))))
            .article()
            .getHeadline(),
        is(HEADLINE + "-云岭氪"));
  }

  @Test
  void endlessAndBrokenStringsAreNoText() {
    String open = "{\"title\":\"" + HEADLINE + "\",\"content\":\"" + html("p");
    String odd = "self.__next_f.push([1,\"" + HEADLINE + " 1:Tffffff,<p>短\\u12";
    assertThat(ScriptText.find(List.of(open, odd, "\"\\"), HEADLINE), is(nullValue()));
  }

  @Test
  void whatReactSendsInAHiddenBlockIsShown() {
    String hidden = "<div hidden id=\"S:0\"><article><h1>" + HEADLINE + "</h1>" + html("p");
    assertThat(page(hidden + "</article></div>").getBody(), is(String.join("\n", TEXT)));
  }

  @Test
  void theTextForBrowsersWithoutScriptsIsTheTextWhereNoOtherIs() {
    String page = "<nav><a href=/>首页</a></nav><article><h1>" + HEADLINE + "</h1><noscript>";
    String foot = "</noscript></article><div>关于我们 | 联系我们，请点击这里。| 云溪新闻网版权所有 2024</div>";
    assertThat(page(page + html("p") + foot).getBody(), is(String.join("\n", TEXT)));
  }

  /** Heads of texts in texts, none of them as long as its head says. */
  @ParameterizedTest
  @ValueSource(strings = {"1:Tfffff,", "1:T", "1:Tfffff"})
  void textsOfServerComponentsDoNotOverlap(String head) {
    Growth.isLinear(
        40_000,
        times -> {
          String rows = HEADLINE + head.repeat(times);
          assertThat(
              ScriptText.find(List.of("self.__next_f.push([1,\"" + rows + "\"])"), HEADLINE),
              nullValue());
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "<figcaption></figcaption>", "<i class=caption>x</i>", "<b>", "<p"})
  void markupInScriptsCostsNoMoreThanItsLength(String piece) {
    Growth.isLinear(
        400_000,
        length -> {
          String markup = "<a" + piece.repeat(length / piece.length());
          assertThat(
              ScriptText.find(
                  List.of("{\"title\":\"" + HEADLINE + "\",\"content\":\"" + markup + "\"}"),
                  HEADLINE),
              nullValue());
        });
  }
}
