package dev.newsfold.sample;

import org.jspecify.annotations.Nullable;

/** What a site appends to a headline in the title of the page. */
enum TitleTail {
  UNDERSCORE("_", "_"),
  HYPHEN("-", "-"),
  DOUBLE_HYPHEN("--", "--"),
  BAR("|", " | "),
  SPACED_HYPHEN(" - ", " - "),
  EN_DASH(" – ", " – "),
  NONE("", "");

  private final String betweenSections;
  private final String beforeSite;

  TitleTail(String betweenSections, String beforeSite) {
    this.betweenSections = betweenSections;
    this.beforeSite = beforeSite;
  }

  String title(String headline, @Nullable String section, String site) {
    if (this == NONE) {
      return headline;
    }
    // Only the styles of older portals name the channel as well.
    boolean channel = section != null && (this == UNDERSCORE || this == DOUBLE_HYPHEN);
    return headline + (channel ? betweenSections + section : "") + beforeSite + site;
  }

  String label() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
