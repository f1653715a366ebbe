package dev.newsfold.parse.draft;

import dev.newsfold.parse.page.Headline;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.PageView;
import dev.newsfold.parse.page.Regions;
import dev.newsfold.parse.structured.StructuredData;
import dev.newsfold.records.Article;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An article in the making: the page, what is known of it so far, and the record being filled. The
 * headline and the body are found first; the field rules may look at both.
 */
public final class Draft {
  private final PageView page;
  private final StructuredData data;
  private final Evidence evidence;
  private final Article article = new Article();
  private Headline headline = Headline.NONE;
  private List<Line> body = List.of();
  private @Nullable Regions margins;
  private final Map<Class<?>, Object> readings = new HashMap<>();

  public Draft(PageView page, StructuredData data, Evidence evidence) {
    this.page = page;
    this.data = data;
    this.evidence = evidence;
  }

  public PageView page() {
    return page;
  }

  public StructuredData data() {
    return data;
  }

  public Evidence evidence() {
    return evidence;
  }

  /** The record; each field rule sets its own fields. */
  public Article article() {
    return article;
  }

  public Headline headline() {
    return headline;
  }

  public void headline(Headline headline) {
    this.headline = headline;
    margins = null;
  }

  /** The lines of the body in document order, furniture already dropped; empty if none. */
  public List<Line> body() {
    return body;
  }

  public void body(List<Line> body) {
    this.body = body;
    margins = null;
  }

  /** What stands around the headline and the body. */
  public Regions margins() {
    if (margins == null) {
      margins = Regions.of(page, headline, body);
    }
    return margins;
  }

  /**
   * What several rules of a field read in common, read once: the first call makes it. Ask for it
   * only once the headline and the body that it looks at are settled.
   */
  public <T> T reading(Class<T> type, Function<Draft, T> make) {
    Object known = readings.get(type);
    if (known == null) {
      known = make.apply(this);
      readings.put(type, known);
    }
    return type.cast(known);
  }

  /** First line of the body; null if there is no body. */
  public @Nullable Line firstBodyLine() {
    return body.isEmpty() ? null : body.get(0);
  }

  /** Last line of the body; null if there is no body. */
  public @Nullable Line lastBodyLine() {
    return body.isEmpty() ? null : body.get(body.size() - 1);
  }
}
