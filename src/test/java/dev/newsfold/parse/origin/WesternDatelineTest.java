package dev.newsfold.parse.origin;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WesternDatelineTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "The mayor (and others) - said",
        "A club in Orrin (AP) is no dateline",
        "PARIS, Unmonth 20 (AFP) - ",
        "PARIS, Jan 32 (The Mayor) - ",
        "(The Mayor) - We will",
      })
  void whatIsNoAgencyOrDayIsNoDateline(String text) {
    assertThat(WesternDateline.read(text), nullValue());
  }
}
