package dev.newsfold.parse.body;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dev.newsfold.parse.Pages;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that a page holds more than once; letters stand for invented paragraphs. */
class RepeatedTextTest {
  private static String paragraph(String letter) {
    return letter
        + " is what the harbour master told the council on Monday, and the boats, he said, would"
        + " sail at noon, as they had before the ice came, in both directions.";
  }

  @ParameterizedTest
  @CsvSource({
    "A B C D, A B C D", // none stands twice
    "A B C D A B C D, A B C D", // for two widths of screen
    "A B C A B C A B C, A B C", // for three
    "A B C D A B, A B C D", // a copy cut short
    "A Q B Q C Q, A Q B Q C Q", // an interview that asks the same again
    "A B C A, A B C A", // one paragraph is a refrain
  })
  void aTextStandsOnce(String shown, String kept) {
    String html =
        Arrays.stream(shown.split(" "))
            .map(letter -> "<p>" + paragraph(letter) + "</p>")
            .collect(
                Collectors.joining(
                    "",
                    "<html lang=en><body><h1>Boats to sail again from Monday</h1><div>",
                    "</div></body></html>"));

    List<String> body = Pages.parse(html).article().getBody().lines().toList();

    assertThat(body, is(Arrays.stream(kept.split(" ")).map(RepeatedTextTest::paragraph).toList()));
  }
}
