package dev.newsfold.parse.origin;

import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.time.notation.MonthNames;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Datelines of Western agencies: WASHINGTON (AP) —, LONDON, Sept 25 (Reuters) -, Madrid, 20 ene
 * (EFE).-, MOSCOW, January 20. /TASS/., (ANSA) - ROMA, 20 GEN -, МОСКВА, 20 янв - РИА Новости.
 */
final class WesternDateline {
  private static final String PLACE = "(?<place>\\p{Lu}[\\p{L} .,'’/-]{1,40}?)";

  /** Jan. 20, 20 de enero, with or without a year. */
  private static final String DAY =
      "(?:(?<m>\\p{L}{3,10})\\.?\\s(?<d>\\d{1,2})|(?<e>\\d{1,2})\\s(?:de\\s)?(?<n>\\p{L}{3,10}))"
          + "(?:,?\\s(?:de\\s)?(?<y>20\\d{2}))?\\.?";

  private static final String NAME = "(?<name>\\p{L}[\\p{L} -]{1,20}?)(?:/[\\p{L}]{2,12})?";

  private static final String WHERE_AND_WHEN = "^" + PLACE + "(?:,\\s" + DAY + ")?";

  private static final Pattern BRACKETED =
      Pattern.compile(WHERE_AND_WHEN + "\\s?[(（]" + NAME + "\\s?[)）]\\s?(?<dash>[-–—.:]|$)?");

  /** MOSCOW, January 20. /TASS/. */
  private static final Pattern SLASHED =
      Pattern.compile(WHERE_AND_WHEN + "\\s/" + NAME + "/\\s?(?<dash>[-–—.:]|$)?");

  /** BRÜSSEL, dpa -. */
  private static final Pattern AFTER_COMMA =
      Pattern.compile(WHERE_AND_WHEN + "[,/]\\s?" + NAME + "\\s?(?<dash>[-–—])");

  /** The agency first, or with a day and no place: (Reuters) -, Jan 20 (Reuters) -. */
  private static final Pattern NO_PLACE =
      Pattern.compile("^(?:" + DAY + "\\s)?\\(" + NAME + "\\)\\s?(?<dash>[-–—]{1,2})");

  private static final Pattern AGENCY_FIRST =
      Pattern.compile(
          "^\\("
              + NAME
              + "\\)\\s?[-–—]\\s?(?<place>\\p{Lu}[\\p{Lu} ’']{2,30}),\\s"
              + DAY
              + "\\s?[-–—]");

  private static final Pattern AGENCY_LAST =
      Pattern.compile(
          "^(?<place>\\p{Lu}[\\p{Lu} -]{2,30}),\\s"
              + DAY
              + "\\s?[-–—]\\s?(?<name>\\p{L}[\\p{L} -]{1,20}?)[.,]");

  /** Outlets that sign like agencies, and letters that elsewhere mean something else. */
  private static final Set<String> OUTLETS = Lexicon.words("dateline-outlets.tsv", 3, "outlet");

  private static final List<Pattern> IN_ORDER =
      List.of(AGENCY_FIRST, NO_PLACE, BRACKETED, SLASHED, AFTER_COMMA, AGENCY_LAST);

  private WesternDateline() {}

  /** The dateline that a text opens with; null if it opens with none. */
  static @Nullable DatelineText read(String opening) {
    for (Pattern pattern : IN_ORDER) {
      Matcher m = pattern.matcher(opening);
      DatelineText found = m.find() ? of(pattern, m) : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable DatelineText of(Pattern pattern, Matcher m) {
    String name = m.group("name").strip();
    if (!OUTLETS.contains(name) && !name.equals(Agencies.at(name, 0))) {
      return null;
    }
    String month = m.group("m") == null ? m.group("n") : m.group("m");
    int number = month == null ? 0 : MonthNames.month(month.toLowerCase(Locale.ROOT), "");
    if (month != null && number == 0) {
      return null;
    }
    // TAIPEI, Jan. 20 (CNA) is one without a dash; "A Place (AP)" in a text is none.
    boolean open = pattern == BRACKETED || pattern == SLASHED;
    if (open && month == null && m.group("dash") == null) {
      return null;
    }
    String day = m.group("d") == null ? m.group("e") : m.group("d");
    String place = pattern == NO_PLACE ? null : m.group("place").strip();
    return new DatelineText(
        name,
        place,
        DatelineText.day(m.group("y"), month == null ? null : String.valueOf(number), day),
        m.group());
  }
}
