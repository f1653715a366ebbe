package dev.newsfold.parse.body;

import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.Phrases;
import dev.newsfold.parse.text.Sentences;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The words of some thirty languages for what stands beside articles; the table is {@code
 * boilerplate.tsv} in the lexicon, which says what each kind of words means.
 */
final class BoilerplateWords {
  /** No phrase of these kinds stands in a longer line. */
  private static final int ALSO_WEIGHT = 90;

  private static final int ACCOUNT_WEIGHT = 130;
  private static final int HOLDS_WEIGHT = 350;
  private static final int STAMP_WEIGHT = 60;
  private static final int MAX_AGE = 5;
  private static final int CREDIT_WEIGHT = 300;
  private static final int LONGEST_ALONE = 48;
  private static final String AROUND = " :：.…!?–-—>»()（）0123456789";

  private static final Map<String, Kind> KINDS = kinds();
  private static final Kind HOLDS = kind("holds");

  /** The same, where words begin or amid them: most lines hold none, which is sooner known. */
  private static final Phrases HOLDS_ANYWHERE = Phrases.of(HOLDS.all);

  /** The phrases of one kind, by their first two chars. */
  private static final class Kind {
    private static final int PLACE_BITS = 10;

    private final Set<String> all = new HashSet<>();

    /** Each list in the place of its phrases' head; a few heads share one. */
    private final List<List<String>> byHead =
        new ArrayList<>(Collections.nCopies(1 << PLACE_BITS, List.of()));

    void add(String phrase) {
      all.add(phrase);
      List<String> longer = new ArrayList<>(byHead.get(place(phrase, 0)));
      longer.add(phrase);
      byHead.set(place(phrase, 0), List.copyOf(longer));
    }

    /** The end of a phrase that stands at a place in a text; -1 if none does. */
    int end(String text, int at) {
      for (String phrase : byHead.get(place(text, at))) {
        if (text.startsWith(phrase, at)) {
          return at + phrase.length();
        }
      }
      return -1;
    }

    /** True if one stands in a text where a word begins; Chinese and the like part no words. */
    boolean isIn(String text) {
      for (int i = 0; i + 1 < text.length(); i++) {
        if (beginsWord(text, i) && end(text, i) >= 0) {
          return true;
        }
      }
      return false;
    }

    private static boolean beginsWord(String text, int at) {
      return at == 0 || text.charAt(at) >= CJK || !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    private static int place(String text, int at) {
      int head =
          text.length() - at < 2
              ? text.length() == at ? 0 : text.charAt(at)
              : text.charAt(at) << Character.SIZE | text.charAt(at + 1);
      return head * 0x9E3779B9 >>> Integer.SIZE - PLACE_BITS;
    }
  }

  /** From here on, letters of scripts without blanks, or with endings that are parts of words. */
  private static final char CJK = '\u2e80';

  private BoilerplateWords() {}

  private static Map<String, Kind> kinds() {
    Map<String, Kind> kinds = new HashMap<>();
    for (String kind :
        List.of("also", "list", "ad", "account", "alone", "holds", "stamp", "age", "credit")) {
      kinds.put(kind, new Kind());
    }
    for (Lexicon.Row row : Lexicon.read("boilerplate.tsv", 3)) {
      Kind phrases = kinds.get(row.cell(0));
      if (phrases == null) {
        throw new IllegalStateException("boilerplate.tsv: no kind " + row.cell(0));
      }
      row.list(2).forEach(phrases::add);
    }
    return kinds;
  }

  private static Kind kind(String name) {
    Kind phrases = KINDS.get(name);
    return phrases == null ? new Kind() : phrases;
  }

  /** What a line is if it is no part of an article's text, by its words; else null. */
  static @Nullable String why(Line line) {
    if (Boilerplate.speaksToReaders(line)) {
      return "to readers";
    }
    if (line.weight() > ACCOUNT_WEIGHT) {
      return null;
    }
    String text = line.lower();
    if (line.weight() <= ALSO_WEIGHT && beginsWithOneOf("also", text)) {
      return "read also";
    }
    if (beginsWithOneOf("account", text)) {
      return "subscribe";
    }
    if (text.length() > LONGEST_ALONE) {
      return null;
    }
    String alone = alone(text);
    return kind("ad").all.contains(alone)
        ? "advertisement"
        : kind("alone").all.contains(alone) ? "button" : null;
  }

  /** True for a line that asks readers to pay, subscribe, register or follow. */
  static boolean asks(Line line) {
    return Boilerplate.speaksToReaders(line)
        || line.weight() <= ACCOUNT_WEIGHT && beginsWithOneOf("account", line.lower());
  }

  /** True for a line that holds words to readers; {@link Boilerplate#speaksToReaders} knows it. */
  static boolean speaksToReaders(Line line) {
    return line.weight() <= HOLDS_WEIGHT
        && HOLDS_ANYWHERE.isIn(line.lower())
        && HOLDS.isIn(line.lower());
  }

  /** True for a line that says no more than what heads a list of other articles, or comments. */
  static boolean headsList(Line line) {
    return line.text().length() <= LONGEST_ALONE && kind("list").all.contains(alone(line.lower()));
  }

  /** True for a line that says when the page was published, or how long it takes to read. */
  static boolean isStamp(Line line) {
    String text = line.weight() <= STAMP_WEIGHT ? line.lower() : "";
    return text.chars().anyMatch(Character::isDigit)
        && (begins("stamp", text, c -> !Character.isLetter(c) || c >= CJK) || isAge(text));
  }

  /** {@code 7 days ago}, {@code vor 3 Stunden}, {@code 4 min read}. */
  private static boolean isAge(String text) {
    Set<String> ages = kind("age").all;
    String[] words = text.strip().split(" ", MAX_AGE + 1);
    if (words.length > MAX_AGE) {
      return false;
    }
    String bare = text.strip();
    boolean ends = false;
    for (String age : ages) {
      boolean parted = age.charAt(0) >= CJK;
      ends |= parted ? bare.endsWith(age) : bare.endsWith(" " + age) || bare.startsWith(age + " ");
    }
    return ends;
  }

  /** True for a line that says who wrote or sent the text above it. */
  static boolean isCredit(Line line) {
    boolean sentence = line.weight() > STAMP_WEIGHT && Sentences.isComplete(line.text());
    return line.weight() <= CREDIT_WEIGHT && !sentence && beginsWithOneOf("credit", line.lower());
  }

  private static boolean beginsWithOneOf(String kind, String text) {
    return begins(kind, text, c -> true);
  }

  private static boolean begins(String kind, String text, IntPredicate next) {
    int start = begin(text);
    int end = start == text.length() ? -1 : kind(kind).end(text, start);
    return end == text.length() || end > 0 && next.test(text.charAt(end));
  }

  /** Without bullets and arrows before it. */
  private static int begin(String text) {
    int start = 0;
    while (start < text.length()
        && !Character.isLetterOrDigit(text.charAt(start))
        && "【[(".indexOf(text.charAt(start)) < 0) {
      start++;
    }
    return start;
  }

  /** Without bullets, counts, colons and brackets around it. */
  private static String alone(String text) {
    int end = text.length();
    while (end > 0 && AROUND.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    int start = begin(text);
    while (start < end && AROUND.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    return text.substring(Math.min(start, end), end);
  }
}
