package dev.newsfold.parse.headline;

import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A title in parts, and what parts them.
 *
 * @param text the title
 * @param starts where each part starts
 * @param ends where each part ends
 */
record TitleParts(String text, List<Integer> starts, List<Integer> ends) {
  /** What says less is rather a name than a headline: six CJK characters, three words. */
  private static final int HEADLINE_WEIGHT = 18;

  /** A name behind a colon says no more: seven CJK characters, four words. */
  private static final int NAME_WEIGHT = 24;

  private static final int TIGHT_BAR = 1;

  private static final Pattern ANGLES = Pattern.compile("[»›«‹]");

  static TitleParts of(String text, Pattern separator) {
    String unquoted = isQuoted(text) ? ANGLES.matcher(text).replaceAll("\"") : text;
    String last = last(unquoted, separator);
    List<Integer> starts = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    int start = 0;
    Matcher between = separator.matcher(unquoted);
    while (between.find()) {
      if (parts(kind(between.group()), last) && !isInside(between, text)) {
        if (between.start() > start) {
          starts.add(start);
          ends.add(between.start());
        }
        start = between.end();
      }
    }
    if (start < text.length() || starts.isEmpty()) {
      starts.add(start);
      ends.add(text.length());
    }
    return new TitleParts(text, starts, ends);
  }

  /** The kind of the last separator, which is the one that the template sets. */
  private static String last(String text, Pattern separator) {
    String last = "";
    Matcher between = separator.matcher(text);
    while (between.find()) {
      if (!isInside(between, text)) {
        last = kind(between.group());
      }
    }
    return last;
  }

  /** A colon belongs to the headline that goes on behind it, as in French. */
  private static boolean isInside(Matcher between, String text) {
    return kind(between.group()).equals(":")
        && Text.weight(text.substring(between.end())) > NAME_WEIGHT;
  }

  /** Bars and underscores always part; all else parts only if the last separator is its like. */
  private static boolean parts(String kind, String last) {
    return kind.equals(last) || kind.equals("_") || kind.equals("|");
  }

  /** Angle marks of both directions are quotation marks. */
  private static boolean isQuoted(String text) {
    return text.indexOf('«') >= 0 && text.indexOf('»') >= 0
        || text.indexOf('‹') >= 0 && text.indexOf('›') >= 0;
  }

  private static String kind(String separator) {
    return switch (separator.trim()) {
      case "｜", "¦", "‖", "│" -> "|";
      case "——", "--" -> "--";
      default -> separator.isBlank() ? "" : separator.trim().substring(0, 1);
    };
  }

  int size() {
    return starts.size();
  }

  String get(int i) {
    return text.substring(starts.get(i), ends.get(i)).trim();
  }

  /** Of some parts the first, unless it is too short to be a headline. */
  String longest(int from, int to) {
    String first = get(from);
    int weight = Text.weight(first);
    if (weight >= HEADLINE_WEIGHT) {
      return first;
    }
    int best = from;
    for (int i = from + 1; i < to; i++) {
      if (Text.weight(get(i)) > Math.max(weight * 2, Text.weight(get(best)))) {
        best = i;
      }
    }
    return best == from + 1 && isKicker(from)
        ? text.substring(starts.get(from), ends.get(best))
        : get(best);
  }

  /** A bar without space parts a kicker from its headline, where both are Chinese. */
  private boolean isKicker(int part) {
    String between = text.substring(ends.get(part), starts.get(part + 1));
    return between.length() == TIGHT_BAR && "|｜".contains(between);
  }
}
