package dev.newsfold.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Extraction does not get worse: every column of every set stays at or above its floor in {@code
 * floors.tsv}. A floor only rises; lowering one is a decision to be made in a change of its own.
 *
 * <p>Some sets have floors a second time, for their {@link Nameless} pages.
 */
class ExtractionFloorsTest {
  private static final String NAMELESS = " nameless";

  @Test
  void noColumnFallsBelowItsFloor() throws IOException {
    assumeTrue(
        Files.isDirectory(BenchSet.root()),
        "skipped: no bench at " + BenchSet.root() + "; set -Dnewsfold.shared");
    Predictions predictions = new Predictions();
    List<String> fallen = new ArrayList<>();
    for (Map.Entry<String, Map<String, Double>> set : floors().entrySet()) {
      boolean nameless = set.getKey().endsWith(NAMELESS);
      BenchSet bench = BenchSet.read(set.getKey().replace(NAMELESS, ""));
      UnaryOperator<String> change = nameless ? Nameless::page : UnaryOperator.identity();
      Columns columns = new Columns();
      for (JsonNode truth : bench.truth()) {
        columns.add(truth, predictions.predict(bench, truth, change));
      }
      Map<String, Double> values = columns.values();
      set.getValue()
          .forEach(
              (column, floor) -> {
                double value = values.getOrDefault(column, 0.0);
                if (value < floor) {
                  fallen.add(
                      String.format(
                          Locale.ROOT, "%s %s: %.4f < %.4f", set.getKey(), column, value, floor));
                }
              });
      System.out.println("floors: " + set.getKey() + " " + rounded(values));
    }
    assertThat(fallen, is(empty()));
  }

  private static Map<String, String> rounded(Map<String, Double> values) {
    Map<String, String> rounded = new TreeMap<>();
    values.forEach(
        (column, value) -> rounded.put(column, String.format(Locale.ROOT, "%.4f", value)));
    return rounded;
  }

  private static Map<String, Map<String, Double>> floors() throws IOException {
    Map<String, Map<String, Double>> floors = new TreeMap<>();
    try (InputStream in = ExtractionFloorsTest.class.getResourceAsStream("floors.tsv")) {
      for (String row : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!row.isBlank() && !row.startsWith("#")) {
          String[] cells = row.split("\t");
          floors
              .computeIfAbsent(cells[0], s -> new TreeMap<>())
              .put(cells[1], Double.parseDouble(cells[2]));
        }
      }
    }
    return floors;
  }
}
