package dev.newsfold.parse.text;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dev.newsfold.Growth;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What stands in a text is found as by looking for each. */
class SubstringsTest {
  @Test
  void theSameIsFoundAsOneByOne() {
    Random random = new Random(20200925);
    for (int round = 0; round < 200; round++) {
      String all = text(random, random.nextInt(200));
      Set<String> wanted =
          IntStream.range(0, 60)
              .mapToObj(i -> text(random, 1 + random.nextInt(8)))
              .collect(Collectors.toSet());
      Set<String> expected = new HashSet<>(wanted);
      expected.removeIf(text -> !all.contains(text));
      assertThat(all, Substrings.in(all, wanted), is(expected));
    }
  }

  private static String text(Random random, int length) {
    return random
        .ints(length, 'a', 'd')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void noNumberOfTextsCostsMoreThanItsLength() {
    String all = "a".repeat(100_000);
    Growth.isLinear(
        20_000,
        number -> {
          List<String> texts =
              IntStream.range(0, number).mapToObj(i -> "a".repeat(50) + "b" + i).toList();
          assertThat(Substrings.in(all, texts), is(Set.of()));
        });
  }
}
