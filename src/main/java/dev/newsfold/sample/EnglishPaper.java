package dev.newsfold.sample;

import dev.newsfold.records.Precision;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An English newspaper: byline, printed date, JSON-LD of one object, a newsletter box inside the
 * text.
 */
final class EnglishPaper implements Design {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MMMM d, yyyy, h:mm a", Locale.ENGLISH);

  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mmxxx", Locale.ROOT);

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      {{charset}}<title>{{title}}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      {{canonical}}{{summary}}{{og}}{{author}}<script type="application/ld+json">{"@context":"http://schema.org","@type":"NewsArticle","headline":{{headlineJson}}{{timeJson}},"publisher":{"@type":"Organization","name":{{siteJson}}}}</script>
      </head>
      <body class="story">
      <header class="masthead"><a href="/">{{site}}</a>
      <ul class="nav"><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li><li><a href="/opinion">Opinion</a></li><li><a href="/subscribe">Subscribe</a></li></ul></header>
      <article class="story">
      {{kicker}}<h1 class="headline">{{headline}}</h1>
      <p class="byline">{{byline}}</p>
      <p class="dateline">{{time}}</p>
      <section class="story-body">
      {{paragraphs}}<aside class="newsletter"><p>Sign up for our morning newsletter</p></aside>
      </section>
      </article>
      <section class="more"><h2>Most read</h2><ol>
      {{related}}</ol></section>
      <footer><p>Copyright {{site}}. All rights reserved.</p></footer>
      </body>
      </html>
      """;

  @Override
  public String name() {
    return "english-paper";
  }

  @Override
  public Set<Piece.Shown> shows() {
    return EnumSet.of(
        Piece.Shown.TIME, Piece.Shown.SECTION, Piece.Shown.BYLINE, Piece.Shown.SUMMARY);
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
            Map.entry("charset", Html.charset(dressing.charsetLabel())),
            Map.entry("title", Html.escape(piece.outlet().title(piece))),
            Map.entry("canonical", Html.canonical(piece)),
            Map.entry("summary", Html.meta("description", piece.summary())),
            Map.entry(
                "og",
                Html.property("og:type", "article")
                    + Html.property("og:title", piece.headline())
                    + Html.property("og:url", piece.url())
                    + Html.property("article:section", piece.section())),
            Map.entry(
                "author",
                piece.byline().isEmpty()
                    ? ""
                    : Html.meta("author", String.join(", ", piece.byline()))),
            Map.entry("headlineJson", Html.json(piece.headline())),
            Map.entry(
                "timeJson",
                piece.published() == null
                    ? ""
                    : ",\"datePublished\":\"" + ISO.format(piece.published()) + "\""),
            Map.entry("siteJson", Html.json(piece.outlet().name())),
            Map.entry("site", Html.escape(piece.outlet().name())),
            Map.entry(
                "kicker",
                Html.optional(
                    "<p class=\"section\"><a href=\"/section\">", piece.section(), "</a></p>\n")),
            Map.entry("headline", Html.escape(piece.headline())),
            Map.entry("byline", Html.optional("By ", piece.byline(), " and ", "")),
            Map.entry(
                "time",
                piece.published() == null ? "" : "Published " + TIME.format(piece.published())),
            Map.entry("paragraphs", Html.paragraphs(piece, "<p>", "</p>\n")),
            Map.entry("related", Html.links(dressing.related(), "<li>", "</li>\n"))));
  }
}
