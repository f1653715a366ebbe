package dev.newsfold.parse;

/** Reads dateline and agencies. */
final class Datelines implements FieldRules {
  @Override
  public void fill(Draft draft) {}
}
