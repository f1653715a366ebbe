package dev.newsfold.parse.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the word lists in {@code /dev/newsfold/parse/lexicon}: a line a row, cells parted by tabs,
 * words of one cell by bars; lines that begin with # are comments. Adding a language is adding
 * lines. A list that is missing or malformed is an error of the build, told when it is first read.
 */
public final class Lexicon {
  private static final String FOLDER = "/dev/newsfold/parse/lexicon/";

  /** A list is asked for once for each of its kinds. */
  private static final Map<String, List<Row>> READ = new ConcurrentHashMap<>();

  /** A line of a list. */
  public record Row(List<String> cells) {
    public String cell(int column) {
      return cells.get(column);
    }

    /** The words of a cell. */
    public List<String> list(int column) {
      return List.of(cells.get(column).split("\\|", -1));
    }
  }

  private Lexicon() {}

  /**
   * The rows of a list, in order.
   *
   * @param columns how many cells each row has
   * @throws IllegalStateException if a row has another number of cells, an empty word, or stands
   *     twice
   */
  public static List<Row> read(String file, int columns) {
    return READ.computeIfAbsent(file + '/' + columns, key -> rows(file, columns));
  }

  private static List<Row> rows(String file, int columns) {
    List<Row> rows = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String line : text(file).split("\n", -1)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      Row row = new Row(List.of(line.split("\t", -1)));
      boolean malformed =
          row.cells().size() != columns
              || row.list(columns - 1).stream().anyMatch(word -> word.isBlank());
      if (malformed || !seen.add(line)) {
        throw new IllegalStateException(file + ": malformed, or twice: " + line);
      }
      rows.add(row);
    }
    return List.copyOf(rows);
  }

  /** All words of one kind, the kind in the first cell and words parted by bars in the last. */
  public static Set<String> words(String file, int columns, String kind) {
    return Set.copyOf(list(file, columns, kind));
  }

  /** The same, in the order of the list. */
  public static List<String> list(String file, int columns, String kind) {
    List<String> words = new ArrayList<>();
    for (Row row : read(file, columns)) {
      if (row.cell(0).equals(kind)) {
        words.addAll(row.list(columns - 1));
      }
    }
    if (words.isEmpty()) {
      throw new IllegalStateException(file + ": no words of the kind " + kind);
    }
    return List.copyOf(words);
  }

  /** A regular expression for any word of some kinds, as it is written, the longest first. */
  public static String anyOf(String file, int columns, String... kinds) {
    return anyOf(Arrays.stream(kinds).flatMap(kind -> list(file, columns, kind).stream()).toList());
  }

  /** The same for any of these words. */
  public static String anyOf(Collection<String> words) {
    if (words.stream().allMatch(word -> word.length() == 1)) {
      return words.stream()
          .map(word -> Character.isLetter(word.charAt(0)) ? word : "\\" + word)
          .distinct()
          .collect(Collectors.joining("", "[", "]"));
    }
    return words.stream()
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .map(Pattern::quote)
        .collect(Collectors.joining("|", "(?:", ")"));
  }

  /** What the words of one kind mean: kind, meaning, words parted by bars. */
  public static Map<String, String> meanings(String file, String kind) {
    Map<String, String> meanings = new HashMap<>();
    for (Row row : read(file, 3)) {
      if (row.cell(0).equals(kind)) {
        row.list(2).forEach(word -> meanings.put(word, row.cell(1)));
      }
    }
    return Map.copyOf(meanings);
  }

  private static String text(String file) {
    try (InputStream in = Lexicon.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException(FOLDER + file + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
