package dev.newsfold.parse;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the page says of itself for machines: JSON-LD, microdata and RDFa in the words of
 * schema.org, read leniently; of several items the article about this page comes first.
 */
final class StructuredData {
  /**
   * A value with the rule that read it.
   *
   * @param rule e.g. {@code json-ld:headline} or {@code microdata:datePublished}
   */
  record Finding(String rule, String value) {}

  private StructuredData() {}

  static StructuredData of(PageView page) {
    return new StructuredData();
  }

  /**
   * All values of a schema.org property of the page's article, as text (of an object its name, or
   * its url), best first: {@code headline}, {@code articleBody}, {@code articleSection}, {@code
   * datePublished}, {@code author}, {@code image}, {@code keywords}, {@code url}, ….
   */
  List<Finding> all(String property) {
    return List.of();
  }

  /** The best value of a property; null if there is none. */
  @Nullable String first(String property) {
    List<Finding> all = all(property);
    return all.isEmpty() ? null : all.get(0).value();
  }

  /** The schema.org types that the page claims for its items: NewsArticle, WebSite, …. */
  Set<String> types() {
    return Set.of();
  }

  /** Names that the page gives its site or publisher. */
  List<String> siteNames() {
    return List.of();
  }

  /** The names of a BreadcrumbList in order; empty if there is none. */
  List<String> breadcrumb() {
    return List.of();
  }
}
