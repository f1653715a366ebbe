package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.Started;
import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.Dimension;
import dev.newsfold.sinks.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts by hour, day, week and month around the two nights in which Berlin's clocks change. */
class WindowsTest {
  private static final List<String> TIMES =
      List.of(
          "2025-03-30T00:30:00+01:00",
          "2025-03-30T01:30:00+01:00",
          "2025-03-30T03:10:00+02:00",
          "2025-03-30T23:59:59+02:00",
          "2025-03-31T00:00:00+02:00",
          "2025-10-26T02:30:00+02:00",
          "2025-10-26T02:30:00+01:00");

  @TempDir Path folder;

  /** Each expected window is its start and end in UTC, and how many articles are counted in it. */
  @ParameterizedTest
  @CsvSource({
    "PT1H, 2025-03-29T23Z 2025-03-30T00Z 1; 2025-03-30T00Z 2025-03-30T01Z 1;"
        + " 2025-03-30T01Z 2025-03-30T02Z 1; 2025-03-30T21Z 2025-03-30T22Z 1;"
        + " 2025-03-30T22Z 2025-03-30T23Z 1; 2025-10-26T00Z 2025-10-26T01Z 1;"
        + " 2025-10-26T01Z 2025-10-26T02Z 1",
    "P1D, 2025-03-29T23Z 2025-03-30T22Z 4; 2025-03-30T22Z 2025-03-31T22Z 1;"
        + " 2025-10-25T22Z 2025-10-26T23Z 2",
    "P1W, 2025-03-23T23Z 2025-03-30T22Z 4; 2025-03-30T22Z 2025-04-06T22Z 1;"
        + " 2025-10-19T22Z 2025-10-26T23Z 2",
    "P1M, 2025-02-28T23Z 2025-03-31T22Z 5; 2025-09-30T22Z 2025-10-31T23Z 2",
  })
  void everyArticleIsCountedInTheWindowOfItsPublishTime(String window, String expected)
      throws IOException {
    List<DailyAggregate> rows = count(window);
    Set<String> counted = new TreeSet<>();
    Set<Dimension> dimensions = EnumSet.noneOf(Dimension.class);
    for (DailyAggregate row : rows) {
      dimensions.add(row.getDimension());
      if (row.getDimension() == Dimension.ALL) {
        counted.add(
            hour(row.getWindowStart()) + ' ' + hour(row.getWindowEnd()) + ' ' + row.getArticles());
      }
    }
    assertThat(String.join("; ", counted), equalTo(expected));
    assertThat(dimensions, equalTo(EnumSet.allOf(Dimension.class)));
  }

  private List<DailyAggregate> count(String window) throws IOException {
    Path input = folder.resolve("articles.jsonl");
    List<String> lines = new ArrayList<>();
    for (String time : TIMES) {
      String text = "Die Fähre Nummer " + lines.size() + " fährt bis Ostern nur am Morgen. ";
      lines.add(
          """
          {"id": "%1$d", "title": "Fähre %1$d fährt", "text": "%2$s", "date": "%3$s", \
          "url": "https://www.birch.example/%1$d.html", "source": "Birke"}"""
              .formatted(lines.size(), text.repeat(4), time));
    }
    Files.write(input, lines);
    Path output = folder.resolve("out");
    Started.well(
        "fold",
        "--input=" + input,
        "--output=" + output,
        "--zone=Europe/Berlin",
        "--window=" + window);
    return Started.records(output, Dataset.AGGREGATES, DailyAggregate.class);
  }

  /** An instant on the hour, without what is always nought. */
  private static String hour(Instant instant) {
    return instant.toString().replaceFirst(":00:00Z$", "Z");
  }
}
