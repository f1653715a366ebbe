package dev.newsfold.parse;

import java.text.Normalizer;

/** Texts reduced to what two copies of a headline share: letters and digits, widths made one. */
final class Keys {
  private Keys() {}

  /** Letters and digits in NFKC, lower case; everything else dropped. */
  static String of(String text) {
    boolean plain = true;
    for (int i = 0; i < text.length() && plain; i++) {
      char c = text.charAt(i);
      plain = c < 0x80 || Text.isCjk(c) && c < '\uf900' || c == '\u3000';
    }
    String same = plain ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
    StringBuilder key = new StringBuilder(same.length());
    for (int i = 0; i < same.length(); i++) {
      char c = same.charAt(i);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        key.append(Character.toLowerCase(c));
      }
    }
    return key.toString();
  }
}
