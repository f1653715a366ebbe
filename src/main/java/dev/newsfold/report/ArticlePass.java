package dev.newsfold.report;

import dev.newsfold.records.Article;
import dev.newsfold.records.Precision;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;

/** The pass over articles: it keeps those that have a page, and whose times are not exact. */
final class ArticlePass {
  private final Set<String> withPage;
  private final Map<String, Article> kept = new HashMap<>();
  private final IdSet dayOnly = new IdSet();

  /**
   * Before the first article.
   *
   * @param withPage the ids of articles that have a page
   */
  ArticlePass(Set<String> withPage) {
    this.withPage = withPage;
  }

  void add(Article article) {
    if (article.getPublishedPrecision() == Precision.DAY) {
      dayOnly.add(article.getId());
    }
    if (withPage.contains(article.getId())) {
      kept.put(article.getId(), forItsPage(article));
    }
  }

  /** What a page shows of an article: another object, as others look at the one that was read. */
  private static Article forItsPage(Article article) {
    Article shown = new Article();
    for (Schema.Field field : article.getSchema().getFields()) {
      shown.put(field.pos(), article.get(field.pos()));
    }
    shown.setSketch(ByteBuffer.allocate(0));
    shown.setContents(List.of());
    shown.setBody(Html.shorten(article.getBody(), Limits.BODY));
    return shown;
  }

  /** Those that have a page, by id. */
  Map<String, Article> kept() {
    return Collections.unmodifiableMap(kept);
  }

  /** Ids of articles of which no more than the day is known; to be asked for when all are added. */
  IdSet dayOnly() {
    dayOnly.sort();
    return dayOnly;
  }
}
