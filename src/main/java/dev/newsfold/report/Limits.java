package dev.newsfold.report;

/**
 * How much of a run the report shows; what it needs of memory follows from it, not from the run.
 *
 * @param pages how many stories, and how many articles, have a page of their own
 */
public record Limits(int pages) {
  /** Sites, and sources, that have a page; of sections, agencies and languages fewer. */
  static final int KEYS = 1000;

  /** Articles that the page of a site, a source or a day lists. */
  static final int LISTED = 100;

  /** Members of a story that its page lists. */
  static final int MEMBERS = 100;

  /** Rows of the lists of headlines, files, and rejections for one reason. */
  static final int ROWS = 200;

  /** Values of a dimension that are told apart; the others are counted together. */
  static final int VALUES = 200_000;

  /** Characters of a body that are kept to be compared. */
  static final int BODY = 20_000;

  public Limits {
    if (pages < 0) {
      throw new IllegalArgumentException("a negative number of pages: " + pages);
    }
  }
}
