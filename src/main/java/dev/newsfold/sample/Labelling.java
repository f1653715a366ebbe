package dev.newsfold.sample;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a page claims its encoding to be.
 *
 * @param meta the label in the page's head, if any
 * @param header the charset parameter of the HTTP header, if any
 * @param kind right, absent or wrong: for the truth file
 */
record Labelling(@Nullable String meta, @Nullable String header, String kind) {

  /** Percent of pages. */
  private static final int META_ONLY = 30;

  private static final int HEADER_ONLY = 8;
  private static final int ABSENT = 5;
  private static final int WRONG = 6;

  static Labelling of(Charset charset, Dice dice) {
    String label = label(charset, dice);
    int left = dice.below(100) - META_ONLY;
    if (left < 0) {
      return new Labelling(label, null, "right");
    }
    left -= HEADER_ONLY;
    if (left < 0) {
      return new Labelling(null, label, "header-only");
    }
    left -= ABSENT;
    if (left < 0) {
      return new Labelling(null, null, "absent");
    }
    left -= WRONG;
    return left < 0 ? wrong(charset, dice) : new Labelling(label, label, "right");
  }

  /** A label that the bytes belie. */
  static Labelling wrong(Charset charset, Dice dice) {
    String claimed = charset.equals(StandardCharsets.UTF_8) ? "gb2312" : "utf-8";
    return switch (dice.below(3)) {
      case 0 -> new Labelling(claimed, null, "wrong");
      case 1 -> new Labelling(claimed, claimed, "wrong");
      default -> new Labelling(label(charset, dice), "ISO-8859-1", "wrong-header");
    };
  }

  /**
   * The encoding's name by the WHATWG standard, which reads the GB labels as GB 18030; {@code
   * ascii} for bytes that are the same in all of them.
   */
  static String name(Charset charset, byte[] body) {
    for (byte b : body) {
      if (b < 0) {
        return charset.name().equals("GBK") ? "gb18030" : charset.name().toLowerCase(Locale.ROOT);
      }
    }
    return "ascii";
  }

  private static String label(Charset charset, Dice dice) {
    return switch (charset.name()) {
      case "GBK" -> dice.chance(0.6) ? "gb2312" : "gbk";
      case "Big5" -> "big5";
      case "windows-1252" -> dice.chance(0.5) ? "iso-8859-1" : "windows-1252";
      default -> dice.chance(0.8) ? "utf-8" : "UTF-8";
    };
  }
}
