package dev.newsfold.parse.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What elements say that they are by their class names, ids and roles: {@code
 * lexicon/class-names.tsv} lists the words, and says what each kind of them means.
 */
public final class ClassNames {
  private static final String FILE = "class-names.tsv";
  private static final String GAP = "[\\s_-]";

  private ClassNames() {}

  /** The words that say something in one part of a name; empty if none do. */
  public static Set<String> in(String part, String said) {
    List<String> words = new ArrayList<>();
    for (Lexicon.Row row : Lexicon.read(FILE, 3)) {
      if (row.cell(0).equals(said) && row.cell(1).equals(part)) {
        words.addAll(row.list(2));
      }
    }
    return Set.copyOf(words);
  }

  /** Looks in names for the words that say something in any part. */
  public static Phrases parts(String said) {
    return Phrases.of(in("part", said));
  }

  /** Looks in the names of an element for words that say something as a part, word or end. */
  public static NamePattern pattern(String said) {
    List<String> alternatives = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (Lexicon.Row row : Lexicon.read(FILE, 3)) {
      if (row.cell(0).equals(said)) {
        alternatives.add(alternative(row.cell(1), "(?:" + row.cell(2) + ")"));
        words.addAll(row.list(2));
      }
    }
    return new NamePattern(String.join("|", alternatives), words);
  }

  private static String alternative(String part, String words) {
    return switch (part) {
      case "part" -> words;
      case "word" -> "(?:^|" + GAP + ")" + words + "(?:$|" + GAP + ")";
      case "end" -> words + "(?:$|" + GAP + ")";
      default -> throw new IllegalStateException(FILE + ": no pattern is made of a " + part);
    };
  }
}
