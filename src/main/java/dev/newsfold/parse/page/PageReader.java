package dev.newsfold.parse.page;

import dev.newsfold.parse.page.markup.MarkupTrim;
import dev.newsfold.parse.page.markup.ScriptTexts;
import dev.newsfold.parse.site.SiteRule;
import dev.newsfold.parse.site.SiteRules;
import dev.newsfold.records.Page;
import java.io.Reader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page: its tree is made with what the rules for its site leave out, and walked once, or a
 * second time as a browser without scripts shows it where next to nothing is shown otherwise.
 */
public final class PageReader {
  /** A page that shows less than this may keep its text for browsers without scripts. */
  private static final int LITTLE_TEXT = 60;

  /** The same, if it shows few sentences, and those for such browsers are many more. */
  private static final int LITTLE_PROSE = 150;

  private static final int MUCH_PROSE = 200;

  private PageReader() {}

  /**
   * Parses and walks a page. Depth is bounded by jsoup (512 open elements).
   *
   * @param zone of times whose page tells none, where no rule of its site does
   * @param asOf no time lies after this one, where a capture does not say when it was made
   * @param rules for single sites
   */
  public static PageView read(Page page, ZoneId zone, Instant asOf, SiteRules rules) {
    ScriptTexts scripts = new ScriptTexts();
    Document document = parse(page, rules.isEmpty(), scripts);
    SiteRule rule = ruleFor(page, document, zone, rules);
    if (rule != null) {
      rule.drop().forEach(drop -> document.select(drop).remove());
    }
    PageWalk walk = PageWalk.over(document, scripts);
    if (walk.hasNoscript() && walk.sentences() < LITTLE_PROSE) {
      PageWalk without = PageWalk.withoutScripts(document, scripts);
      boolean more = without.sentences() >= walk.sentences() + MUCH_PROSE;
      walk = more || walk.weight() < LITTLE_TEXT ? without : walk;
    }
    return view(
        page,
        rule == null || rule.zone() == null ? zone : rule.zone(),
        asOf,
        document,
        walk,
        rule,
        false);
  }

  /** The page as it looks once its script has shown a text, which stands below all else. */
  public static PageView showing(PageView page, String text) {
    Document document = page.document();
    Element article = document.body().appendElement("article");
    text.lines().forEach(line -> article.appendElement("p").text(line));
    return view(
        page.page(),
        page.zone(),
        page.asOf(),
        document,
        PageWalk.over(document, new ScriptTexts()), // all are back in their places
        page.siteRule(),
        true);
  }

  private static PageView view(
      Page page,
      ZoneId zone,
      Instant asOf,
      Document document,
      PageWalk walk,
      @Nullable SiteRule rule,
      boolean byScript) {
    return new PageView(
        page,
        zone,
        asOf,
        document,
        walk.metadata().meta(),
        walk.metadata().title(),
        langOf(document),
        walk.metadata().jsonLd(),
        walk.metadata().scripts(),
        walk.metadata().items(),
        walk.metadata().logos(),
        walk.blocks(),
        walk.lines(),
        rule,
        byScript);
  }

  /**
   * The page's tree.
   *
   * @param trims whether to leave out what no rule reads; selectors of a site's rule may ask for it
   * @param scripts takes the texts of scripts that are left out
   */
  private static Document parse(Page page, boolean trims, ScriptTexts scripts) {
    String url = page.getUrl();
    String text = page.getText();
    Reader markup = trims ? MarkupTrim.trim(text, scripts) : MarkupTrim.bound(text);
    return Parser.htmlParser().parseInput(markup, url == null ? "" : url);
  }

  /**
   * A page is known by its address or by the one it names; a folder of files has only the latter.
   */
  private static @Nullable SiteRule ruleFor(
      Page page, Document document, ZoneId zone, SiteRules rules) {
    if (rules.isEmpty()) {
      return null;
    }
    List<String> addresses = new ArrayList<>();
    if (page.getUrl() != null) {
      addresses.add(page.getUrl());
    }
    addresses.addAll(document.select("link[rel=canonical]").eachAttr("href"));
    addresses.addAll(document.select("meta[property=og:url]").eachAttr("content"));
    Instant captured = page.getCapturedAt();
    return rules.find(addresses, captured == null ? null : captured.atZone(zone).toLocalDate());
  }

  private static String langOf(Document document) {
    Element html = document.firstElementChild();
    if (html == null) {
      return "";
    }
    String lang = html.attr("lang").trim();
    return lang.isEmpty() ? html.attr("xml:lang").trim() : lang;
  }
}
