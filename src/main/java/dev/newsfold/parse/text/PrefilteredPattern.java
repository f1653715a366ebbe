package dev.newsfold.parse.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that is tried only where one of its matches can begin. Most rules fit next to no line,
 * and the first char tells, or the first two, or in letters the first three: they are looked up, at
 * a fraction of a trial's cost.
 *
 * <p>The tables are learnt from the pattern itself, from chars as they come: if a match fails on a
 * text of one to three chars without having reached its end ({@link Matcher#hitEnd}), no text that
 * begins so matches. So it finds what its pattern finds, always.
 */
public final class PrefilteredPattern {
  private static final byte UNKNOWN = 0;
  private static final byte BEGINS = 1;
  private static final byte NEVER = 2;
  private static final int PAGE_BITS = 8;
  private static final int PAGE = 1 << PAGE_BITS;
  private static final int ASCII = 1 << 7;

  /** Chars below this take so many bits: Latin, Greek, and their marks. */
  private static final int LETTER_BITS = 10;

  private static final int NO_TRIPLE = 0;

  private final Pattern pattern;

  /** By the high byte of a char, then by the low one. Racing threads write the same. */
  private final byte[][] table = new byte[PAGE][];

  private final Heads pairs = new Heads();

  /** The same for two chars of ASCII, with a place for each two. */
  private final byte[] letters = new byte[ASCII * ASCII];

  /** Three chars each, where they are few enough for an int. */
  private final Heads triples = new Heads();

  private PrefilteredPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /** For a regex that matches no empty text and looks at nothing before its match. */
  public static PrefilteredPattern of(String regex) {
    return of(regex, 0);
  }

  /** The same, with flags of {@link Pattern#compile(String, int)}. */
  public static PrefilteredPattern of(String regex, int flags) {
    Pattern pattern = Pattern.compile(regex, flags);
    if (regex.contains("(?<=") || pattern.matcher("").lookingAt()) {
      throw new IllegalArgumentException("no first char tells of " + regex);
    }
    return new PrefilteredPattern(pattern);
  }

  String regex() {
    return pattern.pattern();
  }

  /** True if the text begins with a match. */
  public boolean begins(String text) {
    return at(text, 0, text.length()) != null;
  }

  /** True if the text holds a match. */
  public boolean isIn(String text) {
    return find(text) != null;
  }

  /** The first match in the text; null if there is none. */
  public @Nullable Matcher find(String text) {
    return find(text, 0);
  }

  /** The first match that begins at {@code from} or behind; null if there is none. */
  public @Nullable Matcher find(String text, int from) {
    Matcher matcher = null;
    int length = text.length();
    for (int i = from; i < length; i++) {
      if (!mayBegin(text, i, length)) {
        continue;
      }
      if (matcher == null) {
        matcher = matcher(text);
      }
      if (matches(matcher, text, i, length)) {
        return matcher;
      }
    }
    return null;
  }

  /** The match that begins at {@code from} and ends by {@code to}; null if there is none. */
  public @Nullable Matcher at(String text, int from, int to) {
    if (from >= to || !mayBegin(text, from, to)) {
      return null;
    }
    Matcher matcher = matcher(text);
    return matches(matcher, text, from, to) ? matcher : null;
  }

  private boolean matches(Matcher matcher, String text, int from, int to) {
    if (matcher.region(from, to).lookingAt()) {
      return true;
    }
    learn(text, from, to);
    return false;
  }

  /** What the next look at these chars need not find out by a trial. */
  private void learn(String text, int from, int to) {
    if (from + 1 >= to) {
      return;
    }
    int pair = pair(text, from);
    if (!pairs.begin(pair)) {
      pairs.learn(pair, mayBegin(text.substring(from, from + 2)));
      return;
    }
    int triple = triple(text, from, to);
    if (triple != NO_TRIPLE && !triples.begin(triple)) {
      triples.learn(triple, mayBegin(text.substring(from, from + 3)));
    }
  }

  private boolean mayBegin(String text, int from, int to) {
    char first = text.charAt(from);
    if (from + 1 >= to) {
      return mayBegin(first);
    }
    char second = text.charAt(from + 1);
    if ((first | second) < ASCII) {
      int pair = first * ASCII + second;
      byte known = letters[pair];
      if (known == UNKNOWN) {
        known = mayBegin(text.substring(from, from + 2)) ? BEGINS : NEVER;
        letters[pair] = known;
      }
      if (known == NEVER) {
        return false;
      }
    } else if (!mayBegin(first) || pairs.neverBegin(pair(text, from))) {
      return false;
    }
    int triple = triple(text, from, to);
    return triple == NO_TRIPLE || !triples.neverBegin(triple);
  }

  private static int pair(String text, int at) {
    return text.charAt(at) << Character.SIZE | text.charAt(at + 1);
  }

  private static int triple(String text, int at, int to) {
    if (at + 2 >= to) {
      return NO_TRIPLE;
    }
    int first = text.charAt(at);
    int second = text.charAt(at + 1);
    int third = text.charAt(at + 2);
    return (first | second | third) >>> LETTER_BITS != 0
        ? NO_TRIPLE
        : first << 2 * LETTER_BITS | second << LETTER_BITS | third;
  }

  private Matcher matcher(String text) {
    return pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
  }

  /** False if no match begins with this char. */
  private boolean mayBegin(char c) {
    byte[] page = table[c >> PAGE_BITS];
    if (page == null) {
      page = new byte[PAGE];
      table[c >> PAGE_BITS] = page;
    }
    byte known = page[c & PAGE - 1];
    if (known == UNKNOWN) {
      known = learn(c);
      page[c & PAGE - 1] = known;
    }
    return known == BEGINS;
  }

  private byte learn(char c) {
    // Half a surrogate pair says nothing of the whole.
    return Character.isSurrogate(c) || mayBegin(String.valueOf(c)) ? BEGINS : NEVER;
  }

  /** False if no match begins with these chars; this is not remembered. */
  public boolean mayBegin(String head) {
    Matcher trial = matcher(head);
    return trial.lookingAt() || trial.hitEnd();
  }

  /** What was learnt of some heads of matches, each in the place of its hash. */
  private static final class Heads {
    private static final int PLACES = 1 << 12;

    private final int[] never = new int[PLACES];
    private final int[] some = new int[PLACES];

    /** True if it is known that no match begins so. */
    boolean neverBegin(int head) {
      return never[place(head)] == head;
    }

    /** True if it is known that some match begins so. */
    boolean begin(int head) {
      return some[place(head)] == head;
    }

    void learn(int head, boolean begins) {
      (begins ? some : never)[place(head)] = head;
    }

    private static int place(int head) {
      return head * 0x9E3779B9 >>> Integer.SIZE - Integer.numberOfTrailingZeros(PLACES);
    }
  }
}
