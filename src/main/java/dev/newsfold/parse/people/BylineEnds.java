package dev.newsfold.parse.people;

import dev.newsfold.parse.text.Lexicon;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What stands behind the names of a byline and names nobody who wrote. */
final class BylineEnds {
  /** Words by Jane Roe. Photographs by John Doe. */
  private static final Pattern OTHER_CREDIT =
      Pattern.compile(
          "[\\s.;,|/·–—-]+(?:photo\\w*|pictures?|images?|illustrations?|graphics?|video|fotos?|bilder)\\s?(?:by|von|par|de|di|:)\\s.*$",
          Pattern.CASE_INSENSITIVE);

  /** Jane Roe Associated Press: an agency, run together with a full name before it. */
  private static final Pattern AGENCY =
      Pattern.compile(
          "(?<=\\p{Lu}[\\p{L}.'’-]{1,20} \\p{Lu}[\\p{L}.'’-]{1,20})\\s+(?:The )?(?:"
              + Lexicon.read("agencies.tsv", 2).stream()
                  .flatMap(row -> row.list(1).stream())
                  .filter(name -> name.charAt(0) < 0x250)
                  .map(Pattern::quote)
                  .collect(Collectors.joining("|"))
              + ")(?=$|\\s?[,;|/])");

  private BylineEnds() {}

  /** A byline up to such words. */
  static String without(String byline) {
    String names = OTHER_CREDIT.matcher(byline).replaceFirst("");
    return AGENCY.matcher(names).replaceAll("");
  }
}
