package dev.newsfold.tables;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;

import dev.newsfold.CurrentRecords;
import dev.newsfold.Started;
import dev.newsfold.captures.Digests;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that write Parquet beside Avro. */
class RunTablesTest {
  @TempDir Path folder;

  @Test
  void aRunWritesBothAndTheNextOneReplacesThem() throws IOException, SQLException {
    Path sample = sample(60);
    Path run = folder.resolve("run");
    Started done =
        Started.well("local", "--input=" + sample, "--output=" + run, "--format=avro,parquet");
    assertThat(done.out(), containsString("run/tables ("));
    expectTables(run);
    RunManifest manifest = RunManifest.read(run).orElseThrow();
    Path export = folder.resolve("export");
    Started.well("export", run.toString(), "--to=" + export);
    assertThat(digests(manifest), equalTo(digestsOf(export)));

    Path ofAvro = folder.resolve("fold-avro");
    Path ofTables = folder.resolve("fold-tables");
    Started.well("fold", "--input=" + run.resolve("articles"), "--output=" + ofAvro);
    Started.well("fold", "--input=" + run.resolve("tables/articles"), "--output=" + ofTables);
    assertThat(
        Started.well("diff", ofAvro.toString(), ofTables.toString()).out(),
        containsString("0 changed, 0 only here, 0 only there"));
    assertThat(
        Started.well("cat", ofTables.resolve("articles").toString()).out().lines().count(),
        greaterThan(20L));

    for (String input : List.of("tables", "tables/articles", "tables/rejections")) {
      Started refused =
          Started.with("local", "--input=" + run.resolve(input), "--output=" + folder + "/no");
      assertThat(refused.err(), refused.code(), equalTo(64));
      assertThat(refused.err(), containsString("that a run has written"));
    }
    Path plain = folder.resolve("plain");
    Started.well("local", "--input=" + sample, "--output=" + plain);
    String same = Started.well("diff", run.toString(), plain.toString()).out();
    assertThat(same, containsString("0 changed, 0 only here, 0 only there"));
    assertThat(same, not(containsString("tables")));
    assertThat(
        Started.well("cat", run.toString()).out().lines().count(),
        equalTo(Started.well("cat", plain.toString()).out().lines().count()));

    Started.well("reprocess", "--input=" + sample, "--output=" + run, "--format=parquet, avro");
    expectTables(run);
    Started.well("local", "--input=" + sample, "--output=" + run);
    assertThat(RunManifest.read(run).orElseThrow().tableFiles(), equalTo(List.of()));
    assertThat(Files.exists(run.resolve("tables")), equalTo(false));
  }

  @Test
  void ofDaysTheTablesHoldWhatCounts() throws IOException, SQLException {
    Path sample = sample(240).resolve("pages");
    int number = 0;
    try (Stream<Path> files = Files.walk(sample)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String day = number++ % 2 == 0 ? "20" : "21";
        Path to = folder.resolve("in/2025/11").resolve(day).resolve(sample.relativize(file));
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
    Path days = folder.resolve("days");
    for (String day : List.of("20", "21")) {
      Started.well(
          "scheduled",
          "--input=" + folder + "/in/{yyyy}/{MM}/{dd}",
          "--day=2025-11-" + day,
          "--output=" + days,
          "--format=avro,parquet");
    }
    CurrentRecords expected = CurrentRecords.in(List.of(days));
    RunManifest manifest = RunManifest.read(days).orElseThrow();
    try (Duck duck = new Duck()) {
      for (String dataset : List.of("articles", "stories", "copies", "headlines", "aggregates")) {
        assertThat(
            dataset,
            duck.number("SELECT count(*) FROM " + Duck.table(days.resolve("tables"), dataset)),
            equalTo((long) expected.of(dataset).size()));
      }
    }
    // Or nothing would be tried here.
    assertThat(
        manifest.datasets().getOrDefault("stories", RunManifest.Count.NONE).records(),
        greaterThan((long) expected.of("stories").size()));
    assertThat(present(days), equalTo(listed(manifest)));
  }

  @Test
  void whatIsNotWrittenIsRefused() throws IOException {
    Path page = Files.writeString(folder.resolve("page.html"), "<p>渡船停航</p>");
    Path out = folder.resolve("no");
    Map<String, String> told =
        Map.of(
            "parquet", "--format=avro,parquet writes both",
            "orc", "--format is avro, or avro,parquet",
            "avro,orc", "--format is avro, or avro,parquet",
            "avro,", "--format is avro, or avro,parquet");
    told.forEach(
        (format, message) -> {
          Started refused =
              Started.with("local", "--input=" + page, "--output=" + out, "--format=" + format);
          assertThat(refused.code(), equalTo(64));
          assertThat(refused.err(), containsString(message));
        });
    Started stream =
        Started.with("stream", "--input=" + page, "--output=" + out, "--format=avro,parquet");
    assertThat(stream.code(), equalTo(64));
    assertThat(stream.err(), containsString("pipelines/run export"));
    assertThat(Files.exists(out), equalTo(false));
  }

  private Path sample(int pages) {
    Path sample = folder.resolve("sample");
    Started.well("sample", "--pages=" + pages, "--output=" + sample);
    return sample;
  }

  /** Every table has the dataset's records, and every file is what the manifest says of it. */
  private static void expectTables(Path run) throws IOException, SQLException {
    RunManifest manifest = RunManifest.read(run).orElseThrow();
    try (Duck duck = new Duck()) {
      for (Map.Entry<String, RunManifest.Count> dataset : manifest.datasets().entrySet()) {
        if (dataset.getValue().records() > 0) {
          assertThat(
              dataset.getKey(),
              duck.number(
                  "SELECT count(*) FROM " + Duck.table(run.resolve("tables"), dataset.getKey())),
              equalTo(dataset.getValue().records()));
        }
      }
    }
    for (RunManifest.DataFile file : manifest.tableFiles()) {
      byte[] bytes = Files.readAllBytes(run.resolve(file.path()));
      assertThat(Digests.hex(Digests.newSha256().digest(bytes)), equalTo(file.sha256()));
    }
    assertThat(present(run), equalTo(listed(manifest)));
  }

  private static TreeSet<String> listed(RunManifest manifest) {
    TreeSet<String> paths = new TreeSet<>();
    manifest.tableFiles().forEach(file -> paths.add(file.path()));
    return paths;
  }

  private static TreeSet<String> present(Path run) throws IOException {
    TreeSet<String> paths = new TreeSet<>();
    try (Stream<Path> files = Files.walk(run.resolve("tables"))) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> paths.add(run.relativize(file).toString()));
    }
    return paths;
  }

  private static TreeSet<String> digests(RunManifest manifest) {
    TreeSet<String> digests = new TreeSet<>();
    manifest.tableFiles().forEach(file -> digests.add(file.sha256()));
    return digests;
  }

  private static TreeSet<String> digestsOf(Path export) throws IOException {
    TreeSet<String> digests = new TreeSet<>();
    try (Stream<Path> files = Files.walk(export)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".parquet")).toList()) {
        digests.add(Digests.hex(Digests.newSha256().digest(Files.readAllBytes(file))));
      }
    }
    return digests;
  }
}
