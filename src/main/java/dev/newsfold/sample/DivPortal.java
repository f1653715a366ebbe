package dev.newsfold.sample;

import dev.newsfold.records.Precision;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A portal of the 2000s: divs with ids, a toolbar, a comment form, scripts between them. */
final class DivPortal implements Design {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy年MM月dd日 HH:mm", Locale.ROOT);

  private static final String PAGE =
      """
      <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
      <html>
      <head>
      {{charset}}<title>{{title}}</title>
      {{keywords}}{{summary}}{{og}}{{canonical}}<style type="text/css">#artibody{font-size:14px;line-height:24px}</style>
      </head>
      <body>
      <div id="nav"><a href="/">{{site}}</a><a href="/news/">新闻</a><a href="/sports/">体育</a><a href="/ent/">娱乐</a><a href="/blog/">博客</a><a href="/bbs/">论坛</a></div>
      <div id="path"><a href="/">{{site}}</a> &gt; {{crumb}}</div>
      <div id="left">
      <h1 id="artibodyTitle">{{headline}}</h1>
      <div id="arttool"><span id="pubtime">{{time}}</span>{{source}}{{byline}} <a href="#cmt">我要评论</a> 字号：<a href="javascript:T(16)">大</a> <a href="javascript:T(14)">中</a> <a href="javascript:T(12)">小</a></div>
      <div id="artibody">
      {{original}}{{paragraphs}}{{topic}}<script type="text/javascript">document.write('<div class="ad">广告</div>');</script>
      </div>
      {{editor}}<div id="share">分享到：<a href="#">微博</a> <a href="#">空间</a></div>
      <div id="cmt"><form action="/comment" method="post">昵称：<input name="u" /> <textarea name="t"></textarea><input type="submit" value="发表评论" /></form></div>
      </div>
      <div id="right"><h3>热点新闻</h3><ul>
      {{related}}</ul></div>
      <div id="footer">关于我们 - 广告服务 - 网站地图 - 联系方式<br />{{site}} 版权所有</div>
      </body>
      </html>
      """;

  @Override
  public String name() {
    return "div-portal";
  }

  @Override
  public Set<Piece.Shown> shows() {
    return EnumSet.allOf(Piece.Shown.class);
  }

  @Override
  public Precision precision() {
    return Precision.MINUTE;
  }

  @Override
  public int relatedSize() {
    return 10;
  }

  @Override
  public String render(Piece piece, Dressing dressing) {
    return Html.fill(
        PAGE,
        Map.ofEntries(
            Map.entry("charset", Html.oldCharset(dressing.charsetLabel())),
            Map.entry("title", Html.escape(piece.outlet().title(piece))),
            Map.entry("keywords", Html.meta("keywords", piece.topic())),
            Map.entry("summary", Html.meta("description", piece.summary())),
            // As on many such sites, a quotation mark in the headline is not escaped here.
            Map.entry("og", "<meta property=\"og:title\" content=\"" + piece.headline() + "\">\n"),
            Map.entry("canonical", Html.canonical(piece)),
            Map.entry(
                "crumb", Html.optional("<a href=\"/channel/\">", piece.section(), "</a> &gt; 正文")),
            Map.entry("headline", Html.escape(piece.headline())),
            Map.entry("time", piece.published() == null ? "" : TIME.format(piece.published())),
            Map.entry(
                "source", Html.optional(" <span id=\"media\">来源：", piece.source(), "</span>")),
            Map.entry(
                "byline",
                Html.optional(" <span id=\"author\">作者：", piece.byline(), " ", "</span>")),
            Map.entry("original", Html.optional("<p>原标题：", piece.originalHeadline(), "</p>\n")),
            Map.entry("paragraphs", Html.paragraphs(piece, "<p>　　", "</p>\n")),
            Map.entry(
                "topic",
                Html.optional("<p>专题：<a href=\"/special/\">", piece.topic(), "</a></p>\n")),
            Map.entry(
                "editor",
                Html.optional("<div id=\"editor\">[责任编辑：", piece.editors(), " ", "]</div>\n")),
            Map.entry("related", Html.links(dressing.related(), "<li>", "</li>\n")),
            Map.entry("site", Html.escape(piece.outlet().name()))));
  }
}
