package dev.newsfold.dedupe;

import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * When two headlines, taken alone, stand over the same text: edited lightly, extended by a clause,
 * cut short, its clauses exchanged, or set with a site's name.
 */
final class HeadlineRule {
  /** Shared characters below which a headline is a topic, not a statement. */
  private static final int STATEMENT = 5;

  /** Shared characters from which an added clause leaves a statement the same. */
  private static final int LONG_STATEMENT = 8;

  /** Share of the shorter headline that the longer one must have, in order. */
  private static final double COVER = 0.80;

  /** The same for words, of which fewer are the same by chance. */
  private static final double WORD_COVER = 0.75;

  /** Shared letters of words below which a headline is a topic. */
  private static final int LETTERS = 24;

  /** Share of the longer headline that both must have; less is another story that begins alike. */
  private static final double PART = 0.40;

  /** Letters of one replaced word. */
  private static final int ONE_WORD = 5;

  /** Letters of a name; a shorter word at the front may be the same one, abbreviated. */
  static final int NAME = 4;

  /** Letters at the front that name the subject of a wire headline. */
  private static final int OPENING = 5;

  private HeadlineRule() {}

  /** That two headlines have one key, in words; null if they have not, or if it says nothing. */
  static @Nullable String equal(Headline a, Headline b) {
    return a.key().equals(b.key()) && !a.generic() ? "same headline" : null;
  }

  /** Why two headlines are the same, in words; null if they are not. */
  static @Nullable String same(Headline a, Headline b) {
    if (a.generic() || b.generic() || a.key().equals(b.key())) {
      return equal(a, b);
    }
    if (HeadlineMatch.slotsDiffer(a, b) || Contradiction.differs(a, b) || a.jaccard(b) < 0.2) {
      return null;
    }
    if (turned(a, b)) {
      return "same headline, turned round";
    }
    if (within(a, b) || within(b, a)) {
      return "one headline is a part of the other";
    }
    if (cut(a, b) || cut(b, a)) {
      return "one headline is the other cut short";
    }
    HeadlineMatch match = HeadlineMatch.of(a, b);
    if (a.unspaced() && b.unspaced()) {
      return edited(match)
          ? "headline edited"
          : match.cover() < 0.9 && reordered(a, b) ? "headline reordered" : null;
    }
    return !a.unspaced() && !b.unspaced() && editedWords(match) ? "headline edited" : null;
  }

  /** Whether two headlines over the same short text speak of the same subject. */
  static boolean alike(Headline a, Headline b) {
    if (a.key().equals(b.key())) {
      return !a.generic();
    }
    if (a.generic() || b.generic() || contradict(a, b)) {
      return false;
    }
    double jaccard = a.jaccard(b);
    return jaccard >= 0.75 || (jaccard >= 0.3 && opensAlike(a.key(), b.key()));
  }

  /** Whether two headlines are one pattern filled in twice: another number, outcome or name. */
  private static boolean contradict(Headline a, Headline b) {
    if (a.key().equals(b.key()) || a.correction() || b.correction()) {
      return false;
    }
    if (HeadlineMatch.slotsDiffer(a, b) || Contradiction.opposed(a, b)) {
      return true;
    }
    if (a.jaccard(b) < 0.3) {
      return false;
    }
    HeadlineMatch match = HeadlineMatch.of(a, b);
    return match.cover() >= 0.6 && match.exchanged() + match.head() > 0;
  }

  private static boolean opensAlike(String a, String b) {
    String left = a.replace(" ", "");
    String right = b.replace(" ", "");
    int length = Math.min(OPENING, Math.min(left.length(), right.length()));
    return left.regionMatches(0, right, 0, length);
  }

  /** Light edits of text without spaces. */
  private static boolean edited(HeadlineMatch m) {
    if (m.shared() < STATEMENT || m.cover() < COVER || m.exchanged() >= 2 || m.tail() > 0) {
      return false;
    }
    if (m.head() >= 2 && m.shared() < 12) {
      return false;
    }
    if (m.added() > 0) {
      return m.clause()
          ? m.shared() >= LONG_STATEMENT
          : m.shared() > LONG_STATEMENT && m.added() <= 3;
    }
    return true;
  }

  private static boolean reordered(Headline a, Headline b) {
    return Math.min(a.tokens().size(), b.tokens().size()) >= LONG_STATEMENT
        && a.containment(b) >= 0.8
        && a.jaccard(b) >= 0.55;
  }

  /** Light edits of text with spaces. */
  private static boolean editedWords(HeadlineMatch m) {
    int replaced = m.exchanged() + m.head() + m.tail();
    return m.shared() >= LETTERS
        && m.cover() >= WORD_COVER
        && m.shared() >= PART * m.longer()
        && m.before() <= m.shared()
        && replaced <= ONE_WORD + m.shared() / 5;
  }

  /**
   * Whether all of one headline is one or more whole clauses of the other, and not just a site's
   * name: at the front of it, or the larger part.
   */
  private static boolean within(Headline part, Headline whole) {
    int size = part.tokens().size();
    int letters = part.key().length();
    int rest = whole.tokens().size() - size;
    boolean phrase = part.unspaced() ? size >= LONG_STATEMENT : size >= 3 && letters >= 12;
    boolean first =
        whole.segments().size() > 1 && letters >= 5 && whole.segments().get(0).equals(part.key());
    if (rest <= 0 || !(phrase || first)) {
      return false;
    }
    if (first || (whole.clauses()[size] && whole.tokens().subList(0, size).equals(part.tokens()))) {
      return true;
    }
    return letters * 5 > whole.key().length() * 3
        && Collections.indexOfSubList(whole.tokens(), part.tokens()) == rest
        && whole.clauses()[rest];
  }

  /** Whether both are made of the same segments, in another order. */
  private static boolean turned(Headline a, Headline b) {
    return a.segments().size() > 1
        && a.segments().size() == b.segments().size()
        && a.segments().containsAll(b.segments())
        && b.segments().containsAll(a.segments());
  }

  private static boolean cut(Headline part, Headline whole) {
    return part.truncated()
        && part.tokens().size() >= STATEMENT
        && whole.key().startsWith(part.key());
  }
}
