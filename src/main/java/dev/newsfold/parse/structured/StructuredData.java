package dev.newsfold.parse.structured;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What the page says of itself for machines: JSON-LD, microdata and RDFa in the words of
 * schema.org, read leniently; of several items the article about this page comes first.
 */
public final class StructuredData {
  /**
   * A value with the rule that read it.
   *
   * @param rule e.g. {@code json-ld:headline} or {@code microdata:datePublished}
   */
  public record Finding(String rule, String value) {}

  /**
   * Somebody that the page names for a role.
   *
   * @param organization true if the page says that it is no person
   */
  public record Agent(String rule, String name, boolean organization) {}

  private static final Set<String> ORGANIZATION_SUFFIXES =
      Set.of("Organization", "Corporation", "WebSite", "Brand");

  private final List<Item> articles;
  private final Set<String> types = new LinkedHashSet<>();
  private final List<String> siteNames = new ArrayList<>();
  private final List<String> webSites = new ArrayList<>();
  private List<String> breadcrumb = List.of();

  private StructuredData(List<Item> items, String title, Meta meta) {
    this.articles = ArticleItems.of(items, title);
    for (Item item : items) {
      types.addAll(item.types);
      String name = item.isA("WebSite") ? item.text("name") : null;
      if (name != null) {
        webSites.add(name);
      }
      if (breadcrumb.isEmpty() && item.isA("BreadcrumbList")) {
        breadcrumb = names(item);
      }
    }
    nameSite(items, meta);
  }

  /**
   * Reads what a page tells machines.
   *
   * @param title the page's title, by which its own items are told from those of teasers
   * @param jsonLd the texts of its JSON-LD scripts
   * @param marked its elements with itemprop, itemscope, property or typeof
   */
  public static StructuredData of(
      String title, Meta meta, List<String> jsonLd, List<Element> marked) {
    List<Item> items = new ArrayList<>(JsonLd.items(jsonLd));
    items.addAll(MarkupItems.items(marked));
    return new StructuredData(items, title, meta);
  }

  /**
   * All values of a schema.org property of the page's article, as text (of an object its name, or
   * its url), best first: {@code headline}, {@code articleBody}, {@code articleSection}, {@code
   * datePublished}, {@code author}, {@code image}, {@code keywords}, {@code url}, ….
   */
  public List<Finding> all(String property) {
    List<Finding> findings = new ArrayList<>();
    for (Item article : articles) {
      String rule = article.syntax + ':' + property;
      for (String text : article.texts(property)) {
        findings.add(new Finding(rule, text));
      }
    }
    return findings;
  }

  /** The values alone of {@link #all}. */
  public List<String> values(String property) {
    return all(property).stream().map(Finding::value).toList();
  }

  /** The best value of a property; null if there is none. */
  public @Nullable String first(String property) {
    List<Finding> all = all(property);
    return all.isEmpty() ? null : all.get(0).value();
  }

  /** Who holds a role such as {@code author} or {@code editor}, of the best item that says so. */
  public List<Agent> agents(String role) {
    for (Item article : articles) {
      List<Agent> agents = new ArrayList<>();
      List<Object> values = article.values(role);
      // Outside of any item, the first is the article's; those further down are of teasers.
      for (Object value :
          article.types.isEmpty() && values.size() > 1 ? values.subList(0, 1) : values) {
        String name = value instanceof Item item ? agentName(item) : Item.textOf(value);
        if (name != null) {
          agents.add(new Agent(article.syntax + ':' + role, name, isOrganization(value)));
        }
      }
      if (!agents.isEmpty()) {
        return agents;
      }
    }
    return List.of();
  }

  /** The schema.org types that the page claims for its items: NewsArticle, WebSite, …. */
  public Set<String> types() {
    return types;
  }

  /** Names that the page gives its site or publisher. */
  public List<String> siteNames() {
    return siteNames;
  }

  /** Names of the items that are the site itself. */
  public List<String> webSites() {
    return webSites;
  }

  /** The names of a BreadcrumbList in order; empty if there is none. */
  public List<String> breadcrumb() {
    return breadcrumb;
  }

  private static @Nullable String agentName(Item item) {
    String name = item.text("name");
    if (name != null) {
      return name;
    }
    String given = item.text("givenName");
    String family = item.text("familyName");
    if (given != null && family != null) {
      return given + ' ' + family;
    }
    return item.text("@text");
  }

  private static boolean isOrganization(Object value) {
    return value instanceof Item item && ORGANIZATION_SUFFIXES.stream().anyMatch(item::isA);
  }

  private static List<String> names(Item breadcrumbs) {
    record Step(String name, int position) {}
    List<Step> steps = new ArrayList<>();
    for (Object value : breadcrumbs.values("itemListElement")) {
      if (value instanceof Item step) {
        String name = step.text("name");
        if (name == null || name.startsWith("http")) {
          name = step.text("item");
        }
        if (name != null && !name.startsWith("http")) {
          steps.add(new Step(name, position(step, steps.size())));
        }
      }
    }
    steps.sort(Comparator.comparingInt(Step::position));
    return steps.stream().map(Step::name).toList();
  }

  private static int position(Item step, int order) {
    String text = step.text("position");
    return text != null && text.matches("\\d{1,4}") ? Integer.parseInt(text) : order;
  }

  private void nameSite(List<Item> items, Meta meta) {
    Set<String> names = new LinkedHashSet<>();
    addIfPresent(names, meta.first("og:site_name"));
    for (Item article : articles) {
      for (String role : List.of("publisher", "sourceOrganization", "provider", "isPartOf")) {
        for (Object value : article.values(role)) {
          addIfPresent(names, value instanceof Item item ? item.text("name") : null);
        }
      }
    }
    for (Item item : items) {
      if (item.isA("WebSite") || item.isA("Organization")) {
        addIfPresent(names, item.text("name"));
        addIfPresent(names, item.text("alternateName"));
      }
    }
    addIfPresent(names, meta.first("application-name"));
    siteNames.addAll(names);
  }

  private static void addIfPresent(Set<String> names, @Nullable String name) {
    if (name != null && !name.isEmpty() && !name.startsWith("http")) {
      names.add(name);
    }
  }
}
