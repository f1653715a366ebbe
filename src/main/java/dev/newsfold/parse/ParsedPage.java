package dev.newsfold.parse;

import dev.newsfold.records.Article;
import dev.newsfold.records.HeadlineSighting;
import java.util.List;

/**
 * A page that holds an article.
 *
 * @param article the record; captures is 1, sketch empty, storyId null
 * @param sightings headlines of other articles listed on the page, in document order
 */
public record ParsedPage(Article article, List<HeadlineSighting> sightings) {}
