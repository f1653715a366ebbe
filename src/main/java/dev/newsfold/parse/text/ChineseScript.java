package dev.newsfold.parse.text;

import dev.newsfold.decode.HanVariants;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Tells simplified from traditional Chinese by the characters that only one of them writes. */
public final class ChineseScript {
  private static final int FIRST = 0x3400;
  private static final int LAST = 0x9fff;
  private static final int MAX_CHARS = 4_000;

  /** Characters that stand for a traditional one; traditional text uses a few of them, too. */
  private static final BitSet SIMPLIFIED = simplified();

  private ChineseScript() {}

  /** Hans or Hant; null if no character of the text tells. */
  public static @Nullable String of(String text) {
    int traditional = 0;
    int simplified = 0;
    for (int i = 0; i < Math.min(text.length(), MAX_CHARS); i++) {
      char c = text.charAt(i);
      if (HanVariants.simplified(c) != c) {
        traditional++;
      } else if (SIMPLIFIED.get(c)) {
        simplified++;
      }
    }
    return traditional == simplified ? null : traditional > simplified ? "Hant" : "Hans";
  }

  private static BitSet simplified() {
    BitSet simplified = new BitSet();
    for (int c = FIRST; c <= LAST; c++) {
      if (HanVariants.simplified(c) != c) {
        simplified.set(HanVariants.simplified(c));
      }
    }
    return simplified;
  }
}
