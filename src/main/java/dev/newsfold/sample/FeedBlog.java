package dev.newsfold.sample;

import dev.newsfold.records.Precision;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A blog fed from a feed: microformat classes, a spelt-out date, tags, comments under the post. */
final class FeedBlog implements Design {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy", Locale.ENGLISH);

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      {{charset}}<title>{{title}}</title>
      {{canonical}}<link rel="alternate" type="application/rss+xml" href="/feed.xml">
      </head>
      <body class="post-template">
      <div class="site-title"><a href="/">{{site}}</a></div>
      <article class="post hentry">
      <h1 class="entry-title">{{headline}}</h1>
      <div class="entry-meta">{{time}}{{byline}}{{category}}</div>
      <div class="entry-content">
      {{paragraphs}}</div>
      </article>
      <div class="comments"><h3>Comments</h3><p class="comment">Thanks for this, following with interest.</p></div>
      <div class="widget"><h3>Recent posts</h3><ul>
      {{related}}</ul></div>
      <div class="site-footer">Powered by a small engine</div>
      </body>
      </html>
      """;

  @Override
  public String name() {
    return "feed-blog";
  }

  @Override
  public Set<Piece.Shown> shows() {
    return EnumSet.of(Piece.Shown.TIME, Piece.Shown.SECTION, Piece.Shown.BYLINE);
  }

  @Override
  public Precision precision() {
    return Precision.DAY;
  }

  @Override
  public String render(Piece piece, Dressing dressing) {
    return Html.fill(
        PAGE,
        Map.ofEntries(
            Map.entry("charset", Html.charset(dressing.charsetLabel())),
            Map.entry("title", Html.escape(piece.outlet().title(piece))),
            Map.entry("canonical", Html.canonical(piece)),
            Map.entry("site", Html.escape(piece.outlet().name())),
            Map.entry("headline", Html.escape(piece.headline())),
            Map.entry(
                "time",
                piece.published() == null
                    ? ""
                    : "<span class=\"published\">" + TIME.format(piece.published()) + "</span>"),
            Map.entry(
                "byline",
                Html.optional(
                    " by <span class=\"author vcard\">", piece.byline(), " and ", "</span>")),
            Map.entry(
                "category",
                Html.optional(
                    " in <a rel=\"category tag\" href=\"/cat\">", piece.section(), "</a>")),
            Map.entry("paragraphs", Html.paragraphs(piece, "<p>", "</p>\n")),
            Map.entry("related", Html.links(dressing.related(), "<li>", "</li>\n"))));
  }
}
