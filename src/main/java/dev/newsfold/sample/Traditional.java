package dev.newsfold.sample;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The grammar's characters in traditional script; one to one, which is all that they need. */
final class Traditional {
  private Traditional() {}

  private static final String SIMPLIFIED = "·丨";
  private static final String TRADITIONAL = "‧｜";

  private static final char[] TABLE = table();

  static String of(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = TABLE[chars[i]];
    }
    return new String(chars);
  }

  private static @Nullable String orNull(@Nullable String text) {
    return text == null ? null : of(text);
  }

  private static List<String> each(List<String> texts) {
    List<String> converted = new ArrayList<>(texts.size());
    for (String text : texts) {
      converted.add(of(text));
    }
    return converted;
  }

  /** The piece with all its words in traditional script. */
  static Piece of(Piece piece) {
    Dateline dateline = piece.dateline();
    return new Piece(
        piece.url(),
        piece.outlet(),
        of(piece.headline()),
        each(piece.paragraphs()),
        piece.published(),
        orNull(piece.section()),
        orNull(piece.source()),
        each(piece.byline()),
        each(piece.reporters()),
        each(piece.editors()),
        orNull(piece.originalHeadline()),
        dateline == null
            ? null
            : new Dateline(
                of(dateline.outlet()),
                orNull(dateline.place()),
                dateline.day(),
                of(dateline.text()),
                of(dateline.joint())),
        each(piece.agencies()),
        orNull(piece.topic()),
        orNull(piece.summary()));
  }

  private static char[] table() {
    char[] table = new char[Character.MAX_VALUE + 1];
    for (int c = 0; c < table.length; c++) {
      table[c] = (char) c;
    }
    for (int i = 0; i < SIMPLIFIED.length(); i++) {
      table[SIMPLIFIED.charAt(i)] = TRADITIONAL.charAt(i);
    }
    return table;
  }
}
