package dev.newsfold.parse.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Many words, of several kinds, looked for in a text all at once: an Aho-Corasick automaton with a
 * transition for each state and char, so one step a char whatever the words are.
 */
public final class Phrases {
  private static final int PAGE_BITS = 8;
  private static final int PAGE = 1 << PAGE_BITS;
  private static final int MAX_STATES = Character.MAX_VALUE;

  /** A bit each, and none that makes a number negative. */
  private static final int MAX_KINDS = Long.SIZE - 1;

  /** By the high byte of a char, then by the low one: its column; 0 for chars of no word. */
  private final char[][] columns = new char[PAGE][];

  private int width = 1;

  /** By state and column, the next state. */
  private final char[] next;

  /** By state, a bit for each kind of which a word ends there. */
  private final long[] kinds;

  /**
   * @param lower what a char is taken for that is none of the words'; null to take none for others
   */
  private Phrases(List<? extends Collection<String>> words, @Nullable UnaryOperator<String> lower) {
    if (words.size() > MAX_KINDS) {
      throw new IllegalArgumentException("too many kinds of words: " + words.size());
    }
    Arrays.fill(columns, new char[PAGE]);
    int states = 1;
    for (Collection<String> kind : words) {
      for (String word : kind) {
        states += word.length();
        word.chars().forEach(c -> add((char) c));
      }
    }
    if (states > MAX_STATES) {
      throw new IllegalArgumentException("too many words");
    }
    if (lower != null) {
      addCapitals(lower);
    }
    next = new char[states * width];
    kinds = new long[states];
    link(plant(words));
  }

  /** Words none of which is empty. */
  public static Phrases of(Collection<String> words) {
    return new Phrases(List.of(words), null);
  }

  /** Words of up to 63 kinds. */
  public static Phrases ofKinds(List<? extends Collection<String>> words) {
    return new Phrases(words, null);
  }

  /** The same for words {@link #withoutCase}, looked for in letters of any case. */
  static Phrases ofKindsInAnyCase(List<? extends Collection<String>> words) {
    return new Phrases(words, c -> String.valueOf(withoutCase(c.charAt(0))));
  }

  /** What regular expressions in any case take a char for. */
  static char withoutCase(char c) {
    return Character.toLowerCase(Character.toUpperCase(c));
  }

  /** Words in lower case, looked for in letters of any case. */
  public static Phrases inAnyCase(Collection<String> words) {
    return new Phrases(List.of(words), c -> c.toLowerCase(Locale.ROOT));
  }

  /** True if the text holds one of them. */
  public boolean isIn(String text) {
    int state = 0;
    for (int i = 0; i < text.length(); i++) {
      state = next[state * width + column(text.charAt(i))];
      if (kinds[state] != 0) {
        return true;
      }
    }
    return false;
  }

  /** A bit for each kind of which a part of the text holds a word, the first kind's the lowest. */
  public long kindsIn(String text, int from, int to) {
    int state = 0;
    long found = 0;
    for (int i = from; i < to; i++) {
      state = next[state * width + column(text.charAt(i))];
      found |= kinds[state];
    }
    return found;
  }

  private int column(char c) {
    return columns[c >> PAGE_BITS][c & PAGE - 1];
  }

  private void add(char c) {
    if (column(c) == 0) {
      set(c, (char) width++);
    }
  }

  private void set(char c, char column) {
    // All pages begin as the same empty one.
    char[] page = columns[c >> PAGE_BITS].clone();
    page[c & PAGE - 1] = column;
    columns[c >> PAGE_BITS] = page;
  }

  /** Chars whose lower case is one char of the words are taken for it. */
  private void addCapitals(UnaryOperator<String> lower) {
    for (int c = 0; c < Character.MAX_VALUE; c++) {
      String same = lower.apply(String.valueOf((char) c));
      if (same.length() == 1 && column(same.charAt(0)) != 0 && column((char) c) == 0) {
        set((char) c, (char) column(same.charAt(0)));
      }
    }
  }

  /**
   * Makes the tree of the words, and returns how many states it has. Those near its root, where
   * most texts stay, lie side by side.
   */
  private int plant(List<? extends Collection<String>> words) {
    List<String> all = words.stream().<String>flatMap(Collection::stream).toList();
    int[] reached = new int[all.size()];
    int states = 1;
    int planted = 0;
    for (int depth = 0; planted < states; depth++) {
      planted = states;
      for (int i = 0; i < reached.length; i++) {
        if (depth < all.get(i).length()) {
          int at = reached[i] * width + column(all.get(i).charAt(depth));
          if (next[at] == 0) {
            next[at] = (char) states++;
          }
          reached[i] = next[at];
        }
      }
    }
    int i = 0;
    for (int kind = 0; kind < words.size(); kind++) {
      for (int word = words.get(kind).size(); word > 0; word--) {
        kinds[reached[i++]] |= 1L << kind;
      }
    }
    return states;
  }

  /** Fills in where a state goes on when no word does: as the longest end of it that begins one. */
  private void link(int states) {
    int[] shorter = new int[states];
    Deque<Integer> open = new ArrayDeque<>(List.of(0));
    while (!open.isEmpty()) {
      int state = open.remove();
      kinds[state] |= kinds[shorter[state]];
      List<Integer> deeper = new ArrayList<>();
      for (int column = 1; column < width; column++) {
        int at = state * width + column;
        int fallback = state == 0 ? 0 : next[shorter[state] * width + column];
        if (next[at] == 0) {
          next[at] = (char) fallback;
        } else {
          shorter[next[at]] = fallback;
          deeper.add((int) next[at]);
        }
      }
      open.addAll(deeper);
    }
  }
}
