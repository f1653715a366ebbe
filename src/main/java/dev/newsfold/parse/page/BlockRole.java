package dev.newsfold.parse.page;

import dev.newsfold.parse.text.ClassNames;
import dev.newsfold.parse.text.Phrases;
import dev.newsfold.parse.text.Text;
import java.util.List;
import java.util.Set;

/** What a block says it is, by its tag, class, id or role. */
public enum BlockRole {
  /** It says that it holds the article's text. */
  BODY(2),
  /** It says nothing that we know. */
  PLAIN(0),
  /** It is likely something beside the article, if it is small. */
  DOUBTFUL(1),
  /** It says that it is not the article, whatever its size. */
  FURNITURE(3);

  /** Of several names of a block, the strongest counts. */
  private final int strength;

  BlockRole(int strength) {
    this.strength = strength;
  }

  private static final int MAX_NAME = 44;

  private static final Set<String> FURNITURE_TAGS = ClassNames.in("tag", "furniture");
  private static final Set<String> DOUBTFUL_TAGS = ClassNames.in("tag", "doubtful");
  private static final Set<String> DOUBTFUL_FIRST = ClassNames.in("first", "doubtful");
  private static final Set<String> DOUBTFUL_LAST = ClassNames.in("last", "doubtful");
  private static final Set<String> DOUBTFUL_WHOLE = ClassNames.in("whole", "doubtful");
  private static final Set<String> FURNITURE_WHOLE = ClassNames.in("whole", "furniture");

  /** All words that tell something of a name, if only in some place: most names hold none. */
  private static final Phrases PARTS =
      Phrases.ofKinds(
          List.of(
              ClassNames.in("part", "furniture"),
              ClassNames.in("part", "body"),
              ClassNames.in("part", "doubtful"),
              FURNITURE_WHOLE,
              DOUBTFUL_WHOLE,
              DOUBTFUL_FIRST,
              DOUBTFUL_LAST));

  // What the bits of the kinds above say.
  private static final int FURNITURE_PART = 1;
  private static final int BODY_PART = 1 << 1;
  private static final int DOUBTFUL_PART = 1 << 2;
  private static final int FURNITURE_WORD = 1 << 3;
  private static final int DOUBTFUL_WORD = 7 << 4;

  /** What a block says it is. */
  static BlockRole of(Block block) {
    if (FURNITURE_TAGS.contains(block.tag())) {
      return FURNITURE;
    }
    if (DOUBTFUL_TAGS.contains(block.tag())) {
      return DOUBTFUL;
    }
    if (block.element().attributesSize() == 0) {
      return PLAIN;
    }
    if (block.element().attributes().get("itemprop").contains("articleBody")) {
      return BODY;
    }
    return ofNames(block.hint());
  }

  /** What the strongest of some names says. Those made of a headline say nothing of their block. */
  private static BlockRole ofNames(String names) {
    BlockRole role = PLAIN;
    int start = 0;
    while (start < names.length()) {
      int space = names.indexOf(' ', start);
      int end = space < 0 ? names.length() : space;
      if (end - start <= MAX_NAME) {
        BlockRole said = ofName(names, start, end);
        role = said.strength > role.strength ? said : role;
      }
      start = end + 1;
    }
    return role;
  }

  private static BlockRole ofName(String names, int start, int end) {
    long parts = PARTS.kindsIn(names, start, end);
    if (parts == 0) {
      return PLAIN;
    }
    if ((parts & FURNITURE_PART) != 0) {
      return FURNITURE;
    }
    String name = names.substring(start, end);
    if ((parts & FURNITURE_WORD) != 0 && FURNITURE_WHOLE.contains(name)) {
      return FURNITURE;
    }
    if ((parts & BODY_PART) != 0) {
      return BODY;
    }
    return (parts & DOUBTFUL_PART) != 0
            || (parts & DOUBTFUL_WORD) != 0
                && (DOUBTFUL_WHOLE.contains(name)
                    || DOUBTFUL_LAST.contains(lastWord(name))
                    || DOUBTFUL_FIRST.contains(firstWord(name)))
        ? DOUBTFUL
        : PLAIN;
  }

  private static String lastWord(String name) {
    int start = name.length();
    while (start > 0 && Text.weight(name.charAt(start - 1)) > 0) {
      start--;
    }
    return name.substring(start);
  }

  private static String firstWord(String name) {
    int end = 0;
    while (end < name.length() && Text.weight(name.charAt(end)) > 0) {
      end++;
    }
    return name.substring(0, end);
  }
}
