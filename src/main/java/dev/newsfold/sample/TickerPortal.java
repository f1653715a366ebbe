package dev.newsfold.sample;

import dev.newsfold.records.Precision;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A GBK portal: a run of headlines ahead of everything, then breadcrumb, headline, source line. */
final class TickerPortal implements Design {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private static final String PAGE =
      """
      <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
      <html xmlns="http://www.w3.org/1999/xhtml">
      <head>
      {{charset}}<title>{{title}}</title>
      {{summary}}<link href="/css/article.css" rel="stylesheet" type="text/css" />
      <script type="text/javascript">var channel = "{{channel}}"; document.domain = "{{host}}";</script>
      </head>
      <body>
      <div class="top"><div class="scroll" id="roll">
      {{ticker}}</div></div>
      <div class="wz">您的位置:<a href="/">首页</a> &gt;{{crumb}}</div>
      <div class="main">
      <h1>{{headline}}</h1>
      <div class="info">{{time}}{{source}}</div>
      <div class="content" id="content">
      {{original}}{{paragraphs}}{{topic}}{{editor}}</div>
      <div class="sm">免责声明:本网站所有信息仅供参考,不构成任何建议,如有版权或其他问题,请及时联系我们。</div>
      <div class="xg"><b>相关阅读</b>
      <ul>
      {{related}}</ul></div>
      </div>
      <div class="foot">Copyright &copy; {{site}} 版权所有</div>
      </body>
      </html>
      """;

  @Override
  public String name() {
    return "ticker-portal";
  }

  @Override
  public Set<Piece.Shown> shows() {
    return EnumSet.complementOf(EnumSet.of(Piece.Shown.BYLINE));
  }

  @Override
  public Precision precision() {
    return Precision.SECOND;
  }

  @Override
  public int tickerSize() {
    return 60;
  }

  @Override
  public int relatedSize() {
    return 8;
  }

  @Override
  public String render(Piece piece, Dressing dressing) {
    return Html.fill(
        PAGE,
        Map.ofEntries(
            Map.entry("charset", Html.oldCharset(dressing.charsetLabel())),
            Map.entry("title", Html.escape(piece.outlet().title(piece))),
            Map.entry("summary", Html.meta("description", piece.summary())),
            Map.entry("channel", Html.escape(String.valueOf(piece.section()))),
            Map.entry("host", piece.outlet().host()),
            Map.entry("ticker", Html.links(dressing.ticker(), "", "\n")),
            Map.entry(
                "crumb", Html.optional("<a href=\"/channel/\">", piece.section(), "</a> &gt;")),
            Map.entry("headline", Html.escape(piece.headline())),
            Map.entry("time", piece.published() == null ? "" : TIME.format(piece.published())),
            Map.entry("source", Html.optional("来源:", piece.source(), "")),
            Map.entry("original", Html.optional("<p>原标题:", piece.originalHeadline(), "</p>\n")),
            Map.entry("paragraphs", Html.paragraphs(piece, "<p>　　", "</p>\n")),
            Map.entry(
                "topic", Html.optional("<p>点击进入专题:<a href=\"/zt/\">", piece.topic(), "</a></p>\n")),
            Map.entry(
                "editor", Html.optional("<p class=\"bj\">责任编辑:", piece.editors(), " ", "</p>\n")),
            Map.entry("related", Html.links(dressing.related(), "<li>", "</li>\n")),
            Map.entry("site", Html.escape(piece.outlet().name()))));
  }
}
