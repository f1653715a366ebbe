package dev.newsfold.dedupe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Places that a Chinese text names again and again: two characters and the kind of place, as in
 * 青柳县. A text that names a place once may do so in passing; one that repeats it is about it.
 */
final class PlaceNames {
  /** How many a text keeps, in order of appearance. */
  private static final int LIMIT = 6;

  private static final int REPEATED = 2;

  private static final String KINDS = "省市县区镇乡村州";

  /** Characters that stand before the kind of a place without being part of a name. */
  private static final String NO_NAME = "的在和与及是全本该各我这那一二两三几每城乡地社郊新老小大都超上门集街不为个到从对向等省市县区镇村";

  private PlaceNames() {}

  /** Names in folded text ({@link FoldedText#plain}). */
  static List<String> of(String plain) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (int i = 2; i < plain.length(); i++) {
      if (KINDS.indexOf(plain.charAt(i)) >= 0 && named(plain, i - 2) && named(plain, i - 1)) {
        counts.merge(plain.substring(i - 2, i + 1), 1, Integer::sum);
      }
    }
    List<String> names = new ArrayList<>();
    counts.forEach(
        (name, count) -> {
          if (count >= REPEATED && names.size() < LIMIT) {
            names.add(name);
          }
        });
    return names;
  }

  private static boolean named(String text, int at) {
    char c = text.charAt(at);
    return FoldedText.unspaced(c) && FoldedText.counts(c) && NO_NAME.indexOf(c) < 0;
  }
}
