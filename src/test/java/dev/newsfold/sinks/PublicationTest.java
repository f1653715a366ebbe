package dev.newsfold.sinks;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.newsfold.records.Late;
import dev.newsfold.records.StagedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {
  @TempDir Path output;

  @Test
  void theSameRecordsInAnyOrderMakeTheSameFile() throws IOException {
    StagedFile one =
        AvroFiles.write(output.resolve("a"), Dataset.LATE, List.of(late("1"), late("2")));
    StagedFile other =
        AvroFiles.write(output.resolve("b"), Dataset.LATE, List.of(late("2"), late("1")));
    assertThat(one, equalTo(other));
    assertThat(
        Files.mismatch(
            output.resolve("a").resolve(one.getPath()), output.resolve("b").resolve(one.getPath())),
        is(-1L));
  }

  @Test
  void aRunReplacesTheOneBeforeAndLeavesNothingElse() throws IOException {
    publish("one", List.of(late("1")));
    publish("two", List.of(late("2"), late("3")));
    assertThat(readBack(), contains("2", "3"));
    assertThat(avroFiles(), equalTo(1L));
    assertThat(Files.exists(output.resolve(".staging-two")), is(false));
  }

  @Test
  void untilTheManifestIsReplacedTheOldRunStands() throws IOException {
    publish("one", List.of(late("1")));
    // As if killed after its files were moved and before run.json was.
    AvroFiles.write(output, Dataset.LATE, List.of(late("2")));
    assertThat(readBack(), contains("1"));
    publish("three", List.of(late("3")));
    assertThat(readBack(), contains("3"));
    assertThat(avroFiles(), equalTo(1L));
  }

  @Test
  void whatNoManifestNamesIsNotPublished() throws IOException {
    RunLayout layout = new RunLayout(output, "one");
    AvroFiles.write(layout.staging(), Dataset.LATE, List.of(late("of a failed attempt")));
    publish("one", List.of(late("1")));
    assertThat(readBack(), contains("1"));
    assertThat(avroFiles(), equalTo(1L));
  }

  @Test
  void stagingFoldersOfKilledRunsAreRemoved() throws IOException {
    RunLayout killed = new RunLayout(output, "killed");
    AvroFiles.write(killed.staging(), Dataset.LATE, List.of(late("1")));
    Publication.removeStaging(new RunLayout(output, "next"));
    assertThat(Files.exists(killed.staging()), is(false));
  }

  @Test
  void anOutputFolderIsHeldByOneRunAtATime() throws IOException {
    RunLayout layout = new RunLayout(output, "one");
    try (OutputLock held = OutputLock.take(layout).orElseThrow()) {
      assertThat(OutputLock.take(layout).isPresent(), is(false));
    }
    try (OutputLock again = OutputLock.take(layout).orElseThrow()) {
      assertThat(Files.exists(layout.lock()), is(true));
    }
  }

  private void publish(String runId, List<Late> records) throws IOException {
    RunLayout layout = new RunLayout(output, runId);
    List<RunManifest.DataFile> files =
        RunManifest.filesOf(List.of(AvroFiles.write(layout.staging(), Dataset.LATE, records)));
    Publication.publish(
        layout, RunManifest.of("test", runId, "2020-09-25T00:00:00Z").files(files).build());
  }

  private List<String> readBack() throws IOException {
    List<String> ids = new ArrayList<>();
    RunManifest manifest = RunManifest.read(output.resolve("run.json")).orElseThrow();
    for (RunManifest.DataFile file : manifest.files()) {
      AvroFiles.read(output.resolve(file.path()), Late.class, l -> ids.add(l.getArticleId()));
    }
    return ids;
  }

  private long avroFiles() throws IOException {
    try (Stream<Path> files = Files.walk(output)) {
      return files.filter(file -> file.toString().endsWith(".avro")).count();
    }
  }

  private static Late late(String id) {
    return Late.newBuilder()
        .setArticleId(id)
        .setCanonicalUrl("http://a.example/" + id)
        .setPublishedAt(Instant.EPOCH)
        .setCapturedAt(Instant.EPOCH)
        .setReason("test")
        .build();
  }
}
