package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayPatternTest {
  @ParameterizedTest
  @CsvSource({
    "/in/{yyyy}/{MM}/{dd}/*.gz, /in/./2026/02/03/*.gz",
    "/in/{yyyy}{MM}{dd}.gz, /in/./20260203.gz",
    "s3://b/in/./{yyyy}/{MM}/{dd}/*.gz, s3://b/in/./2026/02/03/*.gz",
    "s3://b/./in/{yyyy}/{MM}/{dd}/*.gz, s3://b/./in/2026/02/03/*.gz",
    "s3://b/in/{yyyy}/{MM}/./{dd}/*.gz, s3://b/in/./2026/02/./03/*.gz"
  })
  void filesAreNamedWithTheirDay(String pattern, String expected) throws JobException {
    assertThat(DayPattern.on(LocalDate.of(2026, 2, 3), List.of(pattern)), contains(expected));
  }
}
