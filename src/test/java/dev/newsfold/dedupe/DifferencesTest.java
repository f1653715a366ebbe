package dev.newsfold.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import dev.newsfold.dedupe.Differences.Kind;
import dev.newsfold.dedupe.Differences.Part;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DifferencesTest {
  @Test
  void englishIsComparedByWords() {
    assertThat(
        shown("Bridge opens in Qingpu", "Bridge closes in Qingpu"),
        equalTo("Bridge [-opens][+closes] in Qingpu"));
  }

  @Test
  void chineseIsComparedByCharacters() {
    assertThat(shown("竹木天桥今日启用", "竹木天桥明日启用"), equalTo("竹木天桥[-今][+明]日启用"));
  }

  @Test
  void wordsOfMixedTextStayWhole() {
    assertThat(
        Words.of("第12届 iPhone展、café"),
        equalTo(List.of("第", "12", "届", " ", "iPhone", "展", "、", "café")));
  }

  @Test
  void oneOfTheTextsMayBeEmpty() {
    assertThat(shown("", ""), equalTo(""));
    assertThat(shown("", "今天"), equalTo("[+今天]"));
    assertThat(shown("one two", ""), equalTo("[-one two]"));
  }

  @Test
  void textsWithTooLittleInCommonAreNotMarked() {
    assertThat(Differences.between("天".repeat(500), "地".repeat(500)), is(nullValue()));
  }

  @Test
  void bothTextsComeOutOfTheParts() {
    Random random = new Random(5);
    for (int round = 0; round < 300; round++) {
      String before = text(random);
      String after = text(random);
      List<Part> parts = Objects.requireNonNull(Differences.between(before, after));
      assertThat(joined(parts, Kind.ADDED), equalTo(before));
      assertThat(joined(parts, Kind.REMOVED), equalTo(after));
      long edits =
          parts.stream().filter(p -> p.kind() != Kind.SAME).mapToLong(p -> p.text().length()).sum();
      assertThat(edits, lessThanOrEqualTo((long) before.length() + after.length()));
      assertThat(edits, equalTo(before.length() + after.length() - 2L * common(before, after)));
    }
  }

  /** The length of the longest common subsequence, by the textbook's table. */
  private static int common(String a, String b) {
    int[][] table = new int[a.length() + 1][b.length() + 1];
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        table[i][j] =
            a.charAt(i - 1) == b.charAt(j - 1)
                ? table[i - 1][j - 1] + 1
                : Math.max(table[i - 1][j], table[i][j - 1]);
      }
    }
    return table[a.length()][b.length()];
  }

  private static String text(Random random) {
    return random
        .ints(random.nextInt(14), 0, 4)
        .mapToObj(i -> "天地玄黄".substring(i, i + 1))
        .collect(Collectors.joining());
  }

  private static String joined(List<Part> parts, Kind without) {
    return parts.stream()
        .filter(part -> part.kind() != without)
        .map(Part::text)
        .collect(Collectors.joining());
  }

  private static String shown(String before, String after) {
    return Objects.requireNonNull(Differences.between(before, after)).stream()
        .map(
            part ->
                switch (part.kind()) {
                  case SAME -> part.text();
                  case REMOVED -> "[-" + part.text() + ']';
                  case ADDED -> "[+" + part.text() + ']';
                })
        .collect(Collectors.joining());
  }
}
