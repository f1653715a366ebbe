package dev.newsfold.decode;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A byte is found wherever it stands, also behind bytes that differ from it by one bit. */
class EightBytesTest {
  @ParameterizedTest
  @CsvSource({
    "<, 0, 0",
    "0123456<, 0, 7",
    "01234567<, 0, 8",
    "<1234567<, 1, 8",
    "=;>8|4=;>, 0, 9",
    "====================<, 0, 20",
    "no bracket here at all, 0, 22",
    "néant é<, 0, 9"
  })
  void isFound(String text, int from, int at) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    assertThat(EightBytes.indexOf((byte) '<', bytes, from, bytes.length), is(at));
  }
}
