package dev.newsfold.parse;

import dev.newsfold.records.Page;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

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
    draft.headline(Headlines.find(draft));
    Passages passages = new Passages(view);
    BitSet found = new BodyFinder(passages, draft.headline()).find();
    List<Inspection.Dropped> dropped = new ArrayList<>();
    draft.body(
        new BodyCleaner(
                passages,
                draft.headline(),
                (line, why) -> dropped.add(new Inspection.Dropped(line.text(), why)))
            .clean(found));
    draft.article().setHeadline(draft.headline().text());
    draft
        .article()
        .setBody(draft.body().stream().map(Line::text).collect(Collectors.joining("\n")));
    for (FieldRules rules : FIELD_RULES) {
      rules.fill(draft);
    }
    return draft;
  }
}
