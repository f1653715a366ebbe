package dev.newsfold.parse.page;

import dev.newsfold.parse.site.SiteRule;
import dev.newsfold.parse.structured.Meta;
import dev.newsfold.records.Page;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What the rules look at: a page walked once.
 *
 * @param page the page's facts: address, capture time, charset
 * @param zone the zone in which a time without zone is read unless the page tells better
 * @param asOf no page is newer than this, where the capture time is unknown
 * @param document the tree, for the few rules that need more than the rest of this record
 * @param meta meta and link tags
 * @param title the text of {@code <title>}, squeezed; empty if there is none
 * @param htmlLang the {@code lang} of the root element; empty if there is none
 * @param jsonLd the raw texts of {@code <script type="application/ld+json">}
 * @param scripts the raw texts of other inline scripts, bounded in number and length
 * @param items elements that carry itemprop, itemscope, property or typeof; and {@code <time>}s
 * @param logos pictures of names, such as the site's own
 * @param blocks block-level elements in document order; the first is the body
 * @param lines the visible text in document order
 * @param siteRule the rule for this site at the time of the capture; null if there is none
 * @param byScript true if its text is one that only a script would show
 */
public record PageView(
    Page page,
    ZoneId zone,
    Instant asOf,
    Document document,
    Meta meta,
    String title,
    String htmlLang,
    List<String> jsonLd,
    List<String> scripts,
    List<Element> items,
    List<Logo> logos,
    List<Block> blocks,
    List<Line> lines,
    @Nullable SiteRule siteRule,
    boolean byScript) {

  /** The address of the capture, whatever its evidence; null if only the page itself can tell. */
  public @Nullable String url() {
    return page.getUrl();
  }

  /** When the page was captured; null if nobody knows. */
  public @Nullable Instant capturedAt() {
    return page.getCapturedAt();
  }

  /** No time on the page can honestly lie after this one. */
  public Instant latest() {
    Instant captured = capturedAt();
    return captured == null ? asOf : captured;
  }

  /** The line before or after another one, by distance; null beyond the ends. */
  public @Nullable Line line(int index) {
    return index < 0 || index >= lines.size() ? null : lines.get(index);
  }
}
