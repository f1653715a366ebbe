package dev.newsfold.parse.people;

import dev.newsfold.parse.text.Lexicon;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words around the names of authors, by kind: {@code lexicon/bylines.tsv}. */
final class BylineWords {
  private BylineWords() {}

  /** All words of a kind, in every language. */
  static Set<String> of(String kind) {
    return Lexicon.words("bylines.tsv", 3, kind);
  }

  /** An alternation of all words of some kinds for a pattern, the longest first. */
  static String any(String... kinds) {
    return Arrays.stream(kinds)
        .flatMap(kind -> of(kind).stream())
        .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(word -> word))
        .map(Pattern::quote)
        .collect(Collectors.joining("|"));
  }
}
