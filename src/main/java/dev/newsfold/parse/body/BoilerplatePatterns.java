package dev.newsfold.parse.body;

import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.PrefilteredPattern;
import dev.newsfold.parse.text.PrefilteredPatterns;
import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of lines that stand where {@code lexicon/boilerplate-patterns.tsv} says, told by
 * regular expressions. They are compared in simplified characters.
 */
final class BoilerplatePatterns {
  private static final int MAX_LENGTH = 300;

  /** No button has more chars; a text before it may have all of an article's. */
  private static final int LONGEST_BUTTON = 40;

  /** What tells of lines, by kind. A pattern's place is that of its bit in the traces. */
  private static final List<PrefilteredPattern> PATTERNS = new ArrayList<>();

  /** Lines that say something of the article, and are no part of it. */
  static final BoilerplatePatterns LINES = new BoilerplatePatterns("line");

  /** Lines that begin what follows an article: lists of other articles, comments. */
  static final BoilerplatePatterns ENDS = new BoilerplatePatterns("end");

  /** Lines that begin the comments, and what the site has to say of them. */
  static final BoilerplatePatterns COMMENTS = new BoilerplatePatterns("comment");

  /** What the foot of a site says in every country that registers sites. */
  static final BoilerplatePatterns FOOT = new BoilerplatePatterns("foot");

  /** Rules for readers who write, and for those who read. */
  private static final PrefilteredPattern TERMS =
      PrefilteredPattern.of(
          rows("terms").map(row -> row.cell(5)).collect(Collectors.joining("|")),
          Pattern.CASE_INSENSITIVE);

  /** Buttons that end the last line of a text: 返回甲网，查看更多. */
  private static final PrefilteredPattern TAIL =
      PrefilteredPattern.of(
          rows("tail").map(row -> row.cell(5)).collect(Collectors.joining("|")),
          Pattern.CASE_INSENSITIVE);

  private static final long TERMS_TRACE = bit(TERMS);

  private static final PrefilteredPatterns ANY = PrefilteredPatterns.of(PATTERNS);

  /**
   * A kind of line.
   *
   * @param name as it stands in the evidence
   * @param maxWeight a longer line is not of this kind
   * @param from how much of the line comes before what it holds, at least
   * @param begins what such a line begins with; null if that does not tell
   * @param holds what such a line holds anywhere; null if that does not tell
   * @param begun the trace of every line that begins so
   * @param held the trace of every line that holds that
   */
  private record Kind(
      String name,
      int maxWeight,
      int from,
      @Nullable PrefilteredPattern begins,
      @Nullable PrefilteredPattern holds,
      long begun,
      long held) {

    /** The kind that rows tell of which differ in language alone. */
    static Kind of(List<Lexicon.Row> rows) {
      Lexicon.Row first = rows.get(0);
      List<String> patterns = rows.stream().map(row -> row.cell(5)).toList();
      PrefilteredPattern begins = anyOf(patterns.stream().filter(p -> p.startsWith("^")).toList());
      PrefilteredPattern holds = anyOf(patterns.stream().filter(p -> !p.startsWith("^")).toList());
      return new Kind(
          first.cell(1),
          Integer.parseInt(first.cell(2)),
          Integer.parseInt(first.cell(3)),
          begins,
          holds,
          begins == null ? 0 : bit(begins),
          holds == null ? 0 : bit(holds));
    }

    private static @Nullable PrefilteredPattern anyOf(List<String> patterns) {
      return patterns.isEmpty()
          ? null
          : PrefilteredPattern.of(
              Text.plain(String.join("|", patterns)),
              Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    boolean fits(Line line, String head) {
      long traces = Boilerplate.traces(line) & (begun | held);
      return traces != 0
          && line.weight() <= maxWeight
          && (begins != null && (traces & begun) != 0 && begins.begins(head)
              || holds != null && (traces & held) != 0 && holds.find(head, from) != null);
    }
  }

  /** The first that fits is it. */
  private final List<Kind> kinds;

  /** Without any of these a line is of no kind, as most are. */
  private final long traces;

  private BoilerplatePatterns(String where) {
    List<List<Lexicon.Row>> groups = new ArrayList<>();
    String last = "";
    for (Lexicon.Row row : rows(where).toList()) {
      String kind = String.join("\t", row.cells().subList(0, 4));
      if (!kind.equals(last)) {
        groups.add(new ArrayList<>());
        last = kind;
      }
      groups.get(groups.size() - 1).add(row);
    }
    kinds = groups.stream().map(Kind::of).toList();
    traces =
        kinds.stream().mapToLong(kind -> kind.begun() | kind.held()).reduce(0, (a, b) -> a | b);
  }

  private static Stream<Lexicon.Row> rows(String where) {
    return Lexicon.read("boilerplate-patterns.tsv", 6).stream()
        .filter(row -> row.cell(0).equals(where));
  }

  /** Adds a pattern, and returns the bit that stands for it. */
  private static long bit(PrefilteredPattern pattern) {
    PATTERNS.add(pattern);
    return 1L << PATTERNS.size() - 1;
  }

  /** The name of the kind that a line is of; null if it is of none. */
  @Nullable String find(Line line) {
    if ((Boilerplate.traces(line) & traces) == 0) {
      return null;
    }
    String text = line.plain();
    String head = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    for (Kind kind : kinds) {
      if (kind.fits(line, head)) {
        return kind.name();
      }
    }
    return null;
  }

  /** Where the button begins with which a text ends; its length if it ends with none. */
  static int tail(String text) {
    int from = Math.max(0, text.length() - LONGEST_BUTTON);
    Matcher button = TAIL.find(Text.plain(text.substring(from)));
    return button == null ? text.length() : from + button.start();
  }

  /** True for a line that holds words of a site's terms. */
  static boolean holdsTerms(Line line) {
    return (Boilerplate.traces(line) & TERMS_TRACE) != 0 && TERMS.isIn(line.plain());
  }

  /** The traces in a line of what it may begin with or hold: 62 bits. */
  static long look(Line line) {
    return ANY.traces(line.plain());
  }
}
