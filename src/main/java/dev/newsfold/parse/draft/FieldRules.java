package dev.newsfold.parse.draft;

import dev.newsfold.parse.ArticleParser;
import dev.newsfold.parse.page.PageView;

/**
 * Fills some fields of a draft from the page. Called once a page, after the headline and the body
 * are known, in the order that {@link ArticleParser} lists. Implementations keep no state, read
 * whatever {@link PageView} offers, set only their own fields of {@link Draft#article()} and tell
 * {@link Draft#evidence()} which rule won. They never throw, whatever the page holds.
 */
public interface FieldRules {
  void fill(Draft draft);
}
