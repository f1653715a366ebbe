package dev.newsfold.parse.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several {@link PrefilteredPattern}s that look through the same texts: one pass tells which of
 * them may find anything. What their matches can begin with is learnt as a sieve learns it: for two
 * chars, or for three of ASCII, and where these do not tell for four, or for nine of ASCII.
 */
public final class PrefilteredPatterns {
  private static final int PLACE_BITS = 16;
  private static final int ASCII_BITS = 7;

  /**
   * A long head has so many chars, or up to so many of ASCII if those are more: they fit a long.
   */
  private static final int LONG = Long.SIZE / Character.SIZE;

  private static final String NONSENSE = "\u9f98".repeat(LONG);

  private static final int LONG_ASCII = Long.SIZE / ASCII_BITS;
  private static final int UNKNOWN = 0;
  private static final int KNOWN = 1 << 31;

  private final List<PrefilteredPattern> sieves;
  private final int sought;

  /** By char, the sieves that may begin with it. Racing threads write the same. */
  private final int[] chars = new int[Character.MAX_VALUE + 1];

  /** The same by two chars of ASCII: most letters begin something, most pairs of them nothing. */
  private final int[] pairs = new int[1 << 2 * ASCII_BITS];

  /** Each other head in the place of its hash, with the sieves that may begin so. */
  private final long[] heads = new long[1 << PLACE_BITS];

  /** The same for long heads, most of which begin nothing: the start of a word is that of many. */
  private final @Nullable LongHead[] longHeads = new LongHead[1 << PLACE_BITS];

  /** All but the sieves that may begin with anything for so long. */
  private final int toldByLongHeads;

  private record LongHead(long chars, int length, int begun) {}

  private PrefilteredPatterns(List<PrefilteredPattern> sieves, int sought) {
    this.sieves = sieves;
    this.sought = sought;
    this.toldByLongHeads = sought & ~learn(NONSENSE, sought);
  }

  /** Up to 31 sieves. */
  public static PrefilteredPatterns of(List<PrefilteredPattern> sieves) {
    return some(sieves, ~KNOWN);
  }

  /**
   * Some of up to 31 sieves; the others leave no traces.
   *
   * @param sought a bit for each of them
   */
  public static PrefilteredPatterns some(List<PrefilteredPattern> sieves, int sought) {
    return new PrefilteredPatterns(List.copyOf(sieves), sought);
  }

  /**
   * Which of the sieves may find something in a text: a bit for each, the first sieve's the lowest;
   * not negative.
   */
  public int traces(String text) {
    int traces = 0;
    for (int i = 0; i < text.length(); i++) {
      traces |= at(text, i);
    }
    return traces & ~KNOWN;
  }

  /** Which of the sieves may match at the very beginning of a text; not negative. */
  public int tracesAtHead(String text) {
    return text.isEmpty() ? 0 : at(text, 0) & ~KNOWN;
  }

  private int at(String text, int at) {
    int left = text.length() - at;
    char first = text.charAt(at);
    if (left == 1 || first < ' ') {
      return begun(first);
    }
    int begun = heads(first, text.charAt(at + 1), text, at);
    int told = begun & toldByLongHeads;
    return told == 0 || left < LONG ? begun : begun & (longHeads(told, text, at, left) | ~told);
  }

  private int begun(char first) {
    int begun = chars[first];
    if (begun == UNKNOWN) {
      begun = learn(String.valueOf(first), sought) | KNOWN;
      chars[first] = begun;
    }
    return begun;
  }

  private int heads(char first, char second, String text, int at) {
    if ((first | second) >>> ASCII_BITS != 0) {
      int begun = begun(first);
      return begun == KNOWN
          ? begun
          : begun & remembered(first << Character.SIZE | second, begun, text, at, 2);
    }
    int pair = first << ASCII_BITS | second;
    int begun = pairs[pair];
    if (begun == UNKNOWN) {
      begun = learn(text.substring(at, at + 2), begun(first)) | KNOWN;
      pairs[pair] = begun;
    }
    if (begun == KNOWN || at + 2 == text.length() || text.charAt(at + 2) >>> ASCII_BITS != 0) {
      return begun;
    }
    // No pair looks like three letters: these take 21 bits, and one of a pair's chars is no letter.
    int letters = pair << ASCII_BITS | text.charAt(at + 2);
    return begun & remembered(letters, begun, text, at, 3);
  }

  private int longHeads(int mayBegin, String text, int at, int left) {
    long chars = 0;
    int length = 0;
    int most = Math.min(left, LONG_ASCII);
    for (char c = text.charAt(at); isAscii(c); c = text.charAt(at + length)) {
      chars = chars << ASCII_BITS | c;
      if (++length == most) {
        break;
      }
    }
    if (length <= LONG) {
      length = LONG;
      chars = 0;
      for (int i = at; i < at + LONG; i++) {
        chars = chars << Character.SIZE | text.charAt(i);
      }
    }
    int place = (int) (chars * 0x9E3779B97F4A7C15L >>> Long.SIZE - PLACE_BITS);
    LongHead known = longHeads[place];
    if (known == null || known.chars != chars || known.length != length) {
      known = new LongHead(chars, length, learn(text.substring(at, at + length), mayBegin));
      longHeads[place] = known;
    }
    return known.begun;
  }

  private static boolean isAscii(char c) {
    return c >= ' ' && c >>> ASCII_BITS == 0;
  }

  private int remembered(int head, int mayBegin, String text, int at, int length) {
    int place = head * 0x9E3779B9 >>> Integer.SIZE - PLACE_BITS;
    long known = heads[place];
    if ((int) (known >>> Integer.SIZE) != head) {
      known = (long) head << Integer.SIZE | learn(text.substring(at, at + length), mayBegin);
      heads[place] = known;
    }
    return (int) known;
  }

  /** Of the sieves that may begin with a head's first chars, those that may with all of them. */
  private int learn(String head, int mayBegin) {
    // Half a surrogate pair says nothing of the whole.
    boolean half = Character.isSurrogate(head.charAt(head.length() - 1));
    int begun = 0;
    for (int i = 0; i < sieves.size(); i++) {
      int sieve = 1 << i;
      if ((mayBegin & sieve) != 0 && (half || sieves.get(i).mayBegin(head))) {
        begun |= sieve;
      }
    }
    return begun;
  }
}
