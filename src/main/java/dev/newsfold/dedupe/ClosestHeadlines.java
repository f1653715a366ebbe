package dev.newsfold.dedupe;

/** The two headlines, or original headlines (原标题), of a pair that are closest to each other. */
record ClosestHeadlines(Headline one, Headline other) {
  static ClosestHeadlines of(Profile a, Profile b) {
    ClosestHeadlines best = new ClosestHeadlines(a.headline(), b.headline());
    if (a.original() != null) {
      best = best.orCloser(new ClosestHeadlines(a.original(), b.headline()));
    }
    if (b.original() != null) {
      best = best.orCloser(new ClosestHeadlines(a.headline(), b.original()));
    }
    if (a.original() != null && b.original() != null) {
      best = best.orCloser(new ClosestHeadlines(a.original(), b.original()));
    }
    return best;
  }

  boolean sameKey() {
    return one.key().equals(other.key());
  }

  private ClosestHeadlines orCloser(ClosestHeadlines next) {
    return !sameKey() && (next.sameKey() || next.one.jaccard(next.other) > one.jaccard(other))
        ? next
        : this;
  }
}
