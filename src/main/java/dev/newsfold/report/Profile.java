package dev.newsfold.report;

import org.jspecify.annotations.Nullable;

/** How a site stands in copying. */
final class Profile {
  private long articles;
  private long alone;
  private long original;
  private long given;
  private long raced;
  private long first;
  private final Lags lags = new Lags();

  /**
   * Counts an article of the site.
   *
   * @param aloneInStory whether no other article tells its story
   * @param canonical whether it is the canonical of its story
   */
  void told(boolean aloneInStory, boolean canonical) {
    articles++;
    if (aloneInStory) {
      alone++;
    } else if (canonical) {
      original++;
    }
  }

  /** Counts a copy that the site took. */
  void took(@Nullable Long lag) {
    lags.add(lag);
  }

  /** Counts a copy that was taken from the site. */
  void gave() {
    given++;
  }

  /** Counts a story that it and another site have at times known to the minute. */
  void raced(boolean wasFirst) {
    raced++;
    if (wasFirst) {
      first++;
    }
  }

  long articles() {
    return articles;
  }

  /** Articles whose story nobody else tells. */
  long alone() {
    return alone;
  }

  /** Articles that are the canonical of a story of more than one. */
  long original() {
    return original;
  }

  /** Articles that were taken from elsewhere. */
  long taken() {
    return lags.dated() + lags.undated();
  }

  /** Articles elsewhere that were taken from here. */
  long given() {
    return given;
  }

  /** Of the stories that it and another site have at known times, the part where it was first. */
  @Nullable Double firstMover() {
    return raced == 0 ? null : (double) first / raced;
  }

  /** Stories that the first-mover share is of. */
  long races() {
    return raced;
  }

  Lags lags() {
    return lags;
  }
}
