package dev.newsfold.parse.time.notation;

import dev.newsfold.parse.text.Lexicon;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of {@code lexicon/time-words.tsv}, by kind and language, as folded texts have them. */
final class TimeWords {
  private static final List<Lexicon.Row> ROWS = Lexicon.read("time-words.tsv", 3);

  private TimeWords() {}

  /** The words of a kind in some languages. */
  static List<String> of(String kind, Collection<String> languages) {
    return ROWS.stream()
        .filter(row -> row.cell(0).equals(kind) && languages.contains(row.cell(1)))
        .flatMap(row -> row.list(2).stream())
        .toList();
  }

  /** A regular expression for any word of some kinds in some languages, the longest first. */
  static String any(Collection<String> languages, String... kinds) {
    return Lexicon.anyOf(
        Arrays.stream(kinds).flatMap(kind -> of(kind, languages).stream()).toList());
  }

  /** The languages that have words of a kind. */
  static Set<String> languages(String kind) {
    return ROWS.stream()
        .filter(row -> row.cell(0).equals(kind))
        .map(row -> row.cell(1))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What words mean, by the meaning of their kind. */
  static <T> Map<String, T> meanings(Map<String, T> kinds) {
    Map<String, T> meanings = new HashMap<>();
    kinds.forEach(
        (kind, meaning) -> of(kind, languages(kind)).forEach(word -> meanings.put(word, meaning)));
    return Map.copyOf(meanings);
  }
}
