package dev.newsfold.parse.people;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WesternOutletsTest {
  @ParameterizedTest
  @CsvSource({
    "J.de Vries,          false",
    "A.B.de Vries,        false",
    "gazette.de,          true",
    "Gazette.de Politik,  true",
    "gazette.co.uk,       true",
  })
  void theNameOfASiteIsAnOutletAndNoParticleIs(String name, boolean outlet) {
    assertThat(name, WesternOutlets.isOutlet(name), is(outlet));
  }
}
