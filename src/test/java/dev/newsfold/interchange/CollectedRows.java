package dev.newsfold.interchange;

import dev.newsfold.records.Article;
import dev.newsfold.records.Rejection;
import java.util.List;

/** Adds what a reader of rows finds to two lists. */
public record CollectedRows(List<Article> articles, List<Rejection> rejections)
    implements RowOutput {
  @Override
  public void article(Article article) {
    articles.add(article);
  }

  @Override
  public void reject(Rejection rejection) {
    rejections.add(rejection);
  }
}
