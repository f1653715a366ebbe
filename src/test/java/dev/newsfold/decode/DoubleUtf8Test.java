package dev.newsfold.decode;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that were encoded in UTF-8 twice. */
class DoubleUtf8Test {
  private static String twice(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "“We’ll sail” – the line’s word",
        "渡口恢复通航，首班渡船载客二百余人",
        "Паром снова ходит — с понедельника",
        "ten boats 🚢🚢🚢🚢"
      })
  void whatWasEncodedTwiceIsDecodedTwice(String text) {
    assertThat(DoubleUtf8.undo(twice(text)), is(text));
  }

  @Test
  void whatIsWrittenBesideItStays() {
    String text = "渡口 “the ferry” " + twice("“We’ll sail” – soon") + " à l'été";

    assertThat(DoubleUtf8.undo(text), is("渡口 “the ferry” “We’ll sail” – soon à l'été"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ã la carte, Â© 2020, Ã© Ã¨ Ã¼", // no control among them
        "the line\u00e2\u0080\u0099s word", // one may be damage
        "l’été à Valdemar, où l’on pêche",
        "\u0085\u0085\u0085\u0085"
      })
  void textWithoutItsSignsStays(String text) {
    assertThat(DoubleUtf8.undo(text), is(text));
  }
}
