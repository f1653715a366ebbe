package dev.newsfold.parse.text;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PrefilteredPatternsTest {
  private static final int TEXTS = 20_000;
  private static final int LONGEST = 14;
  private static final String ALPHABET = "aAbByY19 .-:：年月编辑责任\u00e9É\ud842\udfb7（\n\u0001";

  private static final PrefilteredPattern EDITOR = PrefilteredPattern.of("编辑|责编");
  private static final PrefilteredPattern WORD =
      PrefilteredPattern.of("\\baby\\b", Pattern.CASE_INSENSITIVE);
  private static final PrefilteredPattern DAY =
      PrefilteredPattern.of("\\d{1,2}[.年]\\d|\\p{IsHan}{2}[:：]");

  private static final List<PrefilteredPattern> SIEVES = List.of(EDITOR, WORD, DAY);

  @Test
  void whatASieveFindsLeavesATrace() {
    PrefilteredPatterns sieves = PrefilteredPatterns.of(SIEVES);
    Random random = new Random(3);
    int traceless = 0;
    for (int i = 0; i < TEXTS; i++) {
      String text = text(random);
      long traces = sieves.traces(text);
      for (int sieve = 0; sieve < SIEVES.size(); sieve++) {
        boolean may = (traces & 1 << sieve) != 0;
        assertThat(text, SIEVES.get(sieve).isIn(text) && !may, is(false));
        traceless += may ? 0 : 1;
      }
    }
    assertThat(traceless, greaterThan(TEXTS));
  }

  @Test
  void aTextWithoutTracesIsToldAtOnce() {
    PrefilteredPatterns sieves = PrefilteredPatterns.of(List.of(EDITOR, WORD));

    assertThat(sieves.traces("编者按：a by-line"), is(0L));
    assertThat(sieves.traces("责任编辑：林小满"), is(1L));
    assertThat(sieves.traces("an ABY here"), is(2L));
    assertThat(sieves.traces(""), is(0L));
  }

  @Test
  void whatNeedsNoWordLeavesATraceEverywhere() {
    PrefilteredPattern number = PrefilteredPattern.of("\\d+");

    assertThat(PrefilteredPatterns.of(List.of(EDITOR, number)).traces("aby"), is(2L));
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(LONGEST); i >= 0; i--) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
