package dev.newsfold.parse;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.section.Sightings;
import dev.newsfold.records.Article;
import dev.newsfold.records.HeadlineSighting;
import java.util.List;

/** A page that holds an article. */
public final class ParsedPage {
  private final Draft draft;

  ParsedPage(Draft draft) {
    this.draft = draft;
  }

  /** The record; captures is 1, sketch empty, storyId null. */
  public Article article() {
    return draft.article();
  }

  /** Headlines of other articles listed on the page, in document order; read when asked for. */
  public List<HeadlineSighting> sightings() {
    return Sightings.find(draft);
  }
}
