package dev.newsfold.aggregate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishCalendarTest {

  @ParameterizedTest
  @CsvSource({
    "PT1H, Asia/Shanghai,       2020-09-25T03:45:27Z, 2020-09-25T03:00:00Z, 2020-09-25T04:00:00Z",
    "P1D,  Asia/Shanghai,       2020-09-25T03:45:27Z, 2020-09-24T16:00:00Z, 2020-09-25T16:00:00Z",
    "P1D,  Asia/Shanghai,       2020-09-24T16:00:00Z, 2020-09-24T16:00:00Z, 2020-09-25T16:00:00Z",
    "P1W,  Asia/Shanghai,       2020-09-25T03:45:27Z, 2020-09-20T16:00:00Z, 2020-09-27T16:00:00Z",
    "P1M,  Asia/Shanghai,       2020-09-25T03:45:27Z, 2020-08-31T16:00:00Z, 2020-09-30T16:00:00Z",
    "P1D,  Europe/Berlin,       2021-03-28T10:00:00Z, 2021-03-27T23:00:00Z, 2021-03-28T22:00:00Z",
    "P1D,  Europe/Berlin,       2021-10-31T10:00:00Z, 2021-10-30T22:00:00Z, 2021-10-31T23:00:00Z",
    "PT1H, Asia/Kolkata,        2020-09-25T03:45:27Z, 2020-09-25T03:30:00Z, 2020-09-25T04:30:00Z",
    "PT1H, Australia/Lord_Howe, 2021-04-03T15:10:00Z, 2021-04-03T15:00:00Z, 2021-04-03T15:30:00Z",
    "P1D,  America/Sao_Paulo,   2018-11-04T12:00:00Z, 2018-11-04T03:00:00Z, 2018-11-05T02:00:00Z",
    "P1M,  UTC,                 2020-02-29T23:59:59Z, 2020-02-01T00:00:00Z, 2020-03-01T00:00:00Z",
  })
  void windowsFollowTheCalendarOfTheZone(
      String length, String zone, Instant instant, Instant start, Instant end) {
    assertThat(
        calendar(length, zone).spanOf(instant), equalTo(new PublishCalendar.Span(start, end)));
  }

  @Test
  void everyInstantLiesInExactlyOneWindow() {
    Random random = new Random(20200925);
    String[] zones = {"Asia/Shanghai", "Europe/Berlin", "Australia/Lord_Howe", "America/Sao_Paulo"};
    for (String zone : zones) {
      for (WindowLength length : WindowLength.values()) {
        PublishCalendar calendar = calendar(length.iso(), zone);
        for (int i = 0; i < 500; i++) {
          Instant instant = Instant.ofEpochSecond(random.nextInt());
          PublishCalendar.Span span = calendar.spanOf(instant);
          assertThat(span.start(), lessThanOrEqualTo(instant));
          assertThat(span.end(), greaterThan(instant));
          assertThat(calendar.spanOf(span.start()), equalTo(span));
          assertThat(calendar.spanOf(span.end().minusMillis(1)), equalTo(span));
          assertThat(calendar.spanOf(span.end()).start(), equalTo(span.end()));
        }
      }
    }
  }

  @Test
  void aDayThatSavesDaylightIsAnHourShort() {
    PublishCalendar.Span span =
        calendar("P1D", "Europe/Berlin").spanOf(Instant.parse("2021-03-28T10:00:00Z"));
    assertThat(Duration.between(span.start(), span.end()), equalTo(Duration.ofHours(23)));
  }

  private static PublishCalendar calendar(String length, String zone) {
    return new PublishCalendar(ZoneId.of(zone), WindowLength.parse(length));
  }
}
