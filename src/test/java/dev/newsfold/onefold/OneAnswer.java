package dev.newsfold.onefold;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.newsfold.CurrentRecords;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * What each mode makes of the corpus of a seed, against what one batch on the DirectRunner makes of
 * it. A mode runs once, when the first of its datasets is looked at.
 */
final class OneAnswer {
  private static final String TOTALS = "totals";
  private static final String SEEDS = "newsfold.seeds";

  /** Whatever a batch writes; a dataset that neither of two modes writes is skipped. */
  private static final List<String> DATASETS =
      List.of(
          "articles",
          "stories",
          "headlines",
          "sightings",
          "aggregates",
          "copies",
          "versions",
          "ledger",
          "drift",
          "late",
          "rejections",
          TOTALS);

  private final long seed;
  private final List<Mode> modes;
  private final Path work;
  private final Path captures;
  private final int rejected;
  private final Map<Mode, Answer> answers = new EnumMap<>(Mode.class);
  private final StringBuilder table = new StringBuilder();

  private record Answer(CurrentRecords records, SortedMap<String, Long> totals) {

    SortedMap<String, SortedMap<String, String>> of(String dataset) {
      if (!dataset.equals(TOTALS)) {
        return records.of(dataset);
      }
      SortedMap<String, SortedMap<String, String>> rows = new TreeMap<>();
      totals.forEach(
          (name, total) -> rows.put(name, new TreeMap<>(Map.of("total", total.toString()))));
      return rows;
    }
  }

  private OneAnswer(long seed, List<Mode> modes, Path work, Path captures, int rejected) {
    this.seed = seed;
    this.modes = modes;
    this.work = work;
    this.captures = captures;
    this.rejected = rejected;
  }

  /**
   * For some modes on the corpora of some seeds. With {@code -Dnewsfold.seeds=3,4}, all of the
   * modes run on the corpora of those seeds.
   *
   * @param folder to work in
   * @param modes by seed: a run of five days takes its time, so not every order is tried on each
   */
  static List<OneAnswer> all(Path folder, SortedMap<Long, List<Mode>> modes) throws IOException {
    String given = System.getProperty(SEEDS);
    if (given == null) {
      List<OneAnswer> answers = new ArrayList<>();
      for (Map.Entry<Long, List<Mode>> entry : modes.entrySet()) {
        answers.add(of(entry.getKey(), folder, entry.getValue()));
      }
      return answers;
    }
    List<Mode> each = modes.values().stream().flatMap(List::stream).distinct().sorted().toList();
    List<OneAnswer> answers = new ArrayList<>();
    for (String seed : given.split(",", -1)) {
      answers.add(of(Long.parseLong(seed.strip()), folder, each));
    }
    return answers;
  }

  private static OneAnswer of(long seed, Path folder, List<Mode> modes) throws IOException {
    Path work = folder.resolve("seed-" + seed);
    Path captures = work.resolve("captures");
    Corpus corpus = Corpus.of(seed);
    corpus.write(captures);
    return new OneAnswer(seed, modes, work, captures, corpus.rejected());
  }

  /** A test for each mode and dataset. */
  Stream<DynamicTest> tests() {
    return modes.stream()
        .flatMap(
            mode ->
                DATASETS.stream()
                    .filter(dataset -> mode.hasTotals() || !dataset.equals(TOTALS))
                    .map(
                        dataset ->
                            DynamicTest.dynamicTest(
                                "seed " + seed + ", " + mode + ": " + dataset,
                                () -> check(mode, dataset))));
  }

  /** A row for each test that ran. */
  static void printTable(List<OneAnswer> answers) {
    System.out.println("| seed | mode | dataset | records, same, differing");
    answers.forEach(answer -> System.out.print(answer.table));
  }

  private void check(Mode mode, String dataset) throws IOException {
    Answer reference = answer(Mode.BATCH);
    assertThat(
        "captures that hold no article, and no others, are rejected",
        reference.totals().get("rejections"),
        equalTo((long) rejected));
    Comparison comparison;
    try {
      SortedMap<String, SortedMap<String, String>> expected = reference.of(dataset);
      SortedMap<String, SortedMap<String, String>> actual = answer(mode).of(dataset);
      if (dataset.equals(TOTALS)) {
        // A stream also says how often it has published.
        actual.keySet().retainAll(expected.keySet());
      }
      comparison = Comparison.of(expected, actual);
    } catch (AssertionError | RuntimeException e) {
      table.append(row(mode, dataset, "the run failed"));
      throw e;
    }
    if (comparison.records() + comparison.differing() == 0) {
      table.append(row(mode, dataset, "not written"));
    }
    assumeTrue(comparison.records() + comparison.differing() > 0, "no mode writes " + dataset);
    table.append(
        row(
            mode,
            dataset,
            "%5d %5d %9d"
                .formatted(comparison.records(), comparison.same(), comparison.differing())));
    assertThat(
        "seed " + seed + ", " + mode + ", " + dataset + ": " + comparison.words(),
        comparison.differing(),
        equalTo(0));
  }

  private String row(Mode mode, String dataset, String numbers) {
    return "| %4d | %-16s | %-10s | %s%n".formatted(seed, mode, dataset, numbers);
  }

  private Answer answer(Mode mode) throws IOException {
    Answer answer = answers.get(mode);
    if (answer == null) {
      List<Path> outputs = mode.run(captures, work.resolve(mode.name()));
      Path last = outputs.get(outputs.size() - 1);
      answer =
          new Answer(CurrentRecords.in(outputs), RunManifest.read(last).orElseThrow().totals());
      answers.put(mode, answer);
    }
    return answer;
  }
}
