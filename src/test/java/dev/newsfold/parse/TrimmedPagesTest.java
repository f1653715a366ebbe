package dev.newsfold.parse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThan;

import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.PageReader;
import dev.newsfold.parse.page.PageView;
import dev.newsfold.parse.page.Span;
import dev.newsfold.parse.page.markup.MarkupTrim;
import dev.newsfold.parse.page.markup.ScriptTexts;
import dev.newsfold.parse.site.SiteRules;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is left out before a page is parsed changes nothing that a rule sees. */
class TrimmedPagesTest {
  private static final int PAGES = 4_000;
  private static final int MOST_PIECES = 40;

  private static final ParseSettings TRIMS = settings(SiteRules.NONE);

  /** Selectors may ask for anything, so with a rule for any site a page stays whole. */
  private static final ParseSettings KEEPS =
      settings(SiteRules.parse("- host: other.example\n  drop: [x]", "rules.yaml"));

  private static final String[] PIECES = {
    "<div class=\"story main\" data-x='1 > 0'>",
    "</div>",
    "<p onclick=\"a('<p>')\">",
    "</p>",
    "<p>",
    "<span style=\"color:red\">",
    "<span>",
    "</span>",
    "<a target=_blank href=/a.html>go </a>",
    "<a href='b.html' rel=nofollow><img src=c.jpg> there</a>",
    "<a href='/'><b><img src=c.jpg alt='Gazette'> there</b></a>",
    "<a class=logo href=/a.html>",
    "<img alt=News class='Logo' src=d.jpg>",
    "<b> so</b>",
    "<br>",
    "<br/>",
    "<ul>",
    "<li>",
    "</ul>",
    "<table><tr><td width=1>",
    "</td></tr></table>",
    "<pre>",
    "</pre>",
    "<h1>",
    "</h1>",
    "<img src=a.jpg alt=\"a > b\">",
    "<img itemprop=image src=b.jpg>",
    "<input type=text>",
    "<style>p > a {}</style>",
    "<style>",
    "</style>",
    "<script src=a.js></script>",
    "<script>if (a<b) t = '2020-09-25';</script>",
    "<script><!-- <script> --></script>",
    "<script type=\"application/ld+json\">{\"a\": \"<b>\"}</script>",
    "<!-- <p> -->",
    "<!---->",
    "<!-->",
    "<!-- - -- --!>",
    "<!doctype html>",
    "<?xml version='1.0'?>",
    "</ br>",
    "<o:p>",
    "</o:p>",
    "<x-y>",
    "</x-y>",
    "<noscript>",
    "</noscript>",
    "<svg><path d='M0'/></svg>",
    "<svg class=a><g><title>Up</title><use href=#up></use></g></svg>",
    "<svg viewBox='0 0'/>",
    "<svg><foreignObject>x</foreignObject></svg>",
    "<div data-x=\"1\"class=\"main\">",
    "<link rel=stylesheet href=/c.css>",
    "<link rel='shortcut icon' itemprop=image href=/c.ico>",
    "<select><option>1<option>2</select>",
    "<textarea> <p> </textarea>",
    "<iframe> a </iframe>",
    "<p hidden>",
    "<div style='Display : NONE'>",
    "<time datetime=2020-09-25>",
    "</time>",
    "<meta property=og:title content='A title'>",
    "<link rel=canonical href=/c.html>",
    "<title> a  <b> </title>",
    "<body>",
    "</body>",
    "<head>",
    "</head>",
    "<html lang=zh>",
    "<font color=red>red </font>",
    "<p/ class=x>",
    "<div\nclass=\"a\tb\"\nid=c >",
    "<p class = 'q'>",
    " ",
    "\n",
    "\n    ",
    "\t\t",
    "word",
    "新闻",
    " word ",
    "a < b",
    "&nbsp;",
    "<",
    ">",
    "</",
    "<3"
  };

  @Test
  void showTheRulesWhatWholePagesShow() {
    Random random = new Random(17);
    int lines = 0;
    for (int i = 0; i < PAGES; i++) {
      String html = page(random);
      PageView trimmed = read(html, TRIMS);
      PageView whole = read(html, KEEPS);
      assertThat(html, describe(trimmed), equalTo(describe(whole)));
      lines += whole.lines().size();
    }
    assertThat(lines, greaterThan(PAGES));
  }

  @Test
  void markupThatNoRuleReadsIsLeftOut() throws IOException {
    String page =
        """
        <div class="story" onclick="go()">
            <!-- ad -->
            <img src="a.jpg" width="20">
            <p style="color: red">Text with a <a href="b.html" target="_blank">link</a> in it.</p>
        </div>
        """;

    assertThat(
        trimmed(page),
        equalTo(
            "<div class=\"story\" ><p s>Text with a <a href=\"b.html\" >link</a> in it.</p></div>\n"));
    assertThat(trimmed("<pre>\n  a\n</pre>"), equalTo("<pre>\n  a\n</pre>"));
    assertThat(trimmed(page).length(), lessThan(page.length()));
  }

  private static String trimmed(String page) throws IOException {
    try (Reader trimmed = MarkupTrim.trim(page, new ScriptTexts())) {
      StringWriter text = new StringWriter();
      trimmed.transferTo(text);
      return text.toString();
    }
  }

  private static String page(Random random) {
    StringBuilder page = new StringBuilder();
    for (int i = random.nextInt(MOST_PIECES); i >= 0; i--) {
      page.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return page.toString();
  }

  private static String describe(PageView view) {
    StringBuilder all = new StringBuilder();
    for (Line line : view.lines()) {
      all.append(line).append(' ').append(line.block()).append(' ').append(line.hidden());
      for (Span span : line.spans()) {
        all.append(" [").append(span.text()).append('@').append(span.start()).append(' ');
        all.append(span.element().normalName()).append(' ').append(span.hint()).append(span.href());
        all.append(span.element().attr("datetime")).append(']');
      }
      all.append('\n');
    }
    all.append(view.title()).append(view.htmlLang()).append(view.jsonLd()).append(view.scripts());
    view.items().forEach(item -> all.append(item.normalName()).append(item.attributesSize() > 0));
    all.append(view.logos());
    all.append(view.meta().all("og:title")).append(view.meta().all("link:canonical"));
    return all.toString();
  }

  private static ParseSettings settings(SiteRules rules) {
    return new ParseSettings(
        ZoneId.of("Asia/Shanghai"), Instant.parse("2021-03-01T00:00:00Z"), rules);
  }

  private static PageView read(String html, ParseSettings settings) {
    return PageReader.read(Pages.page(html), settings.zone(), settings.asOf(), settings.rules());
  }
}
