package dev.newsfold.parse.origin;

import dev.newsfold.parse.text.AgencyNames;
import dev.newsfold.parse.text.CharSet;
import dev.newsfold.parse.text.CreditWords;
import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * News agencies: one name each, whatever a page calls them. The name is the one that Chinese pages
 * use; agencies that Chinese pages call by their letters keep those. The table is {@link #TABLE}.
 */
final class Agencies {
  /** One name, then its other names. */
  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  /**
   * Aliases by their first character, longest first: a regex of them all costs more than a page.
   */
  private static final String[][] BY_START = new String[Character.MAX_VALUE + 1][];

  /** Where there are any, which are few. */
  private static final CharSet STARTS;

  private static final String[] NONE = {};

  static {
    Map<Character, List<String>> byStart = new HashMap<>();
    AgencyNames.AGENCIES.forEach(
        (written, agency) -> {
          String alias = Text.plain(written);
          if (NAMES.putIfAbsent(alias, agency) == null) {
            byStart.computeIfAbsent(alias.charAt(0), c -> new ArrayList<>()).add(alias);
          }
        });
    Arrays.fill(BY_START, NONE);
    byStart.forEach(
        (start, aliases) -> {
          aliases.sort(Comparator.comparingInt(String::length).reversed().thenComparing(a -> a));
          BY_START[start] = aliases.toArray(NONE);
        });
    STARTS = CharSet.of(byStart.keySet().stream().mapToInt(start -> start));
  }

  /** What stands before a quoted agency: 据…, 综合…. */
  private static final Pattern ACCORDING = Pattern.compile(word("according") + "[^。；！？\\n]{0,10}$");

  /** What stands behind one: …社北京9月13日电, …社报道, …社消息. */
  private static final Pattern REPORTS =
      Pattern.compile(
          "^[^。；！？，,、“”\\n]{0,16}?(?:(?!%s|%s)%s|%s)|^(?:\\d{1,2}月)?(?:\\d{1,2}日)?%s(?=[，,：:“])"
              .formatted(
                  word("no wire"),
                  word("news service"),
                  CreditWords.any("report", "message", "bulletin", "wire"),
                  word("found"),
                  word("says")));

  private static final Pattern IN_BRACKETS =
      Pattern.compile("(?:[(（]|[(\\[][가-힣·]{2,12}=)\\s{0,2}$");
  private static final Pattern REPORTER = Pattern.compile(CreditWords.any("reporter"));
  private static final Pattern CLOSES = Pattern.compile("[)\\]）]");
  private static final Pattern LATIN_REPORTS =
      Pattern.compile("^(?:[)）]|['’]s?\\s)?\\s{0,2}(?:[-–—]|" + word("reports") + ")");
  private static final Pattern LATIN_TOLD = Pattern.compile(word("told") + "\\s(?:the\\s)?$");

  /** From here on, letters of scripts that part words by nothing. */
  private static final char EAST_ASIAN = '\u2e80';

  private static final int MAX_TEXT = 100_000;
  private static final int BEFORE = 16;
  private static final int AFTER = 30;

  private Agencies() {}

  private static String word(String kind) {
    return Lexicon.anyOf("quoting.tsv", 3, kind);
  }

  /** The one name of an agency; null if this is no name of an agency. */
  static @Nullable String name(String alias) {
    return NAMES.get(Text.plain(alias));
  }

  /**
   * The agency named at a position of a {@link Text#plain} text, as it is called there; null if
   * none.
   */
  static @Nullable String at(String text, int start) {
    if (start >= text.length() || !STARTS.holds(text.charAt(start))) {
      return null;
    }
    for (String alias : BY_START[text.charAt(start)]) {
      if (text.startsWith(alias, start)
          && (alias.charAt(0) >= EAST_ASIAN
              || (!isWordPart(text, start - 1) && !isWordPart(text, start + alias.length())))) {
        return alias;
      }
    }
    return null;
  }

  /** Agencies that a text quotes as its source, by their one name, in order of appearance. */
  static List<String> quoted(String text) {
    String body = Text.plain(text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text);
    Set<String> quoted = new LinkedHashSet<>();
    int i = 0;
    while (i < body.length()) {
      String alias = at(body, i);
      if (alias == null) {
        i++;
        continue;
      }
      String name = NAMES.getOrDefault(alias, alias);
      if (!quoted.contains(name) && isQuoted(body, i, i + alias.length())) {
        quoted.add(name);
      }
      i += alias.length();
    }
    return List.copyOf(quoted);
  }

  private static boolean isWordPart(String text, int at) {
    if (at < 0 || at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    return c < EAST_ASIAN && (Character.isLetterOrDigit(c) || c == '_' || c == '-');
  }

  private static boolean isQuoted(String text, int start, int end) {
    String before = text.substring(Math.max(0, start - BEFORE), start);
    String after = text.substring(end, Math.min(text.length(), end + AFTER));
    boolean korean = text.charAt(start) >= '가' && text.charAt(start) <= '힣';
    if (text.charAt(start) < EAST_ASIAN || korean) {
      return (IN_BRACKETS.matcher(before).find() && CLOSES.matcher(after).lookingAt())
          || LATIN_REPORTS.matcher(after).find()
          || LATIN_TOLD.matcher(before).find()
          || ACCORDING.matcher(before).find();
    }
    if (REPORTER.matcher(after).lookingAt()) {
      return false;
    }
    return ACCORDING.matcher(before).find() || REPORTS.matcher(after).find();
  }
}
