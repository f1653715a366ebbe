package dev.newsfold.interchange;

import dev.newsfold.records.Article;
import dev.newsfold.records.Rejection;

/** Where a {@link RowReader} puts what it finds in a file: each row goes to one of them. */
public interface RowOutput {
  /** A row that can be folded. */
  void article(Article article);

  /** A row, or a stretch of the file, that cannot. */
  void reject(Rejection rejection);
}
