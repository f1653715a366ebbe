package dev.newsfold.parse.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
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

  private record Hit(Label label, int start, int valueStart) {}

  static final String SEPARATORS = ":：|｜丨/／┃∶│▏▎❘∣︱";
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

  /** A word for what somebody did; shorter ones begin other words. */
  private static final int ROLE_LENGTH = 4;

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
   *
   * @param plain in simplified characters, see {@link Text#plain}
   */
  public static @Nullable Label endingAt(String plain, int position) {
    return LabelWords.endingAt(plain, position);
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
    if (value < 0 && isWithinWord(text, at)) {
      return null;
    }
    List<LabelWords.Word> words = LabelWords.beginningAt(text, at);
    if (words == null) {
      return null;
    }
    for (LabelWords.Word word : words) {
      int end = LabelWords.match(text, at, word.text());
      if (end < 0) {
        continue;
      }
      int next = separator(text, end);
      boolean startsWord = at == 0 || LabelWords.mayPrecede(text.charAt(at - 1), word);
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

  /** Amid a word of Latin letters no label begins but behind another's value. */
  private static boolean isWithinWord(String text, int at) {
    return at > 0 && isLatin(text.charAt(at)) && isLatin(text.charAt(at - 1));
  }

  private static boolean isLatin(char c) {
    int lower = c | 'a' - 'A';
    return lower >= 'a' && lower <= 'z';
  }

  /** 作者：张三来源：甲报: a label that touches the short value of the one before. */
  private static boolean touches(String text, int at, int value, LabelWords.Word word) {
    return value >= 0
        && at - value >= 2
        && at - value <= LONGEST_WORD
        && TOUCHING.contains(word.label())
        && (word.label() != Label.PUBLISHED || word.text().length() > 2)
        && text.substring(value, at).indexOf(' ') < 0;
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

  /** 责任编辑 张三 and 转自《…》: at the start of a line or bracket a blank, or nothing, is enough. */
  private static boolean needsNoSeparator(String text, int at, int end, LabelWords.Word word) {
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
          at == 0 && text.startsWith(", ", end)
              || blank
                  && (opens || text.charAt(at - 1) == ' ')
                  && word.text().charAt(0) > 0x2e80
                  && text.length() - end <= LONGEST_LIST;
      case ORIGINAL_HEADLINE ->
          opens && (blank || end < text.length() && isQuote(text.charAt(end)));
      case SECTION -> blank && opens && text.substring(at, end).indexOf(' ') > 0;
      // 文字采访 张三 影像采访 李四
      case PICTURE ->
          blank
              && !opens
              && text.charAt(at - 1) == ' '
              && word.text().length() >= ROLE_LENGTH
              && word.text().charAt(0) > 0x2e80;
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
}
