package dev.newsfold.parse.time.notation;

import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.Text;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which zone a page's wall clock shows when no offset stands with a time: that of the site's
 * country, else that of its language, else the run's. A country with several zones stands for the
 * one where most of its papers are made.
 */
public final class Zones {
  private static final Map<String, String> BY_DOMAIN = Lexicon.meanings("zones.tsv", "domain");

  private static final Map<String, String> BY_LANGUAGE = Lexicon.meanings("zones.tsv", "language");

  private static final Map<String, String> BY_NAME = Lexicon.meanings("zones.tsv", "name");

  /** Names and the zones whose own they are. */
  private static final Set<List<String>> OWN_NAMES =
      Lexicon.read("zones.tsv", 3).stream()
          .filter(row -> row.cell(0).equals("own name"))
          .flatMap(row -> row.list(2).stream().map(name -> List.of(row.cell(1), name)))
          .collect(Collectors.toUnmodifiableSet());

  /** The zones at the edge of the calendar are UTC-12 and UTC+14. */
  private static final int WIDEST_OFFSET_HOURS = 14;

  private Zones() {}

  /**
   * The zone of a page's wall clock.
   *
   * @param site host name, or empty
   * @param language BCP 47 tag, or empty
   * @param run the run's zone, for pages that tell nothing
   */
  public static ZoneId of(String site, String language, ZoneId run) {
    String zone = BY_DOMAIN.get(site.substring(site.lastIndexOf('.') + 1));
    if (zone == null) {
      zone = BY_LANGUAGE.get(language);
    }
    if (zone == null) {
      String region = Locale.forLanguageTag(language).getCountry();
      zone = BY_DOMAIN.get(region.equals("GB") ? "uk" : region.toLowerCase(Locale.ROOT));
    }
    if (zone == null && language.length() > 2) {
      zone = BY_LANGUAGE.get(language.substring(0, 2));
    }
    return zone == null ? run : ZoneId.of(zone);
  }

  /**
   * The zone that a word names as it is written; null if it names none. A name that several
   * countries have for theirs is that of the page's own.
   */
  static @Nullable ZoneId named(String word, TimeContext context) {
    if (OWN_NAMES.contains(List.of(context.zone().getId(), word))) {
      return context.zone();
    }
    if (word.equals("CST") && context.language().startsWith("zh")) {
      return ZoneId.of("+08:00");
    }
    String zone = BY_NAME.get(Text.plain(word));
    return zone == null ? null : ZoneId.of(zone);
  }

  /** An offset in its parts, as "+", "08", "00"; null if no place on earth has it. */
  public static @Nullable ZoneOffset offset(String sign, String hours, @Nullable String minutes) {
    int h = Integer.parseInt(hours);
    int m = minutes == null ? 0 : Integer.parseInt(minutes);
    if (h > WIDEST_OFFSET_HOURS || m > 59) {
      return null;
    }
    int direction = sign.equals("-") ? -1 : 1;
    return ZoneOffset.ofTotalSeconds(direction * (h * 3600 + m * 60));
  }
}
