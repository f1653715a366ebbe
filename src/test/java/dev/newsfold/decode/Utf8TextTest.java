package dev.newsfold.decode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8TextTest {
  private static final int TEXTS = 3_000;

  /** The first and last characters of each length of sequence, and some in between. */
  private static final int[] EDGES = {
    0, 'a', 0x7f, 0x80, 0xe9, 0x7ff, 0x800, 0x65b0, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x1f600,
    0x10ffff
  };

  @Test
  void makesTheTextThatJavaMakes() {
    Random random = new Random(11);
    for (int i = 0; i < TEXTS; i++) {
      byte[] bytes = text(random).getBytes(UTF_8);
      // From anywhere to anywhere between two characters, so that words of eight bytes lie askew.
      int from = boundary(bytes, random.nextInt(bytes.length + 1));
      int to = boundary(bytes, from + random.nextInt(bytes.length + 1 - from));
      assertThat(decode(bytes, from, to), equalTo(new String(bytes, from, to - from, UTF_8)));
    }
  }

  @Test
  void whatTheEndCutsIsWhatJavaMakesOfIt() {
    for (String text : new String[] {"é", "新闻", "markup, then 新", "新\uD83D\uDE00"}) {
      byte[] bytes = text.getBytes(UTF_8);
      for (int to = 0; to < bytes.length; to++) {
        assertThat(text + to, decode(bytes, 0, to), equalTo(new String(bytes, 0, to, UTF_8)));
      }
    }
  }

  private static String decode(byte[] bytes, int from, int to) {
    Utf8Survey survey = Utf8Survey.of(bytes, from, to);
    assertThat(survey.isValid(), is(true));
    return Utf8Text.decode(bytes, from, to, survey);
  }

  private static int boundary(byte[] bytes, int near) {
    int at = near;
    while (at < bytes.length && (bytes[at] & 0xc0) == 0x80) {
      at++;
    }
    return at;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int run = random.nextInt(8); run >= 0; run--) {
      text.append("<p class=story>".repeat(random.nextInt(3)));
      for (int i = random.nextInt(6); i > 0; i--) {
        text.appendCodePoint(EDGES[random.nextInt(EDGES.length)]);
      }
    }
    return text.toString();
  }
}
