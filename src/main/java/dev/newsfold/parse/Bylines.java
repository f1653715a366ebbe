package dev.newsfold.parse;

/** Reads authors and editor. */
final class Bylines implements FieldRules {
  @Override
  public void fill(Draft draft) {}
}
