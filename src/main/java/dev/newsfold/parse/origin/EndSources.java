package dev.newsfold.parse.origin;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.text.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds whom a line at the end of a text names in words as the one it was taken from, in other
 * languages than Chinese: Con información de Diario del Lago, (With inputs from PTI).
 */
final class EndSources {
  private static final Pattern WITH =
      Pattern.compile(
          "[\\s*•–—-]{0,3}[(\\[]?(?iu:%s)\\s(?:(?iu:%s)\\s)?[\"«„“]?(\\p{Lu}.{1,59}?|\\p{L}{2,6})[\"»”]?\\s?[.)\\]]{0,2}"
              .formatted(any("with"), any("article")));

  /** What parts the first of several names from the next one. */
  private static final Pattern AND =
      Pattern.compile("\\s?[,;/]\\s|\\s(?iu:%s)\\s".formatted(any("and")));

  private static final Pattern OUTLET =
      Pattern.compile("(?iu)(?<!\\p{L})" + any("outlet") + "(?!\\p{L})");

  private static final Pattern OUTLET_END =
      Pattern.compile("(?iu)\\p{L}{2}" + any("outlet end") + "(?!\\p{L})");

  private static final int MAX_LINE = 100;
  private static final int MAX_WORDS = 6;

  private EndSources() {}

  private static String any(String kind) {
    return Lexicon.anyOf("source-words.tsv", 3, kind);
  }

  /** Agencies and outlets: people are thanked in the same words. */
  static List<Source> named(Draft draft) {
    List<Source> sources = new ArrayList<>();
    for (Line line : draft.margins().aroundEnd()) {
      Matcher with = line.text().length() > MAX_LINE ? null : WITH.matcher(line.text());
      if (with != null && with.matches()) {
        String all = with.group(1).strip();
        String first = AND.split(all, 2)[0];
        if (isOutlet(all) && (first.equals(all) || !isOutlet(first))) {
          Source.add(sources, all, null);
        } else if (isOutlet(first)) {
          Source.add(sources, first, null);
        }
      }
    }
    return sources;
  }

  private static boolean isOutlet(String name) {
    return Agencies.name(name) != null
        || Character.isUpperCase(name.charAt(0))
            && name.split(" ", MAX_WORDS + 1).length <= MAX_WORDS
            && (OUTLET.matcher(name).find() || OUTLET_END.matcher(name).find());
  }
}
