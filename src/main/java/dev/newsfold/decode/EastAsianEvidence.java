package dev.newsfold.decode;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * What the bytes themselves say about the East Asian encodings: read in the right one, most of the
 * letters are common ones; read in a wrong one, they are rare, or no characters at all.
 */
final class EastAsianEvidence {
  /** Enough for thousands of characters, which leave no doubt. */
  private static final int MAX_SAMPLE = 8 << 10;

  /** A share of common letters that hardly any wrong reading of a few characters reaches. */
  private static final double CONVINCING = 0.4;

  /** A larger share of single bytes beyond ASCII is Latin script with accents. */
  private static final double MANY_SINGLES = 0.4;

  /** Fewer letters than this convince nobody. */
  private static final int FEW = 4;

  /** So many errors may be stray bytes in a page of any length. */
  private static final int STRAY = 2;

  /** Scores nearer than this are equal. */
  private static final double MARGIN = 0.1;

  /** A reading this much worse than the best is refuted. */
  private static final double CLEARLY_WORSE = 0.2;

  /** A reading with more errors than this, per letter, is refuted. */
  private static final double BROKEN = 0.1;

  /** What a character says of a reading; the others say nothing. */
  private static final byte COMMON = 1;

  private static final byte LETTER = 2;
  private static final byte ERROR = 3;

  private static final byte[] ANY_CHINESE = kinds(CommonCharacters.ANY_CHINESE);
  private static final byte[] TRADITIONAL_CHINESE = kinds(CommonCharacters.TRADITIONAL_CHINESE);
  private static final byte[] JAPANESE = kinds(CommonCharacters.JAPANESE);
  private static final byte[] KOREAN = kinds(CommonCharacters.KOREAN);

  private final byte[] sample;
  private final int length;
  private final boolean latin;

  /** Made as they are asked for: where the page's label fits well, nobody asks for the others. */
  private final Map<Encoding, Reading> readings = new HashMap<>();

  private EastAsianEvidence(byte[] sample, int length, boolean latin) {
    this.sample = sample;
    this.length = length;
    this.latin = latin;
  }

  /** Takes a sample of the bytes beyond ASCII, to be read in each encoding. */
  static EastAsianEvidence of(byte[] bytes, int from, int to) {
    byte[] sample = new byte[MAX_SAMPLE];
    int length = 0;
    int singles = 0;
    int high = 0;
    int i = from;
    while (i < to && length + 2 < MAX_SAMPLE) {
      if (bytes[i] >= 0) {
        i++;
        continue;
      }
      // Second bytes may be ASCII: a run ends at the second ASCII byte in a row, or at a tag.
      int start = i;
      while (i < to
          && length + 1 < MAX_SAMPLE
          && (bytes[i] < 0 || bytes[i - 1] < 0 && i > start && bytes[i] != '<')) {
        high += bytes[i] < 0 ? 1 : 0;
        sample[length++] = bytes[i++];
      }
      singles += i - start <= 2 && (i - start == 1 || bytes[start + 1] >= 0) ? 1 : 0;
      sample[length++] = '\n';
    }
    return new EastAsianEvidence(sample, length, singles > MANY_SINGLES * high);
  }

  /** The encoding in which the bytes read best; among equals GB18030. */
  Encoding best() {
    Encoding best = Encodings.GB18030;
    for (Encoding encoding : Encodings.EAST_ASIAN) {
      if (score(best) >= Reading.BEST_SCORE - MARGIN) {
        break; // none can be better by so much
      }
      if (score(encoding) > score(best) + MARGIN) {
        best = encoding;
      }
    }
    return best;
  }

  /** True if the bytes are text in {@link #best()}, whatever the page says. */
  boolean isConvincing() {
    Reading best = reading(best());
    return !latin && best.score() >= CONVINCING && best.letters >= FEW;
  }

  /** True unless the bytes read much better in another encoding, or hardly at all. */
  boolean allows(Encoding encoding) {
    Reading reading = reading(encoding);
    boolean worse =
        // No reading is worse than the best by so much if it is as good as this.
        reading.score() < Reading.BEST_SCORE - CLEARLY_WORSE
            && isConvincing()
            && score(best()) - reading.score() > CLEARLY_WORSE;
    return !worse && reading.errors <= Math.max(STRAY, BROKEN * reading.letters);
  }

  /** True if the bytes come in pairs, without any error, so that they may be rare characters. */
  boolean isPlausibleGb18030() {
    Reading reading = reading(Encodings.GB18030);
    return !latin && reading.errors == 0 && reading.letters >= FEW;
  }

  private double score(Encoding encoding) {
    return reading(encoding).score();
  }

  private Reading reading(Encoding encoding) {
    return readings.computeIfAbsent(
        encoding,
        e -> Encodings.EAST_ASIAN.contains(e) ? Reading.of(sample, length, e) : Reading.NONE);
  }

  /**
   * @param letters characters read, without punctuation
   * @param common those of them that are common
   * @param errors bytes that are no characters, or characters that no page has
   */
  private record Reading(int letters, int common, int errors) {
    static final Reading NONE = new Reading(0, 0, 0);
    static final double BEST_SCORE = 1;

    double score() {
      return letters + errors == 0 ? 0 : (common - 2.0 * errors) / (letters + errors);
    }

    static Reading of(byte[] sample, int length, Encoding encoding) {
      String text = Text.decode(sample, 0, length, encoding);
      byte[] kinds = kinds(encoding);
      int letters = 0;
      int common = 0;
      int errors = 0;
      for (int i = 0; i < text.length(); i++) {
        switch (kinds[text.charAt(i)]) {
          case COMMON -> {
            common++;
            letters++;
          }
          case LETTER -> letters++;
          case ERROR -> errors++;
          default -> {}
        }
      }
      return new Reading(letters, common, errors);
    }
  }

  private static byte[] kinds(Encoding encoding) {
    if (encoding == Encodings.GB18030) {
      return ANY_CHINESE;
    }
    if (encoding == Encodings.BIG5) {
      return TRADITIONAL_CHINESE;
    }
    return encoding == Encodings.EUC_KR ? KOREAN : JAPANESE;
  }

  private static byte[] kinds(BitSet commonLetters) {
    byte[] kinds = new byte[Character.MAX_VALUE + 1];
    for (int i = 0; i <= Character.MAX_VALUE; i++) {
      char c = (char) i;
      if (commonLetters.get(c)) {
        kinds[c] = COMMON;
      } else if (c == '\uFFFD' || isPrivate(c) || c >= 0x80 && c < 0xa0) {
        kinds[c] = ERROR;
      } else if (isHalfWidthKatakana(c) || c >= 0x80 && !isPunctuation(c)) {
        kinds[c] = LETTER;
      }
    }
    return kinds;
  }

  private static boolean isPrivate(char c) {
    return c >= 0xe000 && c < 0xf900;
  }

  private static boolean isHalfWidthKatakana(char c) {
    return c >= 0xff61 && c < 0xffa0;
  }

  /** Signs that the encodings share, so that they tell nothing. */
  private static boolean isPunctuation(char c) {
    return c < 0xc0
        || c >= 0x2000 && c < 0x3040
        || c >= 0xfe10 && c < 0xfe70
        || c >= 0xff00 && c < 0xff61
        || c == '\u30fb'
        || c == '\u30fc';
  }
}
