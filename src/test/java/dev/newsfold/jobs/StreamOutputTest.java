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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

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

  /**
   * The flags of the job, and whether a stream that resumes stays with what it had: each of those
   * shows in records that are said already, or lies in the checkpoint.
   */
  private static final Map<String, Boolean> STAYS =
      Map.ofEntries(
          Map.entry("input", true),
          Map.entry("topic", true),
          Map.entry("maxPageBytes", true),
          Map.entry("maxFileBytes", true),
          Map.entry("htmlField", true),
          Map.entry("urlField", true),
          Map.entry("timeField", true),
          Map.entry("zone", true),
          Map.entry("asOf", true),
          Map.entry("siteRules", true),
          Map.entry("window", true),
          Map.entry("horizon", true),
          Map.entry("sightings", true),
          Map.entry("retention", true),
          // The brokers of a cluster come and go; its topic is the same.
          Map.entry("kafka", false),
          Map.entry("every", false),
          Map.entry("settle", false),
          Map.entry("untilIdle", false),
          Map.entry("reportEvery", false),
          Map.entry("reportPages", false),
          Map.entry("format", false),
          Map.entry("output", false),
          Map.entry("resume", false),
          Map.entry("runner", false));

  @Test
  void ofEveryFlagOfAStreamItIsKnownWhetherItStays() {
    Set<String> flags = new TreeSet<>();
    Flag.ALL.values().stream()
        .filter(flag -> flag.isOf(StreamOutput.JOB))
        .forEach(flag -> flags.add(flag.name()));
    assertThat(new TreeSet<>(STAYS.keySet()), equalTo(flags));
  }

  static Set<String> flagsOfAStream() {
    return new TreeSet<>(STAYS.keySet());
  }

  @ParameterizedTest
  @MethodSource("flagsOfAStream")
  void aStreamIsResumedWithWhatItStandsOn(String flag) throws Exception {
    Map<String, String> one = Map.of(flag, "one");
    Map<String, String> two = Map.of(flag, "two");
    publish(open(FIRST, one, rules(flag, "1"), false, false));
    open(SECOND, one, rules(flag, "1"), true, true);
    if (Boolean.TRUE.equals(STAYS.get(flag))) {
      refused(
          "--" + flag + " was 'one",
          "now 'two",
          () -> open(SECOND, two, rules(flag, "2"), true, true));
      refused("--" + flag + " was 'one", "now '", () -> open(SECOND, Map.of(), "", true, true));
      assertThat(manifest().options(), equalTo(one));
    } else {
      open(SECOND, two, "", true, true);
      assertThat(manifest().options(), equalTo(two));
    }
  }

  @Test
  void whatAStreamWasNotGivenItIsNotGivenOnResume() throws Exception {
    publish(open(FIRST, Map.of(), "", false, false));
    refused(
        "--horizon was 'no limit'",
        "now 'P3D'",
        () -> open(SECOND, Map.of("horizon", "P3D"), "", true, true));
    refused(
        "--siteRules was ''",
        "now 'a.yaml",
        () -> open(SECOND, Map.of("siteRules", "a.yaml"), "1", true, true));
  }

  @Test
  void aDefaultThatIsSaidIsNoOtherValue() throws Exception {
    publish(open(FIRST, Map.of(), "", false, false));
    Map<String, String> said = Map.of("window", "P1D", "retention", "P10D", "topic", "captures");
    open(SECOND, said, "", true, true);
    assertThat(manifest().options(), equalTo(said));
  }

  @Test
  void rulesForSitesAreToldByTheirContentNotByTheirName() throws Exception {
    publish(open(FIRST, Map.of("siteRules", "a.yaml"), "1", false, false));
    open(SECOND, Map.of("siteRules", "b.yaml"), "1", true, true);
    refused(
        "--siteRules was 'b.yaml' (1)",
        "now 'b.yaml' (2)",
        () -> open(SECOND, Map.of("siteRules", "b.yaml"), "2", true, true));
  }

  private static String rules(String flag, String digest) {
    return flag.equals("siteRules") ? digest : "";
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
    return open(startedAt, Map.of("zone", "Asia/Shanghai"), "", resumes, checkpointed);
  }

  private String open(
      Instant startedAt,
      Map<String, String> flags,
      String siteRules,
      boolean resumes,
      boolean checkpointed)
      throws IOException, JobException {
    TreeMap<String, String> versions = new TreeMap<>(Map.of("newsfold", "1"));
    if (!siteRules.isEmpty()) {
      versions.put("siteRules", siteRules);
    }
    return new StreamOutput(new LocalFolder(folder))
        .open(startedAt, versions, new TreeMap<>(flags), resumes, checkpointed);
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
    refused(why, "", start);
  }

  private static void refused(String why, String more, Executable start) {
    JobException refused = assertThrows(JobException.class, start);
    assertThat(refused.exitCode(), equalTo(ExitCode.USAGE));
    assertThat(refused.getMessage(), containsString(why));
    assertThat(refused.getMessage(), containsString(more));
  }
}
