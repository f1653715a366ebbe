package dev.newsfold.dedupe;

/**
 * The form in which two headlines are the same: folded letters and digits, without the marks,
 * labels and site names that portals add.
 */
public final class HeadlineKey {
  private static final int PASSES = 4;

  private HeadlineKey() {}

  /** The key of a headline, with no knowledge of any site. A key is its own key. */
  public static String of(String headline) {
    return of(headline, SiteSuffixes.NONE, "");
  }

  /**
   * The key of a headline as a site prints it.
   *
   * @param site the site it stands on; empty if unknown
   */
  public static String of(String headline, SiteSuffixes suffixes, String site) {
    String key = HeadlineParts.of(headline, suffixes, site).key();
    // Composing what punctuation had kept apart can give a new letter.
    for (int pass = 1; pass < PASSES; pass++) {
      String again = HeadlineParts.of(key, suffixes, site).key();
      if (again.equals(key)) {
        break;
      }
      key = again;
    }
    return key;
  }
}
