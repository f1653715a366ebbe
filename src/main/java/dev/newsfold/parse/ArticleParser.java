package dev.newsfold.parse;

import dev.newsfold.records.Page;
import java.util.List;

/** Makes an article of a page's text. Immutable and without state: one instance serves a run. */
public final class ArticleParser {
  /** In this order, after the headline and the body are found. */
  private static final List<FieldRules> FIELD_RULES =
      List.of(new PublishTime(), new Provenance(), new Bylines(), new Datelines());

  private final ParseSettings settings;

  public ArticleParser(ParseSettings settings) {
    this.settings = settings;
  }

  Draft draft(Page page, boolean complete) {
    PageView view = PageReader.read(page, settings);
    Draft draft = new Draft(view, StructuredData.of(view), new Evidence(complete));
    for (FieldRules rules : FIELD_RULES) {
      rules.fill(draft);
    }
    return draft;
  }
}
