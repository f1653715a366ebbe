package dev.newsfold.parse.time.notation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersianCalendarTest {
  @ParameterizedTest(name = "{0}-{1}-{2}")
  @CsvSource({
    "1399, 11, 1, 2021-01-20",
    "1399, 12, 30, 2021-03-20", // a leap year
    "1400, 1, 1, 2021-03-21",
    "1402, 12, 29, 2024-03-19",
    "1403, 1, 1, 2024-03-20",
    "1403, 12, 30, 2025-03-20",
    "1404, 1, 1, 2025-03-21",
    "1400, 12, 30, ",
    "1399, 7, 31, ",
    "1399, 13, 1, ",
    "1299, 1, 1, ",
  })
  void daysAreThoseOfTheCommonCalendar(int year, int month, int day, @Nullable LocalDate expected) {
    assertThat(PersianCalendar.day(year, month, day), is(expected));
  }
}
