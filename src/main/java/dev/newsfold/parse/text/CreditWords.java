package dev.newsfold.parse.text;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The words by which newsrooms of East Asia say who did what for a text, by kind: {@code
 * lexicon/credits.tsv}. Chinese ones fit {@link Text#plain} texts.
 */
public final class CreditWords {
  private static final List<Lexicon.Row> ROWS = Lexicon.read("credits.tsv", 3);

  private CreditWords() {}

  /** A regular expression for any Chinese word of some kinds, the longest first. */
  public static String any(String... kinds) {
    return Lexicon.anyOf(words("zh", kinds).toList());
  }

  /** The same for Japanese. */
  public static String japanese(String... kinds) {
    return Lexicon.anyOf(words("ja", kinds).toList());
  }

  /** The same for Korean. */
  public static String korean(String... kinds) {
    return Lexicon.anyOf(words("ko", kinds).toList());
  }

  /** All Chinese words of some kinds. */
  public static List<String> of(String... kinds) {
    return words("zh", kinds).toList();
  }

  private static Stream<String> words(String language, String... kinds) {
    return Arrays.stream(kinds).flatMap(kind -> words(language, kind));
  }

  private static Stream<String> words(String language, String kind) {
    List<String> words =
        ROWS.stream()
            .filter(row -> row.cell(0).equals(kind) && row.cell(1).equals(language))
            .flatMap(row -> row.list(2).stream())
            .toList();
    if (words.isEmpty()) {
      throw new IllegalStateException("credits.tsv: no words of the kind " + kind);
    }
    return words.stream();
  }
}
