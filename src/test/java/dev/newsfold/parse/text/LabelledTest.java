package dev.newsfold.parse.text;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Lines with labels, and where each value ends. */
class LabelledTest {
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "labels.csv", delimiterString = "|=>")
  void labelsEndWhereTheNextBegins(String text, @Nullable String labelled) {
    String found =
        Labelled.in(text).stream()
            .map(l -> l.label() + "=" + l.value())
            .collect(Collectors.joining("; "));
    assertThat(text, found, is(orEmpty(labelled)));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
