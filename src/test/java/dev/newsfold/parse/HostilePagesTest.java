package dev.newsfold.parse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dev.newsfold.Growth;
import dev.newsfold.captures.Verdict;
import dev.newsfold.parse.site.SiteRules;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** No page brings the parser down, or costs it more than a page of its length may. */
class HostilePagesTest {
  private static final String[] PIECES = {
    "<div>",
    "</div>",
    "<p>",
    "<table><tr><td>",
    "</table>",
    "<a href='x'>",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<h1>",
    "</h1>",
    "来源:",
    "2020-09-25 11:45",
    "责任编辑:",
    "记者",
    "<br>",
    "&nbsp;",
    "&#x0;",
    "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":",
    "(((",
    "据共同社",
    "\ud83c",
    "<svg><title>",
    "<template>",
    "<style>",
    "。",
    ",",
    "<meta property=og:title content=",
    "\"",
    ">",
    "<b",
  };

  private static final String ARTICLE =
      "<title>渡轮首航仪式今天上午举行_海潮网</title><h1>渡轮首航仪式今天上午举行</h1><div>"
          + "<p>今天上午，渡轮首航仪式在东港举行，两百名乘客登上了第一班船。</p>".repeat(4)
          + "</div>";

  private final ArticleParser parser =
      new ArticleParser(
          new ParseSettings(
              ZoneId.of("Asia/Shanghai"), Instant.parse("2021-03-01T00:00:00Z"), SiteRules.NONE));

  @Test
  void noSoupOfMarkupThrows() {
    Random random = new Random(20200925);
    for (int page = 0; page < 400; page++) {
      StringBuilder soup = new StringBuilder();
      for (int i = random.nextInt(120); i >= 0; i--) {
        soup.append(PIECES[random.nextInt(PIECES.length)]);
      }
      Verdict<ParsedPage> verdict = parser.parse(Pages.page(soup.toString()));
      assertThat(
          verdict instanceof Verdict.Accepted || verdict instanceof Verdict.Rejected, is(true));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "<div>,          20000",
    "<a href=x>字,    20000",
    "<table><tr><td>,  5000",
    "<b><i><u><p>,    5000",
    "<li>来源:,       20000",
    "2020-09-,       50000",
    "(记者,           50000",
    "据法新社,         50000",
    "&amp;&#65;,     50000",
    "<!--,           50000",
    "> > ,           50000",
  })
  void noRepetitionCostsMoreThanItsLength(String piece, int times) {
    Growth.isLinear(
        times,
        number -> {
          var unused =
              parser.parse(Pages.page("<title>渡轮首航</title><h1>渡轮首航</h1>" + piece.repeat(number)));
        });
  }

  @Test
  void anEndlessTagNameCostsNoMoreThanItsLength() {
    Growth.isLinear(
        2_000_000,
        length -> {
          String html = "<title>渡轮首航</title><h1>渡轮首航</h1><" + "a".repeat(length) + ">";
          var unused = parser.parse(Pages.page(html));
        });
  }

  /** Where a page may hold anything, and rules read it. */
  private static final List<String> SLOTS =
      List.of(
          "<title>a%sb</title>",
          "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"a%sb\","
              + "\"author\":\"a%sb\",\"datePublished\":\"2020%sb\",\"articleBody\":\"a%sb\"}</script>",
          "<script>var title = 'a%sb', source = '%s', data = {\"content\": \"%s\"}</script>",
          "<script>self.__next_f.push([1,\"渡轮首航仪式今天上午%s\"])</script>",
          "<meta property=og:title content='a%sb'><meta name=author content='a%sb'>"
              + "<meta property=article:published_time content='2020-09-25%sb'>",
          "<meta name='a%sb' content=a><link rel='%s' href='%s'>",
          "<a href='http://a.example/%s' class='a%sb' title='a%sb'>a%sb</a>",
          "<img alt='a%sb' src='%s'>",
          "<span class=source>%sb</span><span class=author>a%sb</span>",
          "<span class=time>2020-09-25 %sb</span><time datetime='2020%s'></time>",
          "<h1>a%sb</h1>",
          "<p>字%s字。</p>",
          "<p>来源:%s字</p><p>作者:%s字</p><p>责任编辑:%s字</p><p>By %s</p>",
          "<p>据%s报道，字。</p><p>9月25日%s字</p><p>BERLIN%s(AP) - a.</p>",
          "<div>首页 > 国际%s > 字</div><p>原标题：%s</p><footer>Copyright © %s</footer>",
          "<table><tr><td>%s",
          "%s");

  /** What rules repeat: in a row none may be begun anew at each of its places. */
  private static final List<String> REPEATED =
      List.of(
          "-",
          " -",
          "_",
          "|",
          "[",
          "(",
          "《",
          "“",
          ":",
          "：",
          ".",
          "/",
          "1",
          "1.",
          "1:",
          "&nbsp;-",
          " ",
          "\u3000",
          "<",
          "&lt;",
          "a",
          "A. ",
          "Aa ",
          "字",
          "张三 ",
          "क",
          "\ud83c",
          "http://",
          "http://aaaa/20200101/",
          "1:Tffff,",
          "\\\\u0061",
          "2020-09-25 ");

  /** What a page may hold any number of, each with its number for a #. */
  private static final List<String> ELEMENTS =
      List.of(
          "<p>a</p>",
          "<div>评论</div>",
          "<h1>渡轮</h1>",
          "<li>a",
          "<img alt=a>",
          "<a href=/><img alt=a></a>",
          "<span class=source>a</span>",
          "<time>1</time>",
          "<article>a</article>",
          "<meta property=og:title content='甲乙丙丁戊己庚辛壬癸#'>",
          "<meta property=og:site_name content='甲乙#'>",
          "<script>渡轮首航仪式今天上午举行#</script>",
          "<p>渡轮首航仪式今天上午举#",
          "<h1>渡轮首航#仪式</h1>",
          "<h2><a href=/#>#</a></h2>",
          "<p>作者:张#</p>",
          "<p>来源:#网</p>",
          "<p>2020-09-#",
          "<b>a#<p>",
          "<span itemprop=author>#</span>",
          "<div itemscope itemtype=NewsArticle><b itemprop=headline>#</b></div>");

  private static List<Arguments> inAllSlots() {
    return SLOTS.stream()
        .flatMap(slot -> REPEATED.stream().map(piece -> Arguments.of(slot, piece)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("inAllSlots")
  void noSlotCostsMoreThanItsLength(String slot, String piece) {
    Growth.isLinear(
        32_000,
        length -> {
          String held = slot.replace("%s", piece.repeat(length / piece.length()));
          var unused = parser.parse(Pages.page(held + ARTICLE + held));
        });
  }

  private static List<String> elements() {
    return ELEMENTS;
  }

  @ParameterizedTest
  @MethodSource("elements")
  void noNumberOfElementsCostsMoreThanTheirLength(String element) {
    Growth.isLinear(
        8_000,
        number -> {
          StringBuilder held = new StringBuilder();
          for (int i = 0; i < number; i++) {
            held.append(element.replace("#", Integer.toString(i)));
          }
          var unused = parser.parse(Pages.page(held + ARTICLE + held));
        });
  }
}
