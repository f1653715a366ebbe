package dev.newsfold.parse.body;

import dev.newsfold.parse.page.Line;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of some thirty languages for what stands beside articles; the table is {@code
 * boilerplate.tsv} in the lexicon.
 */
final class BoilerplateWords {
  private static final String TABLE = "/dev/newsfold/parse/lexicon/boilerplate.tsv";

  /** No phrase of these kinds stands at the head of a longer line. */
  private static final int ALSO_WEIGHT = 90;

  private static final int ACCOUNT_WEIGHT = 130;
  private static final int LONGEST_ALONE = 48;
  private static final String AROUND = " :：.…!-–—>»()（）0123456789";

  /** Of phrases that lines begin with, by their first two chars. */
  private static final Map<String, List<String>> ALSO = new HashMap<>();

  private static final Map<String, List<String>> ACCOUNT = new HashMap<>();
  private static final Set<String> LIST = new HashSet<>();
  private static final Set<String> AD = new HashSet<>();

  static {
    try (InputStream in = BoilerplateWords.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException(TABLE + " is missing");
      }
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] row = line.split("\t", -1);
          for (String phrase : row[2].split("\\|", -1)) {
            add(row[0], phrase);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BoilerplateWords() {}

  private static void add(String kind, String phrase) {
    switch (kind) {
      case "also" -> ALSO.computeIfAbsent(head(phrase), k -> new ArrayList<>()).add(phrase);
      case "account" -> ACCOUNT.computeIfAbsent(head(phrase), k -> new ArrayList<>()).add(phrase);
      case "list" -> LIST.add(phrase);
      case "ad" -> AD.add(phrase);
      default -> throw new IllegalStateException(TABLE + ": no kind " + kind);
    }
  }

  /** What a line is if it is no part of an article's text, by its words; else null. */
  static @Nullable String why(Line line) {
    if (line.weight() > ACCOUNT_WEIGHT) {
      return null;
    }
    String text = lower(line.text());
    if (line.weight() <= ALSO_WEIGHT && beginsWithOneOf(ALSO, text)) {
      return "read also";
    }
    if (beginsWithOneOf(ACCOUNT, text)) {
      return "subscribe";
    }
    return text.length() <= LONGEST_ALONE && AD.contains(alone(text)) ? "advertisement" : null;
  }

  /** True for a line that says no more than what heads a list of other articles, or comments. */
  static boolean headsList(Line line) {
    return line.text().length() <= LONGEST_ALONE && LIST.contains(alone(lower(line.text())));
  }

  /** Lower case; the Turkish capital İ becomes a plain i. */
  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT).replace("i\u0307", "i");
  }

  private static boolean beginsWithOneOf(Map<String, List<String>> phrases, String text) {
    String bare = text.substring(begin(text));
    for (String phrase : phrases.getOrDefault(head(bare), List.of())) {
      if (bare.startsWith(phrase)) {
        return true;
      }
    }
    return false;
  }

  private static String head(String phrase) {
    return phrase.length() < 2 ? phrase : phrase.substring(0, 2);
  }

  /** Without bullets and arrows before it. */
  private static int begin(String text) {
    int start = 0;
    while (start < text.length()
        && !Character.isLetterOrDigit(text.charAt(start))
        && "【[".indexOf(text.charAt(start)) < 0) {
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
