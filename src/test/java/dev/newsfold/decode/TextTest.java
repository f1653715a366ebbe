package dev.newsfold.decode;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import java.nio.charset.CharsetEncoder;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextTest {
  private static final int TEXTS = 400;
  private static final int MOST_CHARACTERS = 40;

  /** ASCII, Latin and Greek, kana and hangul, Han of the first plane, and of the second. */
  private static final int[][] RANGES = {
    {0x20, 0x7f},
    {0xa0, 0x3ff},
    {0x3040, 0x30ff},
    {0xac00, 0xd7a3},
    {0x4e00, 0x9fa5},
    {0xff61, 0xff9f},
    {0x20000, 0x2a6d6}
  };

  @Test
  void makesTheTextThatJavaMakesOfCharactersOfAnyLength() {
    for (Encoding encoding : Encodings.EAST_ASIAN) {
      CharsetEncoder encoder = encoding.charset().newEncoder();
      Random random = new Random(5);
      int beyondAscii = 0;
      for (int i = 0; i < TEXTS; i++) {
        byte[] bytes = text(random, encoder).getBytes(encoding.charset());
        String expected = new String(bytes, encoding.charset());
        byte[] among = new byte[bytes.length + 5];
        System.arraycopy(bytes, 0, among, 3, bytes.length);
        String decoded = Text.decode(among, 3, 3 + bytes.length, encoding);
        assertThat(encoding.name(), decoded, equalTo(expected));
        beyondAscii += (int) decoded.chars().filter(c -> c > 0x7f).count();
      }
      assertThat(encoding.name(), beyondAscii, greaterThan(TEXTS));
    }
  }

  @Test
  void aStrayByteIsOneErrorAndTakesNoCharacterWithIt() {
    for (Encoding encoding : Encodings.EAST_ASIAN) {
      byte[] word = "新闻<p>".getBytes(encoding.charset());
      String whole = new String(word, encoding.charset());
      byte[] broken = new byte[2 * word.length + 2];
      System.arraycopy(word, 0, broken, 0, word.length);
      broken[word.length] = (byte) 0xff;
      broken[word.length + 1] = '<';
      System.arraycopy(word, 0, broken, word.length + 2, word.length);
      assertThat(
          encoding.name(),
          Text.decode(broken, 0, broken.length, encoding),
          equalTo(whole + "\uFFFD<" + whole));
    }
  }

  private static String text(Random random, CharsetEncoder encoder) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(MOST_CHARACTERS); i >= 0; i--) {
      int[] range = RANGES[random.nextInt(RANGES.length)];
      String character = Character.toString(range[0] + random.nextInt(range[1] - range[0] + 1));
      text.append(encoder.canEncode(character) ? character : "a");
    }
    return text.toString();
  }
}
