package dev.newsfold.sinks;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.newsfold.captures.Digests;
import dev.newsfold.records.Committable;
import dev.newsfold.records.StagedFile;
import dev.newsfold.records.StreamProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LivePublicationTest {
  private static final String STREAM = "stream-2020-09-25T00:00:00Z";
  private static final int MOST = 10;

  @TempDir Path output;

  @BeforeEach
  void listNothing() throws IOException {
    list(List.of());
  }

  @Test
  void inAnyOrderAgainAndThroughKillsReadersSeeEachFileOnce() throws Exception {
    for (int seed = 0; seed < 20; seed++) {
      listNothing();
      Random random = new Random(seed);
      List<Committable> deliveries = new ArrayList<>(committables(0, 60));
      deliveries.addAll(committables(0, 60));
      deliveries.addAll(committables(20, 40));
      Collections.shuffle(deliveries, random);
      LivePublication publication = publication();
      while (!deliveries.isEmpty()) {
        if (random.nextInt(5) == 0) {
          publication = publication(); // As after a restart: nothing is remembered.
        }
        List<Committable> batch =
            deliveries.subList(0, Math.min(deliveries.size(), random.nextInt(25)));
        byte[] before = Files.readAllBytes(output.resolve("run.json"));
        TreeSet<String> wanted = listed();
        publication.add(batch);
        if (random.nextInt(4) == 0) {
          // As if killed before the manifest was made, with all lists written.
          restore(before);
          publication = publication();
          Collections.shuffle(deliveries, random);
        } else {
          batch.forEach(committable -> wanted.add(committable.getFile().getPath()));
          batch.clear();
        }
        assertThat(listed(), equalTo(wanted));
      }
      assertSees(60);
    }
  }

  @Test
  void aFileThatIsSealedChangesNothingWhenItComesAgain() throws Exception {
    LivePublication publication = publication();
    publication.add(committables(0, 35));
    byte[] before = Files.readAllBytes(output.resolve("run.json"));
    assertThat(head().sealedLists(), hasSize(3));
    for (int i = 0; i < 35; i++) {
      publication.add(committables(i, i + 1));
      publication().add(committables(i, i + 1));
    }
    assertThat(Files.readAllBytes(output.resolve("run.json")), equalTo(before));
    assertThat(lists(), hasSize(3));
  }

  @Test
  void whatIsWrittenAtEachPublicationKeepsABound() throws Exception {
    LivePublication publication = publication();
    for (int i = 0; i < 500; i++) {
      publication.add(committables(i, i + 1));
      assertThat(head().files().size(), lessThanOrEqualTo(MOST));
    }
    long whole = RunManifest.read(output).orElseThrow().toJson().length;
    assertThat(head().sealedLists().size(), greaterThan(40));
    assertThat(Files.size(output.resolve("run.json")), lessThan(whole / 5));
    assertSees(500);
  }

  @Test
  void killedBetweenAListAndTheManifestNothingHasChanged() throws Exception {
    publication().add(committables(0, 10));
    byte[] before = Files.readAllBytes(output.resolve("run.json"));
    publication().add(committables(10, 25));
    // The lists are written, and the manifest that names them has not been made.
    restore(before);
    assertThat(lists(), hasSize(2));
    assertSees(10);

    // Handed on again, the same files may come in other batches, so that other lists are made.
    publication().add(committables(17, 25));
    publication().add(committables(5, 17));
    publication().add(committables(25, 31));
    assertSees(31);
  }

  @Test
  void aLongListOfAnEarlierVersionIsTakenUp() throws Exception {
    list(RunManifest.filesOf(committables(0, 57).stream().map(Committable::getFile).toList()));
    publication().add(committables(40, 58));
    assertThat(head().files(), hasSize(8));
    assertSees(58);
  }

  @Test
  void sumsAreOfTheLatestFiringAndOfAllFiles() throws Exception {
    LivePublication publication = publication();
    publication.add(committables(0, 25));
    publication.add(List.of(firing(2, 120)));
    publication.add(List.of(firing(1, 70)));
    assertThat(head().totals().get(LivePublication.FIRING), equalTo(2L));
    assertThat(head().totals().get(LivePublication.UNLISTED), equalTo(20L));
    publication.add(committables(20, 30));
    assertThat(head().totals().get(LivePublication.UNLISTED), equalTo(0L));
    assertThat(head().datasets().get("late"), equalTo(new RunManifest.Count(120, 30)));
  }

  @Test
  void sumsOfOneFiringAreToldAgainUntilNothingIsUnderWay() throws Exception {
    LivePublication publication = publication();
    publication.add(committables(0, 25));
    publication.add(List.of(told(1, 2, 7)));
    assertThat(head().totals().get(LivePublication.UNLISTED), equalTo(7L));
    publication.add(List.of(told(1, 3, 0)));
    assertThat(head().totals().get(LivePublication.UNLISTED), equalTo(0L));
    // Handed on again, after a failure.
    publication.add(List.of(told(1, 2, 7)));
    assertThat(head().totals().get(LivePublication.UNLISTED), equalTo(0L));
    publication.add(List.of(told(2, 4, 1)));
    assertThat(head().totals().get(LivePublication.UNLISTED), equalTo(1L));
    publication.add(committables(25, 26));
    assertThat(
        "files alone do not end it", head().totals().get(LivePublication.UNLISTED), equalTo(1L));
  }

  @Test
  void onlyTheStreamThatTheFolderBelongsToAddsToIt() throws Exception {
    LivePublication other = new LivePublication(new RunLayout(output, "stream-other"), MOST);
    IOException refused = assertThrows(IOException.class, () -> other.add(committables(0, 1)));
    assertThat(refused.getMessage(), containsString("belongs to " + STREAM));
    assertSees(0);
  }

  @Test
  void aListThatIsDamagedOrElsewhereIsNotRead() throws Exception {
    publication().add(committables(0, 11));
    FileList list = head().sealedLists().get(0);
    Files.writeString(output.resolve(list.path()), "[]");
    assertThrows(IOException.class, () -> RunManifest.read(output));
    // Nor is it believed when it says that a file is not in it.
    assertThrows(IOException.class, () -> publication().add(committables(0, 1)));

    FileList outside = new FileList("../lists/files.json", 1, list.sha256());
    IOException refused =
        assertThrows(IOException.class, () -> outside.read(new LocalFolder(output)));
    assertThat(refused.getMessage(), containsString("outside the run"));
  }

  @Test
  void aSweepSparesTheFilesThatListsHold() throws Exception {
    publication().add(committables(0, 35));
    RunManifest whole = RunManifest.read(output).orElseThrow();
    LocalFolder folder = new LocalFolder(output);
    for (RunManifest.DataFile file : whole.files()) {
      folder.write(file.path(), new byte[] {1});
    }
    Publication.sweep(new RunLayout(output, STREAM), Instant.MAX);
    for (RunManifest.DataFile file : whole.files()) {
      assertThat(file.path(), folder.exists(file.path()), equalTo(true));
    }
  }

  @Test
  void aBatchThatReplacesAStreamLeavesNoLists() throws Exception {
    publication().add(committables(0, 35));
    RunLayout layout = new RunLayout(output, "batch");
    Publication.publish(
        layout, Manifests.newest(layout.output()), manifest("batch", List.of()), List.of());
    Publication.sweep(layout, Instant.MAX);
    assertThat(lists(), hasSize(0));
    assertSees(0);
  }

  private void assertSees(int files) throws IOException {
    RunManifest whole = RunManifest.read(output).orElseThrow();
    List<String> paths = whole.files().stream().map(RunManifest.DataFile::path).toList();
    TreeSet<String> wanted = new TreeSet<>();
    committables(0, files).forEach(committable -> wanted.add(committable.getFile().getPath()));
    assertThat(paths, equalTo(List.copyOf(wanted)));
    assertThat(RunManifest.countsOf(whole.files()), equalTo(whole.datasets()));
    assertThat(head().fileCount(), equalTo((long) files));
  }

  private LivePublication publication() {
    return new LivePublication(new RunLayout(output, STREAM), MOST);
  }

  private RunManifest head() throws IOException {
    return Objects.requireNonNull(Manifests.newest(new LocalFolder(output)).manifest());
  }

  private TreeSet<String> listed() throws IOException {
    TreeSet<String> paths = new TreeSet<>();
    RunManifest.read(output).orElseThrow().files().stream()
        .map(RunManifest.DataFile::path)
        .forEach(paths::add);
    return paths;
  }

  private List<Path> lists() throws IOException {
    if (!Files.exists(output.resolve("lists"))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(output.resolve("lists"))) {
      return files.toList();
    }
  }

  private void list(List<RunManifest.DataFile> files) throws IOException {
    restore(manifest(STREAM, files).toJson());
  }

  /** Has the folder be as an earlier version left it, with these bytes for its manifest. */
  private void restore(byte[] manifest) throws IOException {
    LocalFolder folder = new LocalFolder(output);
    for (OutputFolder.Entry run : folder.below(Manifests.FOLDER).list()) {
      folder.delete(Manifests.FOLDER + '/' + run.name());
    }
    folder.write("run.json", manifest);
  }

  private static RunManifest manifest(String runId, List<RunManifest.DataFile> files) {
    return RunManifest.of("stream", runId, "2020-09-25T00:00:00Z").files(files).build();
  }

  private static List<Committable> committables(int from, int to) {
    return IntStream.range(from, to).mapToObj(LivePublicationTest::committable).toList();
  }

  private static Committable committable(int number) {
    String sha256 = Digests.sha256("file " + number);
    StagedFile file =
        StagedFile.newBuilder()
            .setPath(RunLayout.dataFile(Dataset.LATE, "", "", sha256.substring(0, 20)))
            .setDataset(Dataset.LATE.folder())
            .setRun("")
            .setRecords(4)
            .setBytes(1000 + number)
            .setSha256(sha256)
            .build();
    return Committable.newBuilder().setFile(file).build();
  }

  private static Committable told(int revision, long number, long underWay) {
    Committable firing = firing(revision, 100);
    firing.getProgress().setNumber(number);
    firing.getProgress().setUnderWay(underWay);
    return firing;
  }

  private static Committable firing(int revision, long late) {
    return Committable.newBuilder()
        .setProgress(
            StreamProgress.newBuilder()
                .setRevision(revision)
                .setFiredAt(Instant.EPOCH.plusSeconds(revision))
                .setRanFor(0)
                .setTotals(Map.of("late", late))
                .setWritten(new TreeMap<>(Map.of("late", late)))
                .build())
        .build();
  }
}
