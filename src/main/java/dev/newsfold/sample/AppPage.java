package dev.newsfold.sample;

import dev.newsfold.records.Precision;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A page shared from an app: text in plain divs, everything else in OpenGraph metas only. */
final class AppPage implements Design {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html>
      <head>
      {{charset}}<meta name="viewport" content="width=device-width,user-scalable=no">
      <title>{{site}}</title>
      {{og}}{{summary}}{{time}}{{section}}<script>window.__STATE__={"ab":["x1","x7"],"login":false};</script>
      </head>
      <body>
      <div id="app"><div class="p-bar"><div>{{open}}</div></div>
      <div class="p-wrap"><div class="p-text">
      {{paragraphs}}</div></div>
      <div class="p-more">{{related}}</div>
      </div>
      </body>
      </html>
      """;

  @Override
  public String name() {
    return "app-page";
  }

  @Override
  public Set<Piece.Shown> shows() {
    return EnumSet.of(Piece.Shown.TIME, Piece.Shown.SECTION, Piece.Shown.SUMMARY);
  }

  @Override
  public Precision precision() {
    return Precision.SECOND;
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
            Map.entry(
                "og",
                Html.property("og:type", "article")
                    + Html.property("og:site_name", piece.outlet().name())
                    + Html.property("og:url", piece.url())
                    + Html.property("og:title", piece.outlet().title(piece))),
            Map.entry("summary", Html.property("og:description", piece.summary())),
            Map.entry(
                "time",
                piece.published() == null
                    ? ""
                    : Html.property("article:published_time", TIME.format(piece.published()))),
            Map.entry("section", Html.property("article:section", piece.section())),
            Map.entry(
                "open", piece.outlet().language() == Language.ENGLISH ? "Open in app" : "打开应用"),
            Map.entry("paragraphs", Html.paragraphs(piece, "<div class=\"t\">", "</div>\n")),
            Map.entry("related", Html.links(dressing.related(), "<div class=\"c\">", "</div>\n"))));
  }
}
