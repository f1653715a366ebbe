package dev.newsfold.flow;

import dev.newsfold.dedupe.Verified;
import org.jspecify.annotations.Nullable;

/** What an article that was compared is told: itself, or the component it is in; one of the two. */
record ComponentPart(@Nullable Verified article, @Nullable String component) {
  static ComponentPart of(Verified article) {
    return new ComponentPart(article, null);
  }

  static ComponentPart component(String label) {
    return new ComponentPart(null, label);
  }
}
