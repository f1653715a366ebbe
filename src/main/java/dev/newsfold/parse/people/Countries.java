package dev.newsfold.parse.people;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names of countries, as the JDK's locale data have them in the languages of most pages. */
final class Countries {
  private static final Set<String> NAMES = new HashSet<>();

  static {
    for (Locale language :
        List.of(
            Locale.ENGLISH,
            Locale.GERMAN,
            Locale.FRENCH,
            Locale.ITALIAN,
            Locale.forLanguageTag("es"),
            Locale.forLanguageTag("pt"))) {
      for (String country : Locale.getISOCountries()) {
        NAMES.add(
            new Locale.Builder()
                .setRegion(country)
                .build()
                .getDisplayCountry(language)
                .toLowerCase(Locale.ROOT));
      }
    }
    // These are first names or surnames too.
    NAMES.removeAll(List.of("chad", "jordan", "georgia", "israel", "jersey", "kenya", "guernsey"));
  }

  private Countries() {}

  /** Hamburg, Germany is a place and no list of authors. */
  static boolean isCountry(String name) {
    return NAMES.contains(name.toLowerCase(Locale.ROOT));
  }
}
