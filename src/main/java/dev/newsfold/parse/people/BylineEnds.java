package dev.newsfold.parse.people;

import dev.newsfold.parse.text.AgencyNames;
import dev.newsfold.parse.text.Label;
import dev.newsfold.parse.text.Phrases;
import dev.newsfold.parse.text.PrefilteredPattern;
import dev.newsfold.parse.text.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands behind the names of a byline and names nobody who wrote. */
final class BylineEnds {
  /** Words by Jane Roe. Photographs by John Doe. */
  private static final PrefilteredPattern OTHER_CREDIT =
      PrefilteredPattern.of(
          "[\\s.;,|/·–—-]+(?:%s)\\w*\\s?(?:%s|:)\\s.*$"
              .formatted(BylineWords.any("pictured", "drawn"), BylineWords.any("credited")),
          Pattern.CASE_INSENSITIVE);

  /** Jane Roe Associated Press: an agency, run together with a full name before it. */
  private static final Pattern AGENCY =
      Pattern.compile(
          "(?<=\\p{Lu}[\\p{L}.'’-]{1,20} \\p{Lu}[\\p{L}.'’-]{1,20})\\s+(?:The )?(?:"
              + AgencyNames.AGENCIES.keySet().stream()
                  .filter(name -> name.charAt(0) < 0x250)
                  .map(Pattern::quote)
                  .collect(Collectors.joining("|"))
              + ")(?=$|\\s?[,;|/])");

  private static final Phrases AGENCIES = Phrases.of(AgencyNames.AGENCIES.keySet());

  /** Jane Roe (text), John Doe (photos): whose part is no words. */
  private static final Pattern PICTURED =
      Pattern.compile(
          "(?iu)(?<=^|[,;/&])[^,;/&()]{3,40}\\((?:" + BylineWords.any("pictured") + ")\\)");

  /** What those do who write, behind a full name: Анна Озерова корреспондент. */
  private static final Pattern CALLING =
      Pattern.compile(
          "(?iu)(?<=\\S{2,20} \\S{2,20})\\s(?:"
              + BylineWords.any("writes")
              + ")$|(?<=(?-i:\\p{Ll}){4})\\.$");

  private static final Phrases CALLINGS = Phrases.inAnyCase(BylineWords.of("writes"));

  /** Jane Roe Publié le 14 février: when, behind a full name. */
  private static final Pattern STAMP =
      Pattern.compile(
          "(?iu)(?<=\\p{L}[\\p{L}.'’-]{1,20} \\p{L}[\\p{L}.'’-]{1,20})[\\s,;|·–—-]+(?:"
              + Stream.of(Label.PUBLISHED, Label.MODIFIED)
                  .flatMap(label -> label.words().stream())
                  .filter(word -> !Text.isCjk(word.charAt(0)))
                  .map(Pattern::quote)
                  .collect(Collectors.joining("|"))
              + ")\\s?:?\\s(?=.*\\d).*$");

  private BylineEnds() {}

  /** A byline without those who made what brackets behind their names call pictures. */
  static String withoutPictured(String byline) {
    return byline.indexOf('(') < 0 ? byline : PICTURED.matcher(byline).replaceAll("");
  }

  /** A name without what the one named does, or the stop that ends the line. */
  static String withoutCalling(String name) {
    return name.endsWith(".") || CALLINGS.isIn(name)
        ? CALLING.matcher(name).replaceFirst("")
        : name;
  }

  /** A byline up to such words. */
  static String without(String byline) {
    Matcher other = OTHER_CREDIT.find(byline);
    String names =
        other == null ? byline : byline.substring(0, other.start()) + byline.substring(other.end());
    names = Text.hasDigit(names) ? STAMP.matcher(names).replaceFirst("") : names;
    return AGENCIES.isIn(names) ? AGENCY.matcher(names).replaceAll("") : names;
  }
}
