package dev.newsfold.sample;

import dev.newsfold.records.Precision;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** An HTML5 site with JSON-LD, OpenGraph and a time element. */
final class LinkedData implements Design {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

  private static final DateTimeFormatter VISIBLE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="{{lang}}">
      <head>
      {{charset}}<meta name="viewport" content="width=device-width, initial-scale=1">
      <title>{{title}}</title>
      {{canonical}}{{summary}}{{og}}<script type="application/ld+json">
      {"@context":"https://schema.org","@graph":[
      {"@type":"Organization","@id":"http://{{host}}/#org","name":{{siteJson}}},
      {"@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","position":1,"name":{{homeJson}},"item":"http://{{host}}/"}{{crumbJson}}]},
      {"@type":"NewsArticle","mainEntityOfPage":"{{url}}","headline":{{headlineJson}}{{timeJson}}{{sectionJson}}{{authorJson}},"publisher":{"@id":"http://{{host}}/#org"}}
      ]}
      </script>
      </head>
      <body>
      <header><a class="logo" href="/">{{site}}</a><nav><a href="/latest">{{home}}</a></nav></header>
      <main>
      <article>
      {{crumb}}<h1>{{headline}}</h1>
      <div class="meta">{{time}}{{byline}}{{source}}</div>
      <div class="article-body">
      {{paragraphs}}</div>
      </article>
      <aside><ul>
      {{related}}</ul></aside>
      </main>
      <footer><p>&copy; {{site}}</p></footer>
      </body>
      </html>
      """;

  @Override
  public String name() {
    return "linked-data";
  }

  @Override
  public Set<Piece.Shown> shows() {
    return EnumSet.of(
        Piece.Shown.TIME,
        Piece.Shown.SECTION,
        Piece.Shown.SOURCE,
        Piece.Shown.BYLINE,
        Piece.Shown.SUMMARY);
  }

  @Override
  public Precision precision() {
    return Precision.SECOND;
  }

  @Override
  public String render(Piece piece, Dressing dressing) {
    boolean english = piece.outlet().language() == Language.ENGLISH;
    return Html.fill(
        PAGE,
        Map.ofEntries(
            Map.entry("lang", piece.outlet().language().tag()),
            Map.entry("charset", Html.charset(dressing.charsetLabel())),
            Map.entry("title", Html.escape(piece.outlet().title(piece))),
            Map.entry("canonical", Html.canonical(piece)),
            Map.entry("summary", Html.meta("description", piece.summary())),
            Map.entry(
                "og",
                Html.property("og:type", "article") + Html.property("og:title", piece.headline())),
            Map.entry("host", piece.outlet().host()),
            Map.entry("siteJson", Html.json(piece.outlet().name())),
            Map.entry("url", piece.url()),
            Map.entry("homeJson", Html.json(piece.outlet().language().home())),
            Map.entry("home", piece.outlet().language().home()),
            Map.entry("crumbJson", crumb(piece)),
            Map.entry("headlineJson", Html.json(piece.headline())),
            Map.entry(
                "timeJson",
                piece.published() == null
                    ? ""
                    : ",\"datePublished\":\"" + TIME.format(piece.published()) + "\""),
            Map.entry(
                "sectionJson",
                piece.section() == null ? "" : ",\"articleSection\":" + Html.json(piece.section())),
            Map.entry("authorJson", authors(piece)),
            Map.entry("site", Html.escape(piece.outlet().name())),
            Map.entry(
                "crumb",
                Html.optional(
                    "<nav class=\"breadcrumb\"><a href=\"/\">"
                        + piece.outlet().language().home()
                        + "</a> <a href=\"/section\">",
                    piece.section(),
                    "</a></nav>\n")),
            Map.entry("headline", Html.escape(piece.headline())),
            Map.entry(
                "time",
                piece.published() == null
                    ? ""
                    : "<time datetime=\""
                        + TIME.format(piece.published())
                        + "\">"
                        + VISIBLE.format(piece.published())
                        + "</time>"),
            Map.entry(
                "byline",
                Html.optional(
                    " <span class=\"byline\" rel=\"author\">",
                    piece.byline(),
                    english ? ", " : "、",
                    "</span>")),
            Map.entry(
                "source",
                Html.optional(
                    " <span class=\"source\">" + (english ? "Source: " : "来源："),
                    piece.source(),
                    "</span>")),
            Map.entry("paragraphs", Html.paragraphs(piece, "<p>", "</p>\n")),
            Map.entry("related", Html.links(dressing.related(), "<li>", "</li>\n"))));
  }

  private static String crumb(Piece piece) {
    return piece.section() == null
        ? ""
        : ",{\"@type\":\"ListItem\",\"position\":2,\"name\":" + Html.json(piece.section()) + "}";
  }

  private static String authors(Piece piece) {
    if (piece.byline().isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder(",\"author\":[");
    for (String name : piece.byline()) {
      out.append(out.charAt(out.length() - 1) == '[' ? "" : ",")
          .append("{\"@type\":\"Person\",\"name\":")
          .append(Html.json(name))
          .append('}');
    }
    return out.append(']').toString();
  }
}
