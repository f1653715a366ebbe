package dev.newsfold.parse.origin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words around the names of sites, from {@code lexicon/publishers.tsv}. */
final class PublisherWords {
  private static final String TABLE = "/dev/newsfold/parse/lexicon/publishers.tsv";
  private static final List<String> KINDS = List.of("copyright", "rest", "company", "none");
  private static final Map<String, Set<String>> WORDS = read();

  /** What opens a line that says whose a page is. */
  static final Pattern COPYRIGHT = anyOf("copyright", "(?:%s)");

  /** Where the name in such a line ends at the latest. */
  static final Pattern REST = anyOf("rest", "(?<![\\p{L}])(?:%s)");

  private static final Pattern COMPANY =
      anyOf("company", "(?<![\\p{L}&&[^\\p{IsHan}]])(?:%s)(?![\\p{L}&&[^\\p{IsHan}]])");

  private PublisherWords() {}

  /** True for the name of a company, such as one that runs the site. */
  static boolean namesCompany(String name) {
    return COMPANY.matcher(name).find();
  }

  /** True for what templates print in place of a name. */
  static boolean isNoName(String name) {
    return words("none").contains(name.toLowerCase(java.util.Locale.ROOT));
  }

  private static Set<String> words(String kind) {
    return WORDS.getOrDefault(kind, Set.of());
  }

  private static Pattern anyOf(String kind, String around) {
    String any = words(kind).stream().map(Pattern::quote).collect(Collectors.joining("|"));
    return Pattern.compile(
        String.format(java.util.Locale.ROOT, around, any),
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static Map<String, Set<String>> read() {
    Map<String, Set<String>> words = new HashMap<>();
    try (InputStream in = PublisherWords.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException(TABLE + " is missing");
      }
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("#")) {
          continue;
        }
        String[] row = line.split("\t", -1);
        if (row.length != 3 || !KINDS.contains(row[0])) {
          throw new IllegalStateException(TABLE + ": not kind, language, phrases: " + line);
        }
        words
            .computeIfAbsent(row[0], kind -> new LinkedHashSet<>())
            .addAll(List.of(row[2].split("\\|", -1)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
