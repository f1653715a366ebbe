package dev.newsfold.parse.page;

import org.jspecify.annotations.Nullable;

/**
 * The headline as found.
 *
 * @param text without site suffix; empty if none was found
 * @param line where it stands in the visible text; null if it does not
 */
public record Headline(String text, @Nullable Line line) {
  public static final Headline NONE = new Headline("", null);

  /** The text alone: what {@code inspect} shows. */
  @Override
  public String toString() {
    return text;
  }
}
