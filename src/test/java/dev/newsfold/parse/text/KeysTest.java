package dev.newsfold.parse.text;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeysTest {
  @Test
  void everyCharHasTheKeyOfItsNormalForm() {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      String text = "a" + (char) c + "b";
      assertThat(Integer.toHexString(c), Keys.of(text), equalTo(normalized(text)));
    }
  }

  @Test
  void charsThatCombineHaveTheKeyOfWhatTheyBecome() {
    Random random = new Random(11);
    String alphabet = "aeioA1½①ﬁ，“가각ᄀ\u1161\u11a8か\u3099ﾊﾞ\u0301\u0308ä é〇々\u00aa";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(6); length > 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(Keys.of(text.toString()), equalTo(normalized(text.toString())));
    }
  }

  private static String normalized(String text) {
    StringBuilder key = new StringBuilder();
    for (char c : Normalizer.normalize(text, Normalizer.Form.NFKC).toCharArray()) {
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        key.append(Character.toLowerCase(c));
      }
    }
    return key.toString();
  }
}
