package dev.newsfold.parse.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The names by which news agencies are known, as {@code lexicon/agencies.tsv} lists them. */
public final class AgencyNames {
  /** By each name, as written, the one name of its agency; in the order of the list. */
  public static final Map<String, String> AGENCIES = read();

  private static final Set<String> LOWER =
      AGENCIES.keySet().stream()
          .map(name -> name.toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

  private AgencyNames() {}

  /** True for an agency's name, in letters of any case, and no more. */
  public static boolean contains(String name) {
    return LOWER.contains(name.toLowerCase(Locale.ROOT));
  }

  private static Map<String, String> read() {
    Map<String, String> agencies = new LinkedHashMap<>();
    for (Lexicon.Row agency : Lexicon.read("agencies.tsv", 2)) {
      agency.list(1).forEach(name -> agencies.putIfAbsent(name, agency.cell(0)));
    }
    return Collections.unmodifiableMap(agencies);
  }
}
