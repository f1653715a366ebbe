package dev.newsfold.parse.draft;

import org.jspecify.annotations.Nullable;

/**
 * What one rule offers for a field.
 *
 * @param field name of the field in Article
 * @param rule name of the rule, e.g. {@code meta:og:title}
 * @param value the value as text
 * @param refusal why it was not taken; null for the winner
 */
public record Candidate(String field, String rule, String value, @Nullable String refusal) {

  public boolean won() {
    return refusal == null;
  }
}
