package dev.newsfold.parse.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of which every match of a regex holds one, in letters of some case: a text without any
 * of them holds no match. Search engines narrow regexes down in the same way (Russ Cox, <i>Regular
 * Expression Matching with a Trigram Index</i>, 2012).
 *
 * <p>It reads what {@code java.util.regex} reads, but for comments, flags, and classes in classes.
 */
final class RequiredWords {
  /** Parts of a regex that can be more texts are not followed text by text. */
  private static final int MOST_TEXTS = 32;

  /** Classes of more chars tell next to nothing. */
  private static final int MOST_CHARS = 8;

  private static final Set<String> GROUPS = Set.of("?:", "?=", "?!", "?<=", "?<!");

  /** What matches the empty text, and holds no word. */
  private static final Part EMPTY = new Part(Set.of(""), Set.of());

  private static final Part ANYTHING = new Part(null, Set.of());

  /**
   * What is known of a part of a regex.
   *
   * @param texts all texts that it matches; null if they are too many
   * @param held words of which every match holds one; empty if none are known
   */
  private record Part(@Nullable Set<String> texts, Set<String> held) {
    static Part of(Set<String> texts) {
      return new Part(texts, texts.contains("") ? Set.of() : texts);
    }
  }

  private final String regex;
  private int at;

  private RequiredWords(String regex) {
    this.regex = regex;
  }

  /** The words of a regex; empty if its matches need not hold any. */
  static Set<String> of(String regex) {
    RequiredWords reader = new RequiredWords(regex);
    Part all = reader.alternatives();
    if (reader.at < regex.length()) {
      throw new IllegalArgumentException("unbalanced at " + reader.at + ": " + regex);
    }
    return Set.copyOf(all.held);
  }

  private Part alternatives() {
    Set<String> texts = new HashSet<>();
    Set<String> held = new HashSet<>();
    boolean few = true;
    boolean certain = true;
    while (true) {
      Part part = sequence();
      few &= part.texts != null && texts.size() + part.texts.size() <= MOST_TEXTS;
      if (few && part.texts != null) {
        texts.addAll(part.texts);
      }
      certain &= !part.held.isEmpty();
      held.addAll(part.held);
      if (!has('|')) {
        return new Part(few ? texts : null, certain ? held : Set.of());
      }
      at++;
    }
  }

  /** Joins the texts of parts that follow each other, up to one that can be anything. */
  private Part sequence() {
    Set<String> run = Set.of("");
    Set<String> best = Set.of();
    boolean whole = true;
    while (at < regex.length() && !has('|') && !has(')')) {
      Part part = repeated(single());
      if (part.texts != null && run.size() * part.texts.size() <= MOST_TEXTS) {
        run = joined(run, part.texts);
      } else {
        whole = false;
        best = better(better(best, run), part.held);
        run = part.texts == null ? Set.of("") : part.texts;
      }
    }
    best = better(best, run);
    return new Part(whole ? run : null, best);
  }

  private static Set<String> joined(Set<String> heads, Set<String> tails) {
    Set<String> joined = new HashSet<>();
    for (String head : heads) {
      tails.forEach(tail -> joined.add(head + tail));
    }
    return joined;
  }

  /** Those of which the shortest is longer, or which are fewer: they stand in fewer texts. */
  private static Set<String> better(Set<String> some, Set<String> others) {
    int shortest = shortest(some);
    int other = shortest(others);
    boolean sooner = shortest == other ? some.size() <= others.size() : shortest > other;
    return sooner ? some : others;
  }

  /** 0 for none, or an empty one. */
  private static int shortest(Set<String> words) {
    return words.stream().mapToInt(String::length).min().orElse(0);
  }

  /** Reads how often a part stands there. */
  private Part repeated(Part part) {
    char c = at < regex.length() ? regex.charAt(at) : ' ';
    if ("?*+{".indexOf(c) < 0) {
      return part;
    }
    String times = c == '{' ? regex.substring(at, regex.indexOf('}', at) + 1) : String.valueOf(c);
    at += times.length();
    if (has('+') || has('?')) {
      at++; // how eagerly
    }
    if (times.equals("?") && part.texts != null) {
      Set<String> texts = new HashSet<>(part.texts);
      texts.add("");
      return Part.of(texts);
    }
    boolean never = "?*".contains(times) || times.startsWith("{0");
    return never ? ANYTHING : new Part(null, part.held);
  }

  private Part single() {
    char c = regex.charAt(at++);
    return switch (c) {
      case '(' -> group();
      case '[' -> charClass();
      case '\\' -> escape();
      case '.' -> ANYTHING;
      case '^', '$' -> EMPTY;
      default -> text(String.valueOf(c));
    };
  }

  private Part group() {
    String kind = "";
    if (has('?')) {
      kind = regex.substring(at, at + (regex.startsWith("?<", at) ? 3 : 2));
      if (!GROUPS.contains(kind)) {
        throw new IllegalArgumentException("a group of another kind at " + at + ": " + regex);
      }
      at += kind.length();
    }
    Part inside = alternatives();
    at++;
    return kind.isEmpty() || kind.equals("?:") ? inside : EMPTY; // others only look
  }

  private Part escape() {
    char c = regex.charAt(at++);
    if (c == 'Q') {
      int end = regex.indexOf("\\E", at);
      String quoted = regex.substring(at, end);
      at = end + 2;
      return text(quoted);
    }
    if (c == 'p' || c == 'P') {
      at = has('{') ? regex.indexOf('}', at) + 1 : at + 1;
    }
    return c == 'b' || c == 'B' ? EMPTY : Character.isLetterOrDigit(c) ? ANYTHING : text("" + c);
  }

  /** The chars of a class if they are listed, and few. */
  private Part charClass() {
    List<String> chars = new ArrayList<>();
    boolean listed = !has('^');
    while (!has(']')) {
      char c = regex.charAt(at++);
      boolean ranges = has('-') && regex.charAt(at + 1) != ']';
      if (c == '\\') {
        Part escaped = escape();
        listed &= escaped.texts != null;
        c = regex.charAt(at - 1);
      }
      if (c == '[' && regex.charAt(at - 2) != '\\' || c == '&' && has('&')) {
        throw new IllegalArgumentException("a class in a class at " + at + ": " + regex);
      }
      listed &= !ranges;
      chars.add(folded(String.valueOf(c)));
    }
    at++;
    return listed && chars.size() <= MOST_CHARS ? Part.of(Set.copyOf(chars)) : ANYTHING;
  }

  private static Part text(String text) {
    return Part.of(Set.of(folded(text)));
  }

  private static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    text.chars().forEach(c -> folded.append(Phrases.withoutCase((char) c)));
    return folded.toString();
  }

  private boolean has(char c) {
    return at < regex.length() && regex.charAt(at) == c;
  }
}
