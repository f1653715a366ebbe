package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;

import dev.newsfold.Newsfold;
import dev.newsfold.bench.ScaleCorpus;
import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.Story;
import dev.newsfold.sinks.AvroFiles;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.RunManifest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stories and counts are the same in any order of arrival, at any parallelism, on both runners. */
class AnyOrderTest {
  private static final int ORDINARY = 400;
  private static final int HOT = 60;

  @TempDir static Path folder;
  private static final List<String> ROWS = new ArrayList<>();

  @BeforeAll
  static void inventRows() throws IOException {
    for (ScaleCorpus corpus : ScaleCorpus.values()) {
      Path rows = folder.resolve(corpus.name());
      corpus.write(rows, corpus == ScaleCorpus.ORDINARY ? ORDINARY : HOT);
      try (Stream<Path> files = Files.list(rows)) {
        for (Path file : files.toList()) {
          for (String row : Files.readAllLines(file)) {
            ROWS.add(row.replace("\"id\":\"a", "\"id\":\"" + corpus.name()));
          }
        }
      }
    }
  }

  @Test
  void shuffledRowsGiveTheSameStoriesAndCountsAtAnyParallelismOnBothRunners() throws IOException {
    List<String> stories = new ArrayList<>();
    List<String> counts = new ArrayList<>();
    for (int parallelism : new int[] {1, 2, 4}) {
      for (String runner :
          List.of(
              "--runner=FlinkRunner --flinkMaster=[local] --parallelism=",
              "--runner=DirectRunner --targetParallelism=")) {
        String told = runner + parallelism;
        Path output = fold(stories.size() + parallelism * 7L + runner.length(), told);
        List<String> storiesHere = records(output, Dataset.STORIES, Story.class);
        List<String> countsHere = records(output, Dataset.AGGREGATES, DailyAggregate.class);
        if (stories.isEmpty()) {
          stories.addAll(storiesHere);
          counts.addAll(countsHere);
        }
        assertThat(told, storiesHere, equalTo(stories));
        assertThat(told, countsHere, equalTo(counts));
      }
    }
    // Three of ten ordinary articles are copies, all of the hot page are, none of the column is.
    assertThat(stories.size(), greaterThan(ORDINARY * 6 / 10 + HOT));
    assertThat(stories.size(), lessThan(ORDINARY * 8 / 10 + HOT));
    assertThat(
        stories.stream().filter(story -> story.contains("\"HOT_PAGE0\"")).toList(), hasSize(1));
  }

  /** Folds the rows, in an order and a number of files that depend on the seed. */
  private static Path fold(long seed, String runner) throws IOException {
    List<String> rows = new ArrayList<>(ROWS);
    Random random = new Random(seed);
    Collections.shuffle(rows, random);
    Path input = Files.createDirectories(folder.resolve("in-" + seed));
    int files = 1 + random.nextInt(5);
    for (int i = 0; i < files; i++) {
      Files.write(
          input.resolve(i + ".jsonl"),
          rows.subList(i * rows.size() / files, (i + 1) * rows.size() / files));
    }
    Path output = folder.resolve("out-" + seed);
    List<String> args = new ArrayList<>(List.of("fold", "--input=" + input, "--output=" + output));
    args.addAll(List.of(runner.split(" ")));
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC),
            false);
    int code = Newsfold.run(args, console);
    assertThat(err.toString(StandardCharsets.UTF_8), code, equalTo(0));
    return output;
  }

  private static <T extends SpecificRecord> List<String> records(
      Path output, Dataset dataset, Class<T> type) throws IOException {
    List<String> records = new ArrayList<>();
    RunManifest manifest = RunManifest.read(output.resolve("run.json")).orElseThrow();
    for (RunManifest.DataFile file : manifest.files()) {
      if (file.dataset().equals(dataset.folder())) {
        AvroFiles.read(output.resolve(file.path()), type, item -> records.add(item.toString()));
      }
    }
    records.sort(null);
    return records;
  }
}
