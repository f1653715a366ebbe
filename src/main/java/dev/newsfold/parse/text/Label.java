package dev.newsfold.parse.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What pages print before a value. The words are in {@code lexicon/labels.tsv}, which says what
 * each label means.
 */
public enum Label {
  SOURCE,
  TAKEN_FROM,
  AUTHOR,
  REPORTER,
  RESPONSIBLE_EDITOR,
  EDITOR,
  ORIGINAL_HEADLINE,
  TOPIC,
  PUBLISHED,
  MODIFIED,
  PICTURE,
  SECTION,
  OTHER;

  /** Words in lower case; blanks that portals put between characters are left out. */
  public List<String> words() {
    return Words.OF.getOrDefault(this, List.of());
  }

  /** Read once, when the first label is looked for. */
  private static final class Words {
    static final Map<Label, List<String>> OF = new EnumMap<>(Label.class);

    static {
      for (Lexicon.Row row : Lexicon.read("labels.tsv", 3)) {
        OF.computeIfAbsent(Label.valueOf(row.cell(0)), l -> new ArrayList<>()).addAll(row.list(2));
      }
    }
  }
}
