package dev.newsfold.sample;

import dev.newsfold.records.Precision;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A wire service: terse page, a dateline in front of every text, name of the agency in the title.
 */
final class WireService implements Design {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html>
      <head>
      {{charset}}<title>{{title}}</title>
      {{canonical}}{{summary}}{{published}}</head>
      <body>
      <div class="header"><a href="/">{{site}}</a></div>
      <div class="domPC">
      <div class="crumb"><a href="/">{{site}}</a> &gt; {{crumb}}</div>
      <div class="h-title">{{headline}}</div>
      <div class="h-info"><span class="h-time">{{time}}</span>{{source}}</div>
      <div id="p-detail">
      {{paragraphs}}{{editor}}</div>
      <div class="hot"><div class="tit">更多稿件</div>
      {{related}}</div>
      </div>
      <div class="foot">{{site}}版权所有</div>
      </body>
      </html>
      """;

  @Override
  public String name() {
    return "wire-service";
  }

  @Override
  public Set<Piece.Shown> shows() {
    return EnumSet.of(
        Piece.Shown.TIME,
        Piece.Shown.SECTION,
        Piece.Shown.SOURCE,
        Piece.Shown.EDITOR,
        Piece.Shown.SUMMARY);
  }

  @Override
  public Precision precision() {
    return Precision.SECOND;
  }

  @Override
  public String render(Piece piece, Dressing dressing) {
    return Html.fill(
        PAGE,
        Map.ofEntries(
            Map.entry("charset", Html.charset(dressing.charsetLabel())),
            Map.entry("title", Html.escape(piece.outlet().title(piece))),
            Map.entry("canonical", Html.canonical(piece)),
            Map.entry("summary", Html.meta("description", piece.summary())),
            Map.entry(
                "published",
                piece.published() == null
                    ? ""
                    : Html.meta("publishdate", DAY.format(piece.published()))),
            Map.entry("site", Html.escape(piece.outlet().name())),
            Map.entry("crumb", Html.optional("<a href=\"/list\">", piece.section(), "</a>")),
            Map.entry("headline", Html.escape(piece.headline())),
            Map.entry("time", piece.published() == null ? "" : TIME.format(piece.published())),
            Map.entry(
                "source", Html.optional(" <span class=\"h-from\">来源：", piece.source(), "</span>")),
            Map.entry("paragraphs", Html.paragraphs(piece, "<p>　　", "</p>\n")),
            Map.entry(
                "editor",
                Html.optional("<span class=\"p-jc\">【责任编辑:", piece.editors(), "、", "】</span>\n")),
            Map.entry("related", Html.links(dressing.related(), "<div>", "</div>\n"))));
  }
}
