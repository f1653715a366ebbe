package dev.newsfold.parse.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A label with its value in a line: {@code 来源：新华网}. The value ends at the next label, at the
 * bracket that closes one opened before it, or with the line.
 *
 * @param value trimmed of blanks and separators; may be empty
 * @param start where the label begins
 * @param valueStart where the value begins
 * @param end where the value ends
 */
public record Labelled(Label label, String value, int start, int valueStart, int end) {

  /** Whether a colon or the like parts label and value, and not just a blank. */
  public boolean separated(String line) {
    int i = valueStart - 1;
    while (i > start && line.charAt(i) == ' ') {
      i--;
    }
    return i > start && SEPARATORS.indexOf(line.charAt(i)) >= 0;
  }

  private record Word(Label label, String text) {}

  private record Hit(Label label, int start, int valueStart) {}

  /** Words by their first char, longest first; no list where none begins so. */
  private static final @Nullable List<Word>[] WORDS = words();

  /** By their first char, a bit for each hash of the chars with which words go on. */
  private static final long[] SECONDS = seconds();

  private static final String SEPARATORS = ":：|｜丨/／┃∶│▏▎❘∣︱";
  private static final String BEFORE_LABEL = " ([{（【〔［《〈「『|｜·,，。;；:：/／—-_~>》〉】］〕）)]、*■◆●○▲▪⊙\"'“”";
  private static final String OPENING = "([{（【〔［";
  private static final String CLOSING = ")]}）】〕］";

  /** Labels that may follow a value without a gap. */
  private static final Set<Label> TOUCHING =
      EnumSet.of(
          Label.SOURCE, Label.AUTHOR, Label.RESPONSIBLE_EDITOR, Label.EDITOR, Label.PUBLISHED);

  /** What may precede 来源 directly and still name the source of the article. */
  private static final String SOURCE_OF_DATA = "来源";

  private static final int MAX_LINE = 4_000;
  private static final int LONGEST_WORD = 16;
  private static final int MAX_GAP = 2;

  /** 作者 张三 李四: with a blank instead of a colon, no more than this follows. */
  private static final int LONGEST_LIST = 40;

  /** The labels of a text with their values, in order. */
  public static List<Labelled> in(String text) {
    return in(text, Text.plain(text));
  }

  /** The same for a text whose {@link Text#plain} form is known. */
  public static List<Labelled> in(String line, String plain) {
    boolean cut = line.length() > MAX_LINE;
    String text = cut ? line.substring(0, MAX_LINE) : line;
    List<Hit> hits = hits(cut ? plain.substring(0, MAX_LINE) : plain);
    if (hits.isEmpty()) {
      return List.of();
    }
    List<Labelled> found = new ArrayList<>(hits.size());
    for (int i = 0; i < hits.size(); i++) {
      Hit hit = hits.get(i);
      int limit = i + 1 < hits.size() ? hits.get(i + 1).start() : text.length();
      int end = closing(text, hit.valueStart(), limit);
      found.add(
          new Labelled(
              hit.label(),
              trim(text.substring(hit.valueStart(), end)),
              hit.start(),
              hit.valueStart(),
              end));
    }
    return found;
  }

  /**
   * The label that ends right before a position, separator and blanks skipped: what a page marks
   * from there on is its value even if nothing separates the two. Null if there is none.
   */
  public static @Nullable Label endingAt(String line, int position) {
    String text = Text.plain(line);
    int end = position;
    while (end > 0
        && (text.charAt(end - 1) == ' ' || SEPARATORS.indexOf(text.charAt(end - 1)) >= 0)) {
      end--;
    }
    for (int start = Math.max(0, end - LONGEST_WORD); start < end - 1; start++) {
      List<Word> words = WORDS[text.charAt(start)];
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

  private static List<Hit> hits(String text) {
    List<Hit> hits = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      Hit hit = at(text, i, hits.isEmpty() ? -1 : hits.get(hits.size() - 1).valueStart());
      if (hit == null) {
        i++;
      } else {
        hits.add(hit);
        i = Math.max(i + 1, hit.valueStart());
      }
    }
    return hits;
  }

  /**
   * @param value where the value of the label before begins, -1 if there is none
   */
  private static @Nullable Hit at(String text, int at, int value) {
    List<Word> words = WORDS[text.charAt(at)];
    if (words == null || !goesOn(text, at) || value < 0 && isWithinWord(text, at)) {
      return null;
    }
    for (Word word : words) {
      int end = match(text, at, word.text());
      if (end < 0) {
        continue;
      }
      int next = separator(text, end);
      boolean startsWord = at == 0 || mayPrecede(text.charAt(at - 1), word);
      if (next > end && (startsWord || text.charAt(end) != '|' && touches(text, at, value, word))) {
        return new Hit(word.label(), at, next);
      }
      if (needsNoSeparator(text, at, end, word)) {
        return new Hit(word.label(), at, end);
      }
      if (next > end && word.text().equals(SOURCE_OF_DATA)) {
        return new Hit(Label.OTHER, at, next);
      }
    }
    return null;
  }

  /** False if no word that begins here has the char that follows. */
  private static boolean goesOn(String text, int at) {
    if (at + 1 == text.length()) {
      return true;
    }
    char second = text.charAt(at + 1);
    return Text.isSpace(second)
        || (SECONDS[text.charAt(at)] & 1L << Character.toLowerCase(second)) != 0;
  }

  /** Amid a word of Latin letters no label begins but behind another's value. */
  private static boolean isWithinWord(String text, int at) {
    return at > 0 && isLatin(text.charAt(at)) && isLatin(text.charAt(at - 1));
  }

  private static boolean isLatin(char c) {
    return c < 0x80 && Character.isLetter(c);
  }

  /** 作者：张三来源：甲报: a label that touches the short value of the one before. */
  private static boolean touches(String text, int at, int value, Word word) {
    return value >= 0
        && at - value >= 2
        && at - value <= LONGEST_WORD
        && TOUCHING.contains(word.label())
        && (word.label() != Label.PUBLISHED || word.text().length() > 2)
        && text.substring(value, at).indexOf(' ') < 0;
  }

  /** The end of the word in the text, blanks between its characters skipped; -1 if it differs. */
  private static int match(String text, int at, String word) {
    int i = at;
    for (int w = 0; w < word.length(); w++) {
      char expected = word.charAt(w);
      int gap = 0;
      while (expected != ' ' && w > 0 && i < text.length() && Text.isSpace(text.charAt(i))) {
        if (++gap > MAX_GAP || expected < 0x2e80) {
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

  /** Where the value begins behind blanks and a separator; {@code end} if there is no separator. */
  private static int separator(String text, int end) {
    int i = end;
    while (i < text.length() && i <= end + MAX_GAP && text.charAt(i) == ' ') {
      i++;
    }
    if (i < text.length() && (text.charAt(i) == '】' || text.charAt(i) == ']')) {
      i++;
    }
    int from = i;
    while (i < text.length()
        && i < from + 3
        && (SEPARATORS.indexOf(text.charAt(i)) >= 0 || (i > from && text.charAt(i) == ' '))) {
      i++;
    }
    return i > from ? i : end;
  }

  private static boolean mayPrecede(char before, Word word) {
    return Character.isDigit(before)
        || BEFORE_LABEL.indexOf(before) >= 0
        || (word.label() == Label.REPORTER && Text.isCjk(before))
        || (!Text.isCjk(before) && Text.isCjk(word.text().charAt(0)));
  }

  /** 责任编辑 张三 and 转自《…》: at the start of a line or bracket a blank, or nothing, is enough. */
  private static boolean needsNoSeparator(String text, int at, int end, Word word) {
    boolean opens = at == 0 || OPENING.indexOf(text.charAt(at - 1)) >= 0;
    boolean blank = end < text.length() && text.charAt(end) == ' ';
    return switch (word.label()) {
      case TAKEN_FROM -> opens && end < text.length();
      case RESPONSIBLE_EDITOR, EDITOR -> blank && (opens || text.charAt(at - 1) == ' ');
      case SOURCE -> opens && blank && word.text().charAt(0) > 0x2e80;
      case PUBLISHED, MODIFIED ->
          end < text.length()
              && (opens || !Character.isLetter(text.charAt(at - 1)))
              && (blank || Character.isDigit(text.charAt(end)));
      case AUTHOR ->
          blank
              && (opens || text.charAt(at - 1) == ' ')
              && word.text().charAt(0) > 0x2e80
              && text.length() - end <= LONGEST_LIST;
      case ORIGINAL_HEADLINE ->
          opens && (blank || end < text.length() && isQuote(text.charAt(end)));
      case SECTION -> blank && opens && text.substring(at, end).indexOf(' ') > 0;
      case OTHER -> blank && !opens && text.charAt(at - 1) == ' ' && word.text().charAt(0) > 0x2e80;
      default -> false;
    };
  }

  private static boolean isQuote(char c) {
    return c == '《' || c == '】' || c == ']';
  }

  private static int closing(String text, int from, int limit) {
    int depth = 0;
    for (int i = from; i < limit; i++) {
      char c = text.charAt(i);
      if (OPENING.indexOf(c) >= 0) {
        depth++;
      } else if (CLOSING.indexOf(c) >= 0 && --depth < 0) {
        return i;
      }
    }
    // An opening bracket right before the next label belongs to that label.
    int end = limit;
    while (end > from && OPENING.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private static String trim(String value) {
    int start = 0;
    int end = value.length();
    while (start < end && isEdge(value.charAt(start))) {
      start++;
    }
    while (end > start && isEdge(value.charAt(end - 1))) {
      end--;
    }
    return value.substring(start, end);
  }

  private static boolean isEdge(char c) {
    return Text.isSpace(c) || SEPARATORS.indexOf(c) >= 0 || c == ',' || c == '，' || c == ';';
  }

  private static long[] seconds() {
    long[] seconds = new long[WORDS.length];
    for (int first = 0; first < WORDS.length; first++) {
      List<Word> words = WORDS[first];
      if (words != null) {
        for (Word word : words) {
          seconds[first] |= word.text().length() < 2 ? -1 : 1L << word.text().charAt(1);
        }
      }
    }
    return seconds;
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
