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
        AvroFiles.write(
            new LocalFolder(output.resolve("a")), Dataset.LATE, List.of(late("1"), late("2")));
    StagedFile other =
        AvroFiles.write(
            new LocalFolder(output.resolve("b")), Dataset.LATE, List.of(late("2"), late("1")));
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
  }

  @Test
  void untilTheManifestIsReplacedTheOldRunStands() throws IOException {
    publish("one", List.of(late("1")));
    // As if killed after its files were written and before its manifest was.
    AvroFiles.write(new LocalFolder(output), Dataset.LATE, List.of(late("2")));
    assertThat(readBack(), contains("1"));
    publish("three", List.of(late("3")));
    assertThat(readBack(), contains("3"));
    assertThat(avroFiles(), equalTo(1L));
  }

  @Test
  void whatNoManifestNamesIsNotPublished() throws IOException {
    RunLayout layout = new RunLayout(output, "one");
    AvroFiles.write(layout.output(), Dataset.LATE, List.of(late("of a failed attempt")));
    publish("one", List.of(late("1")));
    assertThat(readBack(), contains("1"));
    assertThat(avroFiles(), equalTo(1L));
  }

  @Test
  void stagingFoldersOfKilledRunsAreRemoved() throws IOException {
    RunLayout killed = new RunLayout(output, "killed");
    killed.staging().write(RunLayout.REPLACED, new byte[] {1});
    Publication.removeStaging(new RunLayout(output, "next"), Instant.MAX);
    assertThat(killed.staging().exists(RunLayout.REPLACED), is(false));
  }

  @Test
  void ofTwoRunsThatBeganOnTheSameOneOnlyOneIsPublished() throws IOException {
    publish("one", List.of(late("1")));
    RunLayout two = new RunLayout(output, "two");
    Manifests.Newest before = Manifests.newest(two.output());
    assertThat(publish(two, before, List.of(late("2"))), is(true));
    assertThat(publish(new RunLayout(output, "three"), before, List.of(late("3"))), is(false));
    assertThat(readBack(), contains("2"));
  }

  @Test
  void aRunThatBeganLongAgoIsNotPublishedInThePlaceOfAManifestThatIsGone() throws IOException {
    RunLayout slow = new RunLayout(output, "slow");
    Manifests.Newest before = Manifests.newest(slow.output());
    for (int i = 0; i < 8; i++) {
      publish("run" + i, List.of(late(String.valueOf(i))));
    }
    assertThat("of the manifests some are gone", slow.output().exists("runs/1.json"), is(false));
    assertThat(publish(slow, before, List.of(late("slow"))), is(false));
    assertThat(readBack(), contains("7"));
  }

  @Test
  void theCopyForPeopleSaysTheSameAsTheManifestThatReadersTrust() throws IOException {
    publish("one", List.of(late("1")));
    publish("two", List.of(late("2")));
    assertThat(Files.mismatch(output.resolve("run.json"), output.resolve("runs/2.json")), is(-1L));
    // Killed before the copy is made: readers see the new run all the same.
    Files.delete(output.resolve("run.json"));
    assertThat(readBack(), contains("2"));
  }

  @Test
  void aCopyThatWasLeftBehindIsMadeAnewBeforeItsFilesGo() throws IOException {
    publish("one", List.of(late("1")));
    byte[] old = Files.readAllBytes(output.resolve("run.json"));
    publish("two", List.of(late("2")));
    // As if killed before the copy was made.
    Files.write(output.resolve("run.json"), old);
    Publication.sweep(new RunLayout(output, "next"), Instant.MAX);
    assertThat(Files.mismatch(output.resolve("run.json"), output.resolve("runs/2.json")), is(-1L));
  }

  @Test
  void anOutputOfAnEarlierVersionIsReadByItsRunJson() throws IOException {
    publish("one", List.of(late("1")));
    Files.delete(output.resolve("runs/1.json"));
    assertThat(readBack(), contains("1"));
    publish("two", List.of(late("2")));
    assertThat(readBack(), contains("2"));
  }

  @Test
  void aFileThatNobodyListsStaysForAsLongAsARunMayBeAboutToListIt() throws IOException {
    publish("one", List.of(late("1")));
    RunLayout other = new RunLayout(output, "other");
    AvroFiles.fill(other.output(), Dataset.LATE, "", List.of(late("2")));
    Publication.sweep(other, Instant.now().minusSeconds(3600));
    assertThat(avroFiles(), equalTo(2L));
    Publication.sweep(other, Instant.now().plusSeconds(3600));
    assertThat(avroFiles(), equalTo(1L));
    assertThat(readBack(), contains("1"));
  }

  @Test
  void anOutputFolderIsHeldByOneRunAtATime() throws IOException {
    RunLayout layout = new RunLayout(output, "one");
    try (OutputLock held = OutputLock.take(layout).orElseThrow()) {
      assertThat(OutputLock.take(layout).isPresent(), is(false));
    }
    try (OutputLock again = OutputLock.take(layout).orElseThrow()) {
      assertThat(layout.output().exists(RunLayout.LOCK), is(true));
    }
  }

  private void publish(String runId, List<Late> records) throws IOException {
    RunLayout layout = new RunLayout(output, runId);
    assertThat(publish(layout, Manifests.newest(layout.output()), records), is(true));
    Publication.sweep(layout, Instant.MAX);
  }

  private static boolean publish(RunLayout layout, Manifests.Newest before, List<Late> records)
      throws IOException {
    List<RunManifest.DataFile> files =
        RunManifest.filesOf(List.of(AvroFiles.fill(layout.output(), Dataset.LATE, "", records)));
    RunManifest manifest =
        RunManifest.of("test", layout.runId(), "2020-09-25T00:00:00Z").files(files).build();
    return Publication.publish(layout, before, manifest, files);
  }

  private List<String> readBack() throws IOException {
    List<String> ids = new ArrayList<>();
    RunManifest manifest = RunManifest.read(output).orElseThrow();
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
