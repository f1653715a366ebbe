package dev.newsfold.parse.time.notation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Addresses and the day each is made of. */
class AddressTimeTest {
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "addresses.csv", delimiter = '|')
  void addressesTellTheDayTheyAreMadeOf(String address, @Nullable String day) {
    StatedTime time = AddressTime.read(address);
    assertThat(address, time == null ? null : time.day().toString(), is(day));
  }

  @Test
  void archivesOfArchivesWithoutEndAreNoDay() {
    assertThat(AddressTime.read("http://aaaa/20200101/".repeat(50_000)), nullValue());
  }
}
