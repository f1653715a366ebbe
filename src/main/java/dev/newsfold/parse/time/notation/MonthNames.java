package dev.newsfold.parse.time.notation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Month names of some thirty languages; the table is {@code lexicon/month-names.tsv}. */
public final class MonthNames {
  private static final String TABLE = "/dev/newsfold/parse/lexicon/month-names.tsv";
  private static final Map<String, Integer> MONTHS = new HashMap<>();
  private static final Map<String, Integer> MONTHS_BY_LANGUAGE = new HashMap<>();
  private static final Set<String> LANGUAGES = new LinkedHashSet<>();

  private static final Set<String> PERSIAN = new HashSet<>();

  /** What BCP 47 says of the Persian calendar. */
  private static final String PERSIAN_TAG = "-u-ca-persian";

  /** A name this long is one on pages of other languages too. */
  private static final int LONG_ENOUGH = 4;

  /** Length of the longest name, in chars: no word longer than this is looked up. */
  public static final int LONGEST;

  static {
    try (InputStream in = MonthNames.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException(TABLE + " is missing");
      }
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          add(line.split("\t", -1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    LONGEST = MONTHS.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  private MonthNames() {}

  /** The languages of the table, as BCP 47 tags. */
  static Set<String> languages() {
    return Set.copyOf(LANGUAGES);
  }

  /**
   * The month that a word names, 1 to 12, or 0. On pages in another language but English, short
   * names are words: Pro 13 is no 13 December but in Czech.
   *
   * @param word in lower case, without a full stop
   * @param language the page's BCP 47 tag, or empty
   */
  public static int month(String word, String language) {
    if (word.length() < 2 || word.length() > LONGEST) {
      return 0;
    }
    int hyphen = language.indexOf('-');
    String primary = hyphen > 0 ? language.substring(0, hyphen) : language;
    Integer own = MONTHS_BY_LANGUAGE.get(primary + ' ' + word);
    if (own == null) {
      own = MONTHS_BY_LANGUAGE.get("en " + word);
    }
    boolean anywhere = language.isEmpty() || word.length() >= LONG_ENOUGH;
    return own != null ? own : anywhere ? MONTHS.getOrDefault(word, 0) : 0;
  }

  /** Whether a word names a month of the Persian calendar. */
  static boolean isPersian(String word) {
    return PERSIAN.contains(word);
  }

  private static void add(String[] row) {
    boolean persian = row[0].endsWith(PERSIAN_TAG);
    List<String> tags = List.of(row[0].replace(PERSIAN_TAG, "").split("\\|", -1));
    LANGUAGES.addAll(tags);
    for (int month = 1; month < row.length; month++) {
      for (String name : row[month].split(" ", -1)) {
        if (!name.isEmpty()) {
          String words = name.replace('_', ' ');
          MONTHS.putIfAbsent(words, month);
          if (persian) {
            PERSIAN.add(words);
          }
          for (String tag : tags) {
            MONTHS_BY_LANGUAGE.put(tag + ' ' + words, month);
          }
        }
      }
    }
  }
}
