package dev.newsfold.stores;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newsfold.Started;
import dev.newsfold.cluster.Output;
import dev.newsfold.sample.Sample;
import dev.newsfold.sample.SampleOptions;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs into an output whose reads and writes fail at random. Each ends as a clean run, or fails and
 * shows the run before; and the next one comes to what it would have without all that. More runs by
 * {@code -Pfaults}, and as many as {@code -Dnewsfold.faulty=200} says.
 */
class FaultyStoreTest {
  /** Seldom and often faulty, and one on Flink. */
  private static final List<Integer> FEW = List.of(1, 6, 8);

  private static final int MANY = Integer.getInteger("newsfold.faulty", 0);

  @TempDir static Path folder;
  private static Path dump;
  private static final String DIRECT = "DirectRunner";
  private static final String FLINK = "FlinkRunner";

  private static Path before;
  private static SortedMap<String, String> old = new TreeMap<>();

  /** By runner, since a runner with more workers writes more files of what has no partitions. */
  private static final Map<String, SortedMap<String, String>> WANTED = new TreeMap<>();

  @BeforeAll
  static void runWithoutFaults() throws IOException {
    dump = Files.createDirectories(folder.resolve("dump"));
    Sample.write(new SampleOptions(25, 3), dump.resolve("a.warc.gz"));
    Files.delete(dump.resolve("a.truth.jsonl"));
    before = folder.resolve("before");
    Started.well("local", "--input=" + dump, "--output=" + before, "--zone=America/Lima");
    old = shown(before);
    for (String runner : List.of(DIRECT, FLINK)) {
      Path clean = folder.resolve("clean-" + runner);
      Started.well("local", "--runner=" + runner, "--input=" + dump, "--output=" + clean);
      WANTED.put(runner, shown(clean));
    }
  }

  @Test
  void everyRunIsCleanOrFailsAndShowsTheOneBefore() throws IOException {
    tryAll(MANY > 0 ? upTo(MANY) : FEW);
  }

  @Test
  @Tag("faults")
  void soAreMore() throws IOException {
    List<Integer> seeds = new ArrayList<>(upTo(16));
    seeds.removeAll(MANY > 0 ? upTo(MANY) : FEW);
    tryAll(seeds);
  }

  private static List<Integer> upTo(int last) {
    return IntStream.rangeClosed(1, last).boxed().toList();
  }

  private static void tryAll(List<Integer> seeds) throws IOException {
    int clean = 0;
    int failed = 0;
    for (int seed : seeds) {
      String runner = seed % 4 == 0 ? FLINK : DIRECT;
      int permille = 1 + seed % 12;
      Path output = folder.resolve("out-" + seed);
      copy(before, output);
      Started run =
          Started.with(
              "local",
              "--runner=" + runner,
              "--input=" + dump,
              "--output=" + FaultyStore.address(seed, permille, output));
      String told = "seed " + seed + " on " + runner + ": " + run.code() + "\n" + run.err();
      if (run.code() == 0) {
        clean++;
        assertThat(told, shown(output), equalTo(WANTED.get(runner)));
      } else {
        failed++;
        assertThat(told, run.code(), is(70));
        assertThat(told, run.err(), containsString("injected: "));
        assertThat(told, shown(output), equalTo(old));
      }
      assertThat(told, missingFromCopy(output), is(empty()));
      Started.well("local", "--input=" + dump, "--output=" + output);
      assertThat(told, shown(output), equalTo(WANTED.get(DIRECT)));
      assertThat(told, Output.litter(output), is(empty()));
    }
    System.out.printf(
        Locale.ROOT,
        "of %d runs with faults %d were clean, %d failed%n",
        seeds.size(),
        clean,
        failed);
    assertThat("runs that met a fault and failed", failed, greaterThan(0));
  }

  /** The files that a reader finds, with their digests; all of them are there. */
  private static SortedMap<String, String> shown(Path output) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    for (RunManifest.DataFile file : RunManifest.read(output).orElseThrow().files()) {
      assertThat(file.path(), Files.size(output.resolve(file.path())), is(file.bytes()));
      files.put(file.path(), file.sha256());
    }
    return files;
  }

  /** The files that {@code run.json} lists, which other programs read alone, and that are gone. */
  private static List<String> missingFromCopy(Path output) throws IOException {
    List<String> missing = new ArrayList<>();
    JsonNode copy = new ObjectMapper().readTree(output.resolve("run.json").toFile());
    for (JsonNode file : copy.get("files")) {
      String path = file.get("path").asText();
      if (!Files.exists(output.resolve(path))) {
        missing.add(path);
      }
    }
    return missing;
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(from)) {
      files = all.toList();
    }
    for (Path file : files) {
      Path target = to.resolve(from.relativize(file));
      if (Files.isDirectory(file)) {
        Files.createDirectories(target);
      } else {
        Files.copy(file, target);
      }
    }
  }
}
