package dev.newsfold.flow;

import dev.newsfold.dedupe.FoldMember;
import org.jspecify.annotations.Nullable;

/** What a shard of a stream's articles is told: of an article, or of a fact; one of the two. */
record Learnt(@Nullable FoldMember article, @Nullable String fact) {
  static Learnt of(FoldMember article) {
    return new Learnt(article, null);
  }

  static Learnt fact(String about) {
    return new Learnt(null, about);
  }
}
