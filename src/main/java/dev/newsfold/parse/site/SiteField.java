package dev.newsfold.parse.site;

import java.util.Locale;

/** The fields that a site rule may select, named as in Article. */
public enum SiteField {
  HEADLINE("headline"),
  BODY("body"),
  PUBLISHED_AT("publishedAt"),
  SECTION("section"),
  SOURCE("source"),
  AUTHORS("authors"),
  EDITOR("editor"),
  TOPIC("topic"),
  ORIGINAL_HEADLINE("originalHeadline");

  private final String field;

  SiteField(String field) {
    this.field = field;
  }

  /** The name in Article, in YAML and in the evidence. */
  public String field() {
    return field;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
