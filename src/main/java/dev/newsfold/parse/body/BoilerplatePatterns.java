package dev.newsfold.parse.body;

import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.PrefilteredPattern;
import dev.newsfold.parse.text.PrefilteredPatterns;
import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
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

  /** What lines may hold anywhere. */
  private static final PrefilteredPatterns HELD =
      PrefilteredPatterns.of(
          Stream.of(LINES.held, COMMENTS.held, FOOT.held, TERMS).filter(Objects::nonNull).toList());

  /**
   * A kind of line.
   *
   * @param name as it stands in the evidence
   * @param maxWeight a longer line is not of this kind
   * @param from how much of the line comes before what it holds, at least
   * @param begins what such a line begins with; null if that does not tell
   * @param holds what such a line holds anywhere; null if that does not tell
   */
  private record Kind(
      String name,
      int maxWeight,
      int from,
      @Nullable PrefilteredPattern begins,
      @Nullable PrefilteredPattern holds) {

    /** The kind that rows tell of which differ in language alone. */
    static Kind of(List<Lexicon.Row> rows) {
      Lexicon.Row first = rows.get(0);
      return new Kind(
          first.cell(1),
          Integer.parseInt(first.cell(2)),
          Integer.parseInt(first.cell(3)),
          anyOf(rows.stream().map(row -> row.cell(5)).filter(p -> p.startsWith("^")).toList()),
          anyOf(rows.stream().map(row -> row.cell(5)).filter(p -> !p.startsWith("^")).toList()));
    }

    private static @Nullable PrefilteredPattern anyOf(List<String> patterns) {
      return patterns.isEmpty()
          ? null
          : PrefilteredPattern.of(
              Text.plain(String.join("|", patterns)),
              Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    boolean isBegunBy(Line line, String head) {
      return begins != null && line.weight() <= maxWeight && begins.begins(head);
    }

    boolean isHeldBy(Line line, String head) {
      return holds != null && line.weight() <= maxWeight && holds.find(head, from) != null;
    }
  }

  /** The first that fits is it. */
  private final List<Kind> kinds;

  /** Finds what any of them looks for at the head of a line: in most there is nothing. */
  private final @Nullable PrefilteredPattern begun;

  /** The same, for what they look for anywhere in a line. */
  private final @Nullable PrefilteredPattern held;

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
    begun = any(Kind::begins);
    held = any(Kind::holds);
  }

  private static Stream<Lexicon.Row> rows(String where) {
    return Lexicon.read("boilerplate-patterns.tsv", 6).stream()
        .filter(row -> row.cell(0).equals(where));
  }

  private @Nullable PrefilteredPattern any(Function<Kind, @Nullable PrefilteredPattern> which) {
    List<PrefilteredPattern> patterns = kinds.stream().map(which).filter(Objects::nonNull).toList();
    return patterns.isEmpty() ? null : PrefilteredPattern.anyOf(patterns);
  }

  /** The name of the kind that a line is of; null if it is of none. */
  @Nullable String find(Line line) {
    String text = line.plain();
    String head = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    boolean begins = begun != null && begun.begins(head);
    boolean holds = held != null && HELD.may(line.furniture(), held) && held.isIn(head);
    if (begins || holds) {
      for (Kind kind : kinds) {
        if (begins && kind.isBegunBy(line, head) || holds && kind.isHeldBy(line, head)) {
          return kind.name();
        }
      }
    }
    return null;
  }

  /** True for a line that holds words of a site's terms. */
  static boolean holdsTerms(Line line) {
    return HELD.may(line.furniture(), TERMS) && TERMS.isIn(line.plain());
  }

  /** The traces in a text in simplified characters of what is looked for anywhere in a line. */
  static int traces(String plain) {
    return HELD.traces(plain);
  }
}
