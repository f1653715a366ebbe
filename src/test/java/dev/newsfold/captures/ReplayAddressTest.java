package dev.newsfold.captures;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayAddressTest {
  @ParameterizedTest
  @CsvSource({
    "https://web.archive.org/web/20210203040506/http://daily.example/1.html, http://daily.example/1.html",
    "https://web.archive.org/web/20210203040506id_/https://daily.example/a?b=1, https://daily.example/a?b=1",
    // As a mirror of an archive names its folders.
    "http://web.archive.org/web/20210203040506id_/http:/daily.example/1.html, http://daily.example/1.html",
    "http://web.archive.org/web/20210203040506/http%3A/daily.example/1.html, http://daily.example/1.html",
    // pywb, with a collection and without.
    "http://localhost:8080/news/20210203040506mp_/http://daily.example/, http://daily.example/",
    "http://archive.example/20210203040506/HTTP://Daily.example, http://daily.example/"
  })
  void aPageShownByAnArchiveHasItsOwnAddressAndTime(String address, String url) {
    assertThat(
        ReplayAddress.of(address),
        equalTo(new ReplayAddress(url, Instant.parse("2021-02-03T04:05:06Z"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://daily.example/20210203040506/1.html",
        "http://daily.example/go?url=/20210203040506/http://a.example/1",
        "http://daily.example/2021/http://a.example/1",
        "http://web.archive.org/web/20210203040506/http://",
        "file:web/20210203040506/http://a.example/1"
      })
  void otherAddressesAreWhatTheySay(String address) {
    assertThat(ReplayAddress.of(address), nullValue());
  }

  @Test
  void digitsMayBeNoTime() {
    assertThat(
        ReplayAddress.of("http://a.example/web/99999999999999/http://b.example/1"),
        equalTo(new ReplayAddress("http://b.example/1", null)));
  }
}
