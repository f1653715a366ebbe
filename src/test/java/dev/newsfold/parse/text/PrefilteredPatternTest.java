package dev.newsfold.parse.text;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrefilteredPatternTest {
  private static final int TEXTS = 4_000;
  private static final int LONGEST = 14;

  /** Chars that the patterns are made of, some of other scripts, and halves of surrogate pairs. */
  private static final String ALPHABET = "aAbByY1290 .-:：年月日编辑责任者\u00e9Éß\ud842\udfb7[]（）\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "编辑|责编",
        "^[\\s\\[（]*+(?:责任)?编辑",
        "(\\d{1,4})\\s?([-.年])\\s?(\\d{1,2})(?!\\d)",
        "\\bb[ay]{1,3}\\b",
        "[\\p{L}\\p{M}]{2,5}[\\s-]{1,2}\\d",
        "(?i:AB)|y+$",
        "(?!ab)a.|é",
        "\\p{IsHan}{2}[:：]"
      })
  void findsWhatItsPatternFinds(String regex) {
    for (int flags : new int[] {0, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE}) {
      Pattern pattern = Pattern.compile(regex, flags);
      PrefilteredPattern sieve = PrefilteredPattern.of(regex, flags);
      Random random = new Random(7);
      for (int i = 0; i < TEXTS; i++) {
        String text = text(random);
        Matcher plain = pattern.matcher(text);
        Matcher sifted = sieve.find(text);
        boolean found = plain.find();
        assertThat(text, sifted != null, is(found));
        if (found) {
          assertThat(text, Objects.requireNonNull(sifted).start(), equalTo(plain.start()));
          assertThat(text, sifted.end(), equalTo(plain.end()));
        }
        assertThat(text, sieve.begins(text), is(pattern.matcher(text).lookingAt()));
      }
    }
  }

  @Test
  void looksNoFurtherThanItMay() {
    PrefilteredPattern sieve = PrefilteredPattern.of("ab+");

    Matcher matcher = Objects.requireNonNull(sieve.at("xabbb", 1, 4));

    assertThat(matcher.group(), equalTo("abb"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(?<=a)b", "a*", "^"})
  void refusesPatternsThatNoFirstCharTells(String regex) {
    assertThrows(IllegalArgumentException.class, () -> PrefilteredPattern.of(regex));
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(LONGEST); length > 0; length--) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
