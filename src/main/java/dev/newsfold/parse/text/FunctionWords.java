package dev.newsfold.parse.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** Tells the language of a text by its small words, which no text can do without. */
public final class FunctionWords {
  private static final int MAX_LENGTH = 4_000;

  /** Fewer words convince nobody. */
  private static final int FEW = 5;

  /** So many words of a text are small ones, at least. */
  private static final double SHARE = 0.12;

  /** A related language has this much fewer of them. */
  private static final double MARGIN = 1.25;

  private static final String BETWEEN_WORDS = " \n\t.,;:!?\"'’“”„«»()[]-–—/…،؛؟।";

  /** The languages, and in which of them a word is a small one. */
  private static final List<String> LANGUAGES = new ArrayList<>();

  private static final Map<String, List<Integer>> WORDS = new HashMap<>();

  static {
    for (Lexicon.Row row : Lexicon.read("function-words.tsv", 2)) {
      for (String word : row.list(1)) {
        WORDS.computeIfAbsent(word, w -> new ArrayList<>()).add(LANGUAGES.size());
      }
      LANGUAGES.add(row.cell(0));
    }
  }

  private FunctionWords() {}

  /** The code of the language of a text; null if its words leave doubt. */
  public static @Nullable String language(String text) {
    int[] counts = new int[LANGUAGES.size()];
    int words = 0;
    StringTokenizer tokens =
        new StringTokenizer(Text.cut(text, MAX_LENGTH).toLowerCase(Locale.ROOT), BETWEEN_WORDS);
    while (tokens.hasMoreTokens()) {
      words++;
      for (int language : WORDS.getOrDefault(tokens.nextToken(), List.of())) {
        counts[language]++;
      }
    }
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    int second = 0;
    for (int i = 0; i < counts.length; i++) {
      second = i == best ? second : Math.max(second, counts[i]);
    }
    boolean clear =
        counts[best] >= FEW && counts[best] >= words * SHARE && counts[best] >= second * MARGIN;
    return clear ? LANGUAGES.get(best) : null;
  }
}
