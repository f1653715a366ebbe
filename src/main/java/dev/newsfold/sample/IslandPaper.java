package dev.newsfold.sample;

import dev.newsfold.records.Precision;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A paper in traditional script, in Big5: reporters in brackets, a time with slashes. */
final class IslandPaper implements Design {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm", Locale.ROOT);

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="zh-Hant">
      <head>
      {{charset}}<title>{{title}}</title>
      {{canonical}}{{summary}}{{og}}</head>
      <body>
      <div class="nav"><a href="/">首頁</a><a href="/local">地方</a><a href="/world">國際</a><a href="/sports">運動</a></div>
      <div class="breadcrumb"><a href="/">首頁</a> / {{crumb}}</div>
      <div class="story">
      <h1>{{headline}}</h1>
      <div class="story_info"><span class="date">{{time}}</span>{{source}}{{byline}}</div>
      <div class="story_content">
      {{paragraphs}}</div>
      {{editor}}</div>
      <div class="hotnews"><h3>熱門新聞</h3><ul>
      {{related}}</ul></div>
      <div class="copyright">{{site}} 版權所有 不得轉載</div>
      </body>
      </html>
      """;

  @Override
  public String name() {
    return "island-paper";
  }

  @Override
  public Set<Piece.Shown> shows() {
    return EnumSet.of(
        Piece.Shown.TIME,
        Piece.Shown.SECTION,
        Piece.Shown.SOURCE,
        Piece.Shown.BYLINE,
        Piece.Shown.EDITOR,
        Piece.Shown.SUMMARY);
  }

  @Override
  public Precision precision() {
    return Precision.MINUTE;
  }

  @Override
  public String render(Piece piece, Dressing dressing) {
    return Html.fill(
        PAGE,
        Map.ofEntries(
            Map.entry("charset", Html.oldCharset(dressing.charsetLabel())),
            Map.entry("title", Html.escape(piece.outlet().title(piece))),
            Map.entry("canonical", Html.canonical(piece)),
            Map.entry("summary", Html.meta("description", piece.summary())),
            Map.entry("og", Html.property("og:title", piece.outlet().title(piece))),
            Map.entry("crumb", Html.optional("<a href=\"/cate\">", piece.section(), "</a>")),
            Map.entry("headline", Html.escape(piece.headline())),
            Map.entry("time", piece.published() == null ? "" : TIME.format(piece.published())),
            Map.entry(
                "source", Html.optional(" <span class=\"from\">來源：", piece.source(), "</span>")),
            Map.entry(
                "byline", Html.optional(" <span class=\"by\">記者 ", piece.byline(), "、", "</span>")),
            Map.entry("paragraphs", Html.paragraphs(piece, "<p>", "</p>\n")),
            Map.entry(
                "editor",
                Html.optional("<div class=\"edit\">責任編輯：", piece.editors(), " ", "</div>\n")),
            Map.entry("related", Html.links(dressing.related(), "<li>", "</li>\n")),
            Map.entry("site", Html.escape(piece.outlet().name()))));
  }
}
