package dev.newsfold.bench.runs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newsfold.jobs.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bench on a few pages: what it writes, and nothing of how long anything takes. */
class BenchIT {
  private static final Path HOME =
      Path.of(System.getProperty("newsfold.basedir", ".")).toAbsolutePath();

  @TempDir Path folder;

  @Test
  void itWritesFiguresATableAndAPlot() throws IOException, InterruptedException {
    ExitCode code =
        RunBench.run(
            HOME,
            List.of(
                "--sizes=32",
                "--inputs=sixteen",
                "--subjects=loop-2-fold,direct",
                "--rounds=1",
                "--heap=512m",
                "--output=" + folder),
            System.out,
            System.err);
    assertThat(code, is(ExitCode.OK));
    JsonNode json = new ObjectMapper().readTree(folder.resolve("bench.json").toFile());
    assertThat(json.at("/machine/cores").asInt(), greaterThan(0));
    for (String version : List.of("newsfold", "java", "beam", "flink", "jsoup")) {
      assertThat(version, json.at("/versions/" + version).asText().length(), greaterThan(0));
    }
    List<String> rows = new ArrayList<>();
    for (JsonNode row : json.at("/summary")) {
      rows.add(row.at("/subject").asText() + ' ' + row.at("/warmth").asText());
      assertThat(row.at("/pages").asInt(), is(32));
      assertThat(row.at("/files").asInt(), is(16));
      for (String figure : List.of("wall", "cpu", "peak", "wallRatio", "cpuRatio")) {
        double median = row.at('/' + figure + "/median").asDouble();
        assertThat(row + figure, median, greaterThan(0.0));
      }
    }
    assertThat(
        rows,
        equalTo(List.of("loop-2-fold cold", "loop-2-fold warm", "direct cold", "direct warm")));
    assertThat(json.at("/runs").size(), is(4));
    assertThat(Files.readString(folder.resolve("bench.md")), containsString("| DirectRunner |"));
    assertThat(Files.readString(folder.resolve("bench.svg")), containsString("</svg>"));
    assertThat(Files.exists(folder.resolve("work")), is(false));
  }

  @Test
  void aRunThatFailsIsToldAndTheOthersGoOn() throws IOException, InterruptedException {
    ExitCode code =
        RunBench.run(
            HOME,
            // No JVM starts with so little.
            List.of(
                "--sizes=16",
                "--inputs=one",
                "--subjects=loop-1",
                "--rounds=1",
                "--heap=1k",
                "--output=" + folder),
            System.out,
            System.err);
    assertThat(code, is(ExitCode.FAILED));
    JsonNode json = new ObjectMapper().readTree(folder.resolve("bench.json").toFile());
    assertThat(json.at("/runs").size(), is(2));
    assertThat(json.at("/runs/0/exit").asInt(), is(1));
    assertThat(json.at("/summary").size(), is(0));
  }
}
