package dev.newsfold.decode;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the bytes themselves say about the encodings of other alphabets than Latin, a byte a letter:
 * read in the right one, most letters are the frequent ones of a language, and in small form where
 * the alphabet has one; in a wrong one they are rare letters, capitals or signs.
 */
final class AlphabetEvidence {
  /** Enough for thousands of letters. */
  private static final int MAX_SAMPLE = 8 << 10;

  /** Fewer letters than this convince nobody. */
  private static final int FEW = 16;

  /** The frequent letters below are nine in ten of a text, less capitals and loan words. */
  private static final double CONVINCING = 0.7;

  /** Letters of an alphabet stand side by side; Latin letters with accents hardly ever do. */
  private static final double MANY_PAIRS = 0.6;

  /** The frequent letters of languages that share encodings, and the labels of those. */
  private enum Alphabet {
    CYRILLIC("оеаинтсрвлкмдпуяызбгчйіхъьж", "windows-1251", "koi8-r", "iso-8859-5", "ibm866"),
    GREEK("αοιετσνηυρπκμλςωίάόέήδγύώ", "windows-1253", "iso-8859-7"),
    ARABIC("اليمونرتبةعدسفهكقحجأشصىطخإضذثزپچگیک", "windows-1256", "iso-8859-6"),
    HEBREW("יוהלאתרבשמנעדקחםפן", "windows-1255", "iso-8859-8"),
    THAI("านรอกเงมยลวดทสตะปบคหแจพชขใไโิีึืุู่้์ั็", "windows-874");

    private final BitSet frequent = new BitSet();
    private final List<Encoding> encodings = new ArrayList<>();

    Alphabet(String frequent, String... labels) {
      frequent.chars().forEach(this.frequent::set);
      for (String label : labels) {
        encodings.add(Objects.requireNonNull(Encodings.byLabel(label), label));
      }
    }
  }

  private AlphabetEvidence() {}

  /** The encoding in which the bytes are a text of another alphabet than Latin; else null. */
  static @Nullable Encoding of(byte[] bytes, int from, int to) {
    byte[] sample = sample(bytes, from, to);
    if (sample.length < FEW) {
      return null;
    }
    Encoding best = null;
    double bestShare = CONVINCING;
    for (Alphabet alphabet : Alphabet.values()) {
      for (Encoding encoding : alphabet.encodings) {
        double share = share(Text.decode(sample, 0, sample.length, encoding), alphabet.frequent);
        if (share > bestShare) {
          best = encoding;
          bestShare = share;
        }
      }
    }
    return best;
  }

  /** The bytes beyond ASCII; none if too many of them stand alone. */
  private static byte[] sample(byte[] bytes, int from, int to) {
    byte[] sample = new byte[MAX_SAMPLE];
    int length = 0;
    int pairs = 0;
    for (int i = from; i < to && length < MAX_SAMPLE; i++) {
      if (bytes[i] < 0) {
        sample[length++] = bytes[i];
        pairs += i > from && bytes[i - 1] < 0 ? 1 : 0;
      }
    }
    return java.util.Arrays.copyOf(sample, pairs >= length * MANY_PAIRS ? length : 0);
  }

  /** The share of frequent letters among all that is no punctuation. */
  private static double share(String text, BitSet frequent) {
    int found = 0;
    int signs = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      found += frequent.get(c) ? 1 : 0;
      signs += isSign(c) ? 1 : 0;
    }
    int letters = text.length() - signs;
    return letters < FEW ? 0 : (double) found / letters;
  }

  /** Quotation marks, dashes and blanks of windows encodings. */
  private static boolean isSign(char c) {
    return c == '\u00a0'
        || c == '«'
        || c == '»'
        || c == '№'
        || c == '،'
        || c == '؛'
        || c == '؟'
        || c >= '\u2010' && c <= '\u203a';
  }
}
