package dev.newsfold.parse;

/** Reads source, sourceUrl, originalHeadline and topic. */
final class Provenance implements FieldRules {
  @Override
  public void fill(Draft draft) {}
}
