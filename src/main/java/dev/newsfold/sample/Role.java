package dev.newsfold.sample;

/** What a page is in the sample, and how many of a thousand pages are such. */
public enum Role {
  /** An article that other pages may copy. */
  ORIGINAL(380),
  /** A cross-post of an earlier page's article. */
  COPY(300),
  /**
   * One day's issue of a column whose text repeats but for its slots: never a cross-post of
   * another.
   */
  COLUMN(120),
  /** A later capture of an earlier page's address. */
  RECAPTURE(70),
  /** An article whose page does not tell when it was published. */
  UNDATED(30),
  /** A front page or channel page. */
  INDEX(25),
  /** Pictures with captions. */
  GALLERY(15),
  /** What a site answers for an address it does not have. */
  MISSING(20),
  /** An article whose bytes have suffered. */
  BROKEN(25),
  /** A page that tries the reader's patience or safety. */
  HOSTILE(15);

  private final int perMille;

  Role(int perMille) {
    this.perMille = perMille;
  }

  static Role ofMille(int mille) {
    int left = mille;
    for (Role role : values()) {
      left -= role.perMille;
      if (left < 0) {
        return role;
      }
    }
    throw new IllegalArgumentException("not below a thousand: " + mille);
  }

  /** Whether pages with this role may be copied. */
  boolean isCopied() {
    return this == ORIGINAL || this == COLUMN;
  }

  /** Whether pages with this role may be captured again. */
  boolean isRecaptured() {
    return this == ORIGINAL || this == COLUMN || this == COPY;
  }

  String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
