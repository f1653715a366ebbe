package dev.newsfold.parse.people;

import dev.newsfold.parse.text.CreditWords;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes Chinese names apart that stand together with no blank: 张三和李四, 林小舟‧王大同. */
final class NamePairs {
  private static final Pattern PAIR =
      Pattern.compile("(\\p{IsHan}{2,4}?)" + CreditWords.any("and") + "(\\p{IsHan}{2,4})");

  /** Stands for a dot in names, and, in papers of Malaysia, between two of them. */
  private static final Pattern POINT = Pattern.compile("‧");

  private static final int MOST = 8;

  /** A word of three characters is hardly ever part of a name with a dot. */
  private static final int WHOLE_NAME = 3;

  private NamePairs() {}

  /** The names that a point parts; none if the whole may be one name. */
  static List<String> pointed(String text) {
    List<String> parts = List.of(POINT.split(text, MOST));
    return parts.size() > 1
            && parts.stream()
                .allMatch(part -> part.length() == WHOLE_NAME && PersonNames.isChineseName(part))
        ? parts
        : List.of();
  }

  /** The two names that a word joins; none if these are no two names. */
  static List<String> joined(String text) {
    Matcher m = PAIR.matcher(text);
    return m.matches()
            && PersonNames.isChineseName(m.group(1))
            && PersonNames.isChineseName(m.group(2))
        ? List.of(m.group(1), m.group(2))
        : List.of();
  }
}
