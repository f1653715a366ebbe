package dev.newsfold.parse.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern for the names of elements that is tried only where a word stands with which one of its
 * alternatives begins: hardly an element is named so, and all are asked.
 */
public final class NamePattern {
  /** What an alternative holds for certain, up to what may be left out or written otherwise. */
  private static final Pattern BEGINNING = Pattern.compile("[\\w-]+(?![?*{])");

  private final Phrases beginnings;
  private final Pattern pattern;

  /**
   * A pattern.
   *
   * @param regex with all alternatives
   * @param alternatives each begins with a char or more that is no syntax
   */
  NamePattern(String regex, List<String> alternatives) {
    List<String> words = new ArrayList<>();
    for (String alternative : alternatives) {
      Matcher beginning = BEGINNING.matcher(alternative);
      if (!beginning.lookingAt()) {
        throw new IllegalArgumentException("no word tells of " + alternative);
      }
      words.add(beginning.group());
    }
    beginnings = Phrases.of(words);
    pattern = Pattern.compile(regex);
  }

  /** True if some of the names of an element, in lower case, are of this kind. */
  public boolean isIn(String names) {
    return beginnings.isIn(names) && pattern.matcher(names).find();
  }
}
