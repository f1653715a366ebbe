package dev.newsfold.sample;

import dev.newsfold.records.Precision;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A government site: the metas of the government's site standard, a day without a time, print and
 * font tools.
 */
final class GovernmentSite implements Design {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html>
      <head>
      {{charset}}<meta name="SiteName" content="{{site}}">
      <meta name="SiteDomain" content="{{host}}">
      <meta name="ArticleTitle" content="{{headline}}">
      {{columnName}}{{contentSource}}{{pubDate}}{{summary}}<title>{{title}}</title>
      </head>
      <body>
      <div class="header"><img src="/images/logo.png" alt="{{site}}"></div>
      <div class="position">当前位置：<a href="/">首页</a>{{crumb}}</div>
      <div class="article">
      <div class="article-title">{{headline}}</div>
      <div class="article-attr">{{time}}{{source}}<span>字体：【<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】</span><span><a href="javascript:window.print()">打印</a></span></div>
      <div class="TRS_Editor">
      {{paragraphs}}</div>
      <div class="article-tool"><a href="#">【关闭窗口】</a></div>
      </div>
      <div class="list"><h4>相关信息</h4><ul>
      {{related}}</ul></div>
      <div class="footer"><p>主办：{{site}}办公室　网站标识码：0000000000</p></div>
      </body>
      </html>
      """;

  @Override
  public String name() {
    return "government";
  }

  @Override
  public Set<Piece.Shown> shows() {
    return EnumSet.of(
        Piece.Shown.TIME, Piece.Shown.SECTION, Piece.Shown.SOURCE, Piece.Shown.SUMMARY);
  }

  @Override
  public Precision precision() {
    return Precision.DAY;
  }

  @Override
  public int relatedSize() {
    return 4;
  }

  @Override
  public String render(Piece piece, Dressing dressing) {
    return Html.fill(
        PAGE,
        Map.ofEntries(
            Map.entry("charset", Html.charset(dressing.charsetLabel())),
            Map.entry("site", Html.escape(piece.outlet().name())),
            Map.entry("host", piece.outlet().host()),
            Map.entry("headline", Html.escape(piece.headline())),
            Map.entry("columnName", Html.meta("ColumnName", piece.section())),
            Map.entry("contentSource", Html.meta("ContentSource", piece.source())),
            Map.entry(
                "pubDate",
                piece.published() == null
                    ? ""
                    : Html.meta("PubDate", TIME.format(piece.published()))),
            Map.entry("summary", Html.meta("Description", piece.summary())),
            Map.entry("title", Html.escape(piece.outlet().title(piece))),
            Map.entry("crumb", Html.optional(" &gt; <a href=\"/col/\">", piece.section(), "</a>")),
            Map.entry(
                "time",
                piece.published() == null
                    ? ""
                    : "<span>发布时间：" + TIME.format(piece.published()) + "</span>"),
            Map.entry("source", Html.optional("<span>来源：", piece.source(), "</span>")),
            Map.entry(
                "paragraphs", Html.paragraphs(piece, "<p style=\"text-indent:2em\">", "</p>\n")),
            Map.entry("related", Html.links(dressing.related(), "<li>", "</li>\n"))));
  }
}
