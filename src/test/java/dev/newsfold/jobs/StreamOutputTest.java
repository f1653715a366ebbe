package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.newsfold.aggregate.LiveProgress;
import dev.newsfold.aggregate.StoryCoordinator;
import dev.newsfold.records.Committable;
import dev.newsfold.records.DownstreamSums;
import dev.newsfold.records.StagedFile;
import dev.newsfold.records.StreamProgress;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.LivePublication;
import dev.newsfold.sinks.LocalFolder;
import dev.newsfold.sinks.RunLayout;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** When a stream may begin in a folder, and when it may go on in it. */
class StreamOutputTest {
  private static final Instant FIRST = Instant.parse("2026-11-25T08:00:00Z");
  private static final Instant SECOND = Instant.parse("2026-11-25T09:00:00Z");

  @TempDir Path folder;

  @Test
  void aStreamThatNeitherPublishedNorCompletedACheckpointIsBegunAnew() throws Exception {
    String first = open(FIRST, false, false);
    String second = open(SECOND, false, false);
    assertThat(second, not(equalTo(first)));
    assertThat(manifest().startedAt(), equalTo(SECOND.toString()));

    // Should the first be alive somewhere, it can no longer publish.
    assertThrows(IOException.class, () -> publish(first));
    publish(second);
    assertThat(manifest().fileCount(), equalTo(1L));
  }

  @Test
  void aStreamThatPublishedIsNotBegunAnewEvenIfItsCheckpointsAreGone() throws Exception {
    publish(open(FIRST, false, false));
    refused("holds a stream; --resume goes on", () -> open(SECOND, false, false));
    assertThat(manifest().fileCount(), equalTo(1L));
  }

  @Test
  void aStreamThatCompletedACheckpointIsNotBegunAnewEvenIfItPublishedNothing() throws Exception {
    open(FIRST, false, false);
    refused("holds a stream; --resume goes on", () -> open(SECOND, false, true));
    assertThat(manifest().startedAt(), equalTo(FIRST.toString()));
  }

  @Test
  void aStreamThatResumesStaysTheOneThatItWas() throws Exception {
    String first = open(FIRST, false, false);
    publish(first);
    assertThat(open(SECOND, true, true), equalTo(first));
    publish(first);
    assertThat(manifest().fileCount(), equalTo(1L));
    assertThat(manifest().startedAt(), equalTo(FIRST.toString()));
  }

  @Test
  void whatIsNotThereOrIsNoStreamIsNotResumed() throws Exception {
    refused("no stream to resume", () -> open(FIRST, true, false));
    RunManifest batch = RunManifest.of("local", "", "").build();
    new LocalFolder(folder).write("run.json", batch.toJson());
    refused("holds a run of local", () -> open(FIRST, true, true));
    refused("holds a run of local", () -> open(FIRST, false, false));
  }

  /** Its windows are of one calendar, and what it reads is in its checkpoint. */
  @ParameterizedTest
  @CsvSource({
    "zone, UTC, it stays so",
    "window, P1W, it stays so",
    "input, other, reads --input=watched",
    "input, , reads --input=watched",
    "topic, pages, reads --topic=captures",
    "every, PT1S, "
  })
  void aStreamIsResumedWithWhatItStandsOn(
      String flag, @Nullable String value, @Nullable String complaint) throws Exception {
    Map<String, String> flags =
        new TreeMap<>(
            Map.of(
                "zone", "Asia/Shanghai",
                "window", "P1D",
                "input", "watched",
                "topic", "captures",
                "every", "PT30S"));
    publish(open(FIRST, flags, false, false));
    if (value == null) {
      flags.remove(flag);
    } else {
      flags.put(flag, value);
    }
    if (complaint == null) {
      open(SECOND, flags, true, true);
      assertThat(manifest().options(), equalTo(flags));
    } else {
      refused(complaint, () -> open(SECOND, flags, true, true));
      assertThat(manifest().options().get("zone"), equalTo("Asia/Shanghai"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"VERSIONS", "DRIFT"})
  void aStreamIsNotSettledBeforeItsLastRowsAreListed(Dataset dataset) throws Exception {
    String run = open(FIRST, false, false);
    StreamProgress fired =
        StreamProgress.newBuilder(StoryCoordinator.first())
            .setRevision(1)
            .setNumber(1)
            .setWritten(Map.of(dataset.folder(), 2L))
            .build();
    publish(run, Committable.newBuilder().setProgress(fired).build());
    assertThat(StreamOutput.settled(manifest()), is(false));
    publish(run, file(dataset, 1));
    assertThat(StreamOutput.settled(manifest()), is(false));
    publish(run, file(dataset, 2));
    assertThat(StreamOutput.settled(manifest()), is(true));
  }

  @Test
  void aStreamIsNotSettledBeforeAllItsArticlesAreCompared() throws Exception {
    String run = open(FIRST, false, false);
    StreamProgress fired =
        StreamProgress.newBuilder(StoryCoordinator.first())
            .setRevision(1)
            .setWritten(Map.of("articles", 0L))
            .build();
    publish(run, Committable.newBuilder().setProgress(fired).build());
    assertThat(StreamOutput.settled(manifest()), is(true));
    StreamProgress more =
        StreamProgress.newBuilder(fired).setRevision(2).setWritten(Map.of("articles", 1L)).build();
    DownstreamSums headlines = DownstreamSums.newBuilder().setArticles(1).build();
    publish(run, file(Dataset.ARTICLES, 1));
    publish(run, told(more, headlines, 1));
    assertThat(StreamOutput.settled(manifest()), is(false));
    DownstreamSums versions =
        LiveProgress.add(
            headlines, DownstreamSums.newBuilder().setCompared(1).setVersions(2).build());
    publish(run, told(more, versions, 2));
    assertThat("its versions are in no file", StreamOutput.settled(manifest()), is(false));
    publish(run, file(Dataset.VERSIONS, 1), file(Dataset.VERSIONS, 2));
    assertThat(StreamOutput.settled(manifest()), is(true));
  }

  private static Committable told(StreamProgress fired, DownstreamSums sums, int number) {
    return Committable.newBuilder()
        .setProgress(LiveProgress.of(fired, sums, number, false))
        .build();
  }

  private String open(Instant startedAt, boolean resumes, boolean checkpointed)
      throws IOException, JobException {
    return open(startedAt, Map.of("zone", "Asia/Shanghai"), resumes, checkpointed);
  }

  private String open(
      Instant startedAt, Map<String, String> flags, boolean resumes, boolean checkpointed)
      throws IOException, JobException {
    return new StreamOutput(new LocalFolder(folder))
        .open(
            startedAt,
            new TreeMap<>(Map.of("newsfold", "1")),
            new TreeMap<>(flags),
            resumes,
            checkpointed);
  }

  private void publish(String runId) throws IOException, InterruptedException {
    publish(runId, file(Dataset.LATE, 1));
  }

  private void publish(String runId, Committable... told) throws IOException, InterruptedException {
    new LivePublication(new RunLayout(folder, runId)).add(List.of(told));
  }

  /** Of one record. */
  private static Committable file(Dataset dataset, int number) {
    StagedFile file =
        StagedFile.newBuilder()
            .setPath(dataset.folder() + "/part-" + number + ".avro")
            .setDataset(dataset.folder())
            .setRecords(1)
            .setBytes(1)
            .setSha256("")
            .build();
    return Committable.newBuilder().setFile(file).build();
  }

  private RunManifest manifest() throws IOException {
    return RunManifest.read(folder).orElseThrow();
  }

  private static void refused(String why, Executable start) {
    JobException refused = assertThrows(JobException.class, start);
    assertThat(refused.exitCode(), equalTo(ExitCode.USAGE));
    assertThat(refused.getMessage(), containsString(why));
  }
}
