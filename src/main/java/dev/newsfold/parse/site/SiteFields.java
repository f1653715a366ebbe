package dev.newsfold.parse.site;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.draft.FieldRules;
import dev.newsfold.parse.page.Headline;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.PageView;
import dev.newsfold.parse.text.Text;
import dev.newsfold.parse.time.notation.StatedTime;
import dev.newsfold.parse.time.notation.TimeContext;
import dev.newsfold.parse.time.notation.TimeText;
import dev.newsfold.records.Article;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jspecify.annotations.Nullable;

/** Reads the fields that the site's own rule selects, over whatever the generic rules found. */
public final class SiteFields implements FieldRules {
  @Override
  public void fill(Draft draft) {
    Article article = draft.article();
    one(draft, SiteField.SECTION, article::setSection);
    one(draft, SiteField.SOURCE, article::setSource);
    one(draft, SiteField.TOPIC, article::setTopic);
    one(draft, SiteField.ORIGINAL_HEADLINE, article::setOriginalHeadline);
    all(draft, SiteField.AUTHORS, article::setAuthors);
    all(draft, SiteField.EDITOR, article::setEditor);
    publishedAt(draft);
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

  private static List<String> texts(Draft draft, SiteField field) {
    return select(draft.page(), field).stream()
        .map(
            element ->
                Text.squeeze(element.hasAttr("content") ? element.attr("content") : element.text()))
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private interface Setter<T> {
    void set(T value);
  }

  private static void one(Draft draft, SiteField field, Setter<String> setter) {
    List<String> texts = texts(draft, field);
    if (!texts.isEmpty()) {
      setter.set(texts.get(0));
      draft.evidence().won(field.field(), rule(field), texts.get(0));
    }
  }

  private static void all(Draft draft, SiteField field, Setter<List<String>> setter) {
    List<String> texts = texts(draft, field);
    if (!texts.isEmpty()) {
      setter.set(texts);
      draft.evidence().won(field.field(), rule(field), texts);
    }
  }

  private static void publishedAt(Draft draft) {
    Article article = draft.article();
    PageView page = draft.page();
    for (Element element : select(page, SiteField.PUBLISHED_AT)) {
      String stated =
          element.hasAttr("datetime")
              ? element.attr("datetime")
              : element.hasAttr("content") ? element.attr("content") : element.text();
      String language = article.getLanguage() == null ? "" : article.getLanguage();
      TimeContext context =
          TimeContext.of(language, article.getSite(), page.zone(), page.capturedAt());
      StatedTime time = TimeText.scanValue(stated, context).first();
      if (time == null) {
        continue;
      }
      Instant at = time.instant(page.zone());
      if (at.isAfter(page.latest())) {
        draft
            .evidence()
            .refused("publishedAt", rule(SiteField.PUBLISHED_AT), at, "after the capture");
        continue;
      }
      ZoneId zone = time.zone() == null ? page.zone() : time.zone();
      article.setPublishedAt(at);
      article.setPublishedZone(zone.getId());
      article.setPublishedPrecision(time.precision());
      draft.evidence().won("publishedAt", rule(SiteField.PUBLISHED_AT), stated);
      return;
    }
  }

  private static String rule(SiteField field) {
    return "site-rule:" + field.field();
  }
}
