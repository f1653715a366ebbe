package dev.newsfold.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {
  @ParameterizedTest
  @ValueSource(
      longs = {0, 7, 999, 1000, -1, -999, -1000, 12_345, 1_000_000, Long.MAX_VALUE, Long.MIN_VALUE})
  void countsAreGroupedAsJavaGroupsThem(long count) {
    assertThat(Figures.count(count), equalTo(String.format(Locale.ROOT, "%,d", count)));
  }

  @Test
  void numbersAreRoundedAsJavaRoundsThem() {
    Random random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      double value = random.nextInt(3000) / (1.0 + random.nextInt(3000));
      for (int places = 0; places < 5; places++) {
        assertThat(
            Figures.fixed(value, places),
            equalTo(String.format(Locale.ROOT, "%." + places + "f", value)));
      }
    }
  }
}
