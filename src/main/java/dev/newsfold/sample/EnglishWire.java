package dev.newsfold.sample;

import dev.newsfold.records.Precision;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A wire in English: no metadata at all, the time printed in GMT, text in one block with breaks.
 */
final class EnglishWire implements Design {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

  private static final String PAGE =
      """
      <html>
      <head>
      {{charset}}<title>{{title}}</title>
      </head>
      <body>
      <div id="top"><a href="/">{{site}}</a> | <a href="/wire/">Latest</a> | <a href="/desk/">Desk</a></div>
      <div id="story">
      {{section}}<h2>{{headline}}</h2>
      <div class="stamp">{{time}}</div>
      <div class="copy">
      {{paragraphs}}</div>
      </div>
      <div id="next"><b>Also on the wire</b><br>
      {{related}}</div>
      <div id="legal">{{site}} may not be held liable for errors in this service.</div>
      </body>
      </html>
      """;

  @Override
  public String name() {
    return "english-wire";
  }

  @Override
  public Set<Piece.Shown> shows() {
    return EnumSet.of(Piece.Shown.TIME, Piece.Shown.SECTION);
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
            Map.entry("site", Html.escape(piece.outlet().name())),
            Map.entry(
                "section",
                Html.optional(
                    "<div class=\"breadcrumb\"><a href=\"/\">Home</a> &gt; <a href=\"/wire/\">",
                    piece.section(),
                    "</a></div>\n")),
            Map.entry("headline", Html.escape(piece.headline())),
            Map.entry(
                "time", piece.published() == null ? "" : TIME.format(piece.published()) + " GMT"),
            Map.entry("paragraphs", Html.paragraphs(piece, "", "<br><br>\n")),
            Map.entry("related", Html.links(dressing.related(), "", "<br>\n"))));
  }
}
