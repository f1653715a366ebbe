package dev.newsfold.parse.page;

import dev.newsfold.parse.site.SiteField;
import dev.newsfold.parse.site.SiteRule;
import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jspecify.annotations.Nullable;

/** Reads the fields that the site's own rule selects, over whatever the generic rules found. */
public final class SiteFields {
  private SiteFields() {}

  /** The first text that the site's rule selects for a field; null if it selects none. */
  public static @Nullable String one(PageView page, SiteField field) {
    List<String> texts = all(page, field);
    return texts.isEmpty() ? null : texts.get(0);
  }

  /** The headline that the site's rule selects; null if it selects none. */
  public static @Nullable Headline headline(PageView page) {
    List<Element> selected = select(page, SiteField.HEADLINE);
    if (selected.isEmpty()) {
      return null;
    }
    String text = Text.squeeze(selected.get(0).text());
    List<Line> lines = linesIn(page, selected.subList(0, 1));
    return text.isEmpty() ? null : new Headline(text, lines.isEmpty() ? null : lines.get(0));
  }

  /** The lines within the elements that the site's rule selects as the body. */
  public static List<Line> body(PageView page) {
    return linesIn(page, select(page, SiteField.BODY));
  }

  private static List<Line> linesIn(PageView page, List<Element> elements) {
    if (elements.isEmpty()) {
      return List.of();
    }
    Set<Element> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
    wanted.addAll(elements);
    List<Line> lines = new ArrayList<>();
    for (Line line : page.lines()) {
      boolean inside = line.spans().stream().anyMatch(span -> wanted.contains(span.element()));
      for (Element e = line.block().element(); e != null && !inside; e = e.parent()) {
        inside = wanted.contains(e);
      }
      if (inside) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static List<Element> select(PageView page, SiteField field) {
    SiteRule rule = page.siteRule();
    Evaluator selector = rule == null ? null : rule.select().get(field);
    return selector == null ? List.of() : page.document().select(selector);
  }

  /** All texts that the site's rule selects for a field, in order. */
  public static List<String> all(PageView page, SiteField field) {
    return select(page, field).stream()
        .map(
            element ->
                Text.squeeze(element.hasAttr("content") ? element.attr("content") : element.text()))
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** How the elements that the site's rule selects as its time state it. */
  public static List<String> times(PageView page) {
    return select(page, SiteField.PUBLISHED_AT).stream()
        .map(
            element ->
                element.hasAttr("datetime")
                    ? element.attr("datetime")
                    : element.hasAttr("content") ? element.attr("content") : element.text())
        .toList();
  }
}
