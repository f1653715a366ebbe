package dev.newsfold.parse.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the words of labels in texts in simplified characters, whatever blanks stand in them. */
final class LabelWords {
  /** A label as pages print it: in lower case and simplified characters. */
  record Word(Label label, String text) {}

  /** Words by their first char, longest first; no list where none begins so. */
  private static final @Nullable List<Word>[] WORDS = words();

  /** The chars with which words begin. */
  private static final CharSet FIRSTS = firsts(false);

  /** Those that are a word alone, as 文 is. */
  private static final CharSet ALONE = firsts(true);

  /** Words by their first two chars, likewise, each list in the place of its chars' hash. */
  private static final @Nullable List<Word>[] BY_HEAD = byHead();

  /** The chars with which words end. */
  private static final CharSet LASTS = lasts();

  private static final String BEFORE_LABEL = " ([{（【〔［《〈「『|｜·,，。;；:：/／—-_~>》〉】］〕）)]、*■◆●○▲▪⊙\"'“”";
  private static final int LONGEST_WORD = 16;
  private static final int MAX_GAP = 2;
  private static final int PLACE_BITS = 12;

  /** From here on, characters that portals set apart by blanks. */
  private static final char FIRST_WIDE = '\u2e80';

  private LabelWords() {}

  /** Words that may begin at a position, the longest first; null if by its chars none does. */
  static @Nullable List<Word> beginningAt(String text, int at) {
    char first = text.charAt(at);
    if (!FIRSTS.holds(first)) {
      return null;
    }
    char second = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    boolean mayGap = first >= FIRST_WIDE && Text.isSpace(second);
    return mayGap || ALONE.holds(first)
        ? WORDS[first]
        : BY_HEAD[place(first, Character.toLowerCase(second))];
  }

  private static int place(char first, char second) {
    return (first << Character.SIZE | second) * 0x9E3779B9 >>> Integer.SIZE - PLACE_BITS;
  }

  /** The label that ends right before a position, separator and blanks skipped; null if none. */
  static @Nullable Label endingAt(String text, int position) {
    int end = position;
    while (end > 0
        && (text.charAt(end - 1) == ' '
            || Labelled.SEPARATORS.indexOf(text.charAt(end - 1)) >= 0)) {
      end--;
    }
    if (end == 0 || !LASTS.holds(Character.toLowerCase(text.charAt(end - 1)))) {
      return null;
    }
    for (int start = Math.max(0, end - LONGEST_WORD); start < end - 1; start++) {
      List<Word> words = beginningAt(text, start);
      if (words == null) {
        continue;
      }
      for (Word word : words) {
        if (match(text, start, word.text()) == end
            && (start == 0 || mayPrecede(text.charAt(start - 1), word))) {
          return word.label();
        }
      }
    }
    return null;
  }

  /** The end of the word in the text, blanks between its characters skipped; -1 if it differs. */
  static int match(String text, int at, String word) {
    int i = at;
    for (int w = 0; w < word.length(); w++) {
      char expected = word.charAt(w);
      int gap = 0;
      while (expected != ' ' && w > 0 && i < text.length() && Text.isSpace(text.charAt(i))) {
        if (++gap > MAX_GAP || expected < FIRST_WIDE) {
          return -1;
        }
        i++;
      }
      if (i >= text.length() || Character.toLowerCase(text.charAt(i)) != expected) {
        return -1;
      }
      i++;
    }
    return i;
  }

  /** Whether the char before a word lets it be a label. */
  static boolean mayPrecede(char before, Word word) {
    return Character.isDigit(before)
        || BEFORE_LABEL.indexOf(before) >= 0
        || (word.label() == Label.REPORTER && Text.isCjk(before))
        || (!Text.isCjk(before) && Text.isCjk(word.text().charAt(0)));
  }

  /** The first chars of all words, or of those of one char. */
  private static CharSet firsts(boolean alone) {
    return CharSet.of(
        IntStream.range(0, WORDS.length)
            .filter(
                first ->
                    WORDS[first] != null
                        && (!alone
                            || WORDS[first].stream().anyMatch(word -> word.text().length() == 1))));
  }

  private static CharSet lasts() {
    return CharSet.of(
        Stream.of(WORDS)
            .filter(Objects::nonNull)
            .flatMap(List::stream)
            .mapToInt(word -> word.text().charAt(word.text().length() - 1)));
  }

  // An array of lists can be made in no other way.
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static @Nullable List<Word>[] byHead() {
    @Nullable List<Word>[] byHead = new List[1 << PLACE_BITS];
    for (int first = 0; first < WORDS.length; first++) {
      List<Word> words = WORDS[first];
      for (Word word : words == null || ALONE.holds((char) first) ? List.<Word>of() : words) {
        int place = place((char) first, word.text().charAt(1));
        List<Word> list = byHead[place];
        if (list == null) {
          list = new ArrayList<>();
          byHead[place] = list;
        }
        list.add(word);
      }
    }
    return byHead;
  }

  // An array of lists can be made in no other way.
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static @Nullable List<Word>[] words() {
    @Nullable List<Word>[] words = new List[Character.MAX_VALUE + 1];
    for (Label label : Label.values()) {
      for (String written : label.words()) {
        String text = Text.plain(written);
        char first = text.toLowerCase(Locale.ROOT).charAt(0);
        List<Word> list = words[first];
        if (list == null) {
          list = new ArrayList<>();
          words[first] = list;
          words[Character.toUpperCase(first)] = list;
        }
        list.add(new Word(label, text));
      }
    }
    for (List<Word> list : words) {
      if (list != null) {
        list.sort(
            Comparator.comparingInt((Word w) -> -w.text().length()).thenComparing(Word::text));
      }
    }
    return words;
  }
}
