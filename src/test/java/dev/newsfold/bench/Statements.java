package dev.newsfold.bench;

import dev.newsfold.parse.page.PageView;
import dev.newsfold.parse.structured.StructuredData;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page states of its article for machines, field by field, and the page without that. All
 * else stays: class names, addresses, and the language of the root element.
 */
final class Statements {
  private static final List<String> ATTRIBUTES =
      List.of("itemprop", "itemtype", "itemscope", "itemid", "property", "typeof");

  private Statements() {}

  /** Field to the values that the page states for it; fields of which it states none are absent. */
  static Map<String, Set<String>> of(PageView page) {
    StructuredData data = StructuredData.of(page.title(), page.meta(), page.jsonLd(), page.items());
    Map<String, Set<String>> stated = new LinkedHashMap<>();
    put(stated, "headline", data.values("headline"), page.meta().all("og:title"));
    put(
        stated,
        "publishedAt",
        data.values("datePublished"),
        page.meta().all("article:published_time"));
    put(
        stated,
        "modifiedAt",
        data.values("dateModified"),
        page.meta().all("article:modified_time"));
    put(
        stated,
        "authors",
        data.agents("author").stream()
            .filter(agent -> !agent.organization())
            .map(StructuredData.Agent::name)
            .toList(),
        page.meta().all("author"));
    put(stated, "section", data.values("articleSection"), page.meta().all("article:section"));
    List<String> path = data.breadcrumb();
    put(stated, "breadcrumb", path.isEmpty() ? path : List.of(String.join(" > ", path)), List.of());
    put(
        stated,
        "publisher",
        page.meta().all("og:site_name"),
        data.agents("publisher").stream().map(StructuredData.Agent::name).toList());
    put(stated, "source", page.meta().all("source"), List.of());
    put(stated, "language", data.values("inLanguage"), page.meta().all("og:locale"));
    put(
        stated,
        "body",
        data.values("articleBody").stream().filter(body -> body.length() >= 400).toList(),
        List.of());
    return stated;
  }

  /** The first list that is not empty: what is stated better hides what is stated worse. */
  private static void put(
      Map<String, Set<String>> stated, String field, List<String> best, List<String> next) {
    Set<String> values =
        (best.isEmpty() ? next : best)
            .stream()
                .filter(value -> !value.isBlank())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    if (!values.isEmpty()) {
      stated.put(field, values);
    }
  }

  /** The page as {@code html} with all that it states for machines taken out. */
  static String hidden(String html) {
    Document document = Jsoup.parse(html);
    document.outputSettings().prettyPrint(false);
    document.select("meta, script").remove();
    for (Element element : document.getAllElements()) {
      ATTRIBUTES.forEach(element::removeAttr);
    }
    return document.outerHtml();
  }
}
