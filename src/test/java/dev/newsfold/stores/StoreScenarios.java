package dev.newsfold.stores;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.newsfold.Started;
import dev.newsfold.captures.FolderWatch;
import dev.newsfold.captures.InputFileRef;
import dev.newsfold.sinks.LocalFolder;
import dev.newsfold.sinks.Manifests;
import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.sinks.Publication;
import dev.newsfold.sinks.RunLayout;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What any store has to stand: runs from it and to it, two at once, and what is not there. */
public abstract class StoreScenarios {
  private static final int RACERS = 8;
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-25T02:00:00Z"), ZoneOffset.UTC);

  /** The store, which runs by now. */
  protected abstract TestStore store();

  protected final Path folder() {
    return store().folder();
  }

  protected final String at(String path) {
    return store().at(path);
  }

  protected final OutputFolder output(String path) {
    return store().output(path);
  }

  protected final List<String> flags() {
    return store().flags();
  }

  private void put(Path file, String path) throws IOException {
    store().put().put(file, path);
  }

  /** Starts commands, which take no such flags and learn of the store otherwise. */
  protected List<Started> commands(List<List<String>> all) throws Exception {
    return all.stream().map(arguments -> Started.with(arguments.toArray(String[]::new))).toList();
  }

  @Test
  void aBatchFromAStoreToAStoreEqualsALocalOneByteForByte() throws Exception {
    Path local = folder().resolve("local");
    run("local", "--input=" + folder().resolve("in"), "--output=" + local);
    run("local", "--input=" + at("/in"), "--output=" + at("/batch"));
    RunManifest there = manifest("/batch");
    RunManifest here = RunManifest.read(local).orElseThrow();
    assertThat(there.files(), equalTo(here.files()));
    assertThat(there.totals(), equalTo(here.totals()));
    assertThat(there.totals().get("articles"), equalTo(8L));
    for (RunManifest.DataFile file : there.files()) {
      assertThat(
          output("/batch").read(file.path()),
          equalTo(Files.readAllBytes(local.resolve(file.path()))));
    }
    OutputFolder report = output("/batch/report");
    assertThat(names(report), equalTo(names(new LocalFolder(local.resolve("report")))));
    for (String name : List.of("data/articles.csv", "data/search.js", "articles.html")) {
      assertThat(
          name,
          report.readText(name),
          equalTo(Files.readString(local.resolve("report").resolve(name))));
    }
    assertThat(report.readText("index.html"), containsString("8 articles"));
    assertThat(temporary("/batch"), is(empty()));

    List<Started> read =
        commands(
            List.of(
                List.of("cat", at("/batch/articles"), "--field=headline"),
                List.of("diff", at("/batch"), at("/batch")),
                List.of("cat", at("/absent"))));
    assertThat(read.get(0).err(), read.get(0).out().lines().count(), equalTo(8L));
    assertThat(read.get(1).out(), containsString("8 here, 8 there: 8 same"));
    assertThat(read.get(2).err(), read.get(2).code(), equalTo(66));
  }

  private static List<String> names(OutputFolder folder) throws IOException {
    return folder.list().stream().map(OutputFolder.Entry::name).toList();
  }

  @Test
  void daysGoOnFromEachOtherAndAHistoryIsReadFromAStore() throws IOException {
    day(1);
    // The first day is the history of a batch, too.
    run(
        Stream.concat(
                Stream.of(
                    "local",
                    "--input=" + at("/in/2020/09/02"),
                    "--output=" + at("/second"),
                    "--history=" + at("/days")),
                ontoHistory().stream())
            .toArray(String[]::new));
    assertThat(manifest("/second").totals().get("articles"), equalTo(8L));
    day(2);
    assertThat(manifest("/days").runsByDay().size(), equalTo(2));
    assertThat(manifest("/days").totals().get("articles"), equalTo(8L));
  }

  /** More flags of the batch that goes on from a history. */
  protected List<String> ontoHistory() {
    return List.of();
  }

  private void day(int day) {
    run(
        "scheduled",
        "--input=" + at("/in/{yyyy}/{MM}/{dd}/*.html"),
        "--output=" + at("/days"),
        "--day=2020-09-0" + day);
  }

  /**
   * They settle for longer than the stream waits for more: all the same it may not end first. A
   * plain {@code mvn verify} has {@link StoreCheckpointsTest} instead, on one store.
   */
  @Test
  @Tag("faults")
  void aStreamReadsAllThatArrivesInAFolderOfAStoreAndPublishesToOne() throws Exception {
    List<String> pages = StorePages.write(folder().resolve("arriving"));
    arrive(pages.subList(0, 3));
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<Started> stream =
          thread.submit(
              () ->
                  Started.at(
                      Clock.systemUTC(),
                      withFlags(
                          "stream",
                          "--input=" + at("/arriving"),
                          "--output=" + at("/arrived"),
                          "--every=PT1S",
                          "--settle=PT4S",
                          "--checkpointingInterval=1000",
                          "--untilIdle=PT2S",
                          "--parallelism=1")));
      // Data files are there before the manifest that lists them.
      while (!stream.isDone() && output("/arrived/articles").list().isEmpty()) {
        Thread.sleep(200);
      }
      arrive(pages.subList(3, 8));
      Path replaced = folder().resolve("replaced.html");
      String page = Files.readString(folder().resolve("arriving").resolve(pages.get(0)));
      Files.writeString(replaced, page.replace("</body>", "<p>渡船明日恢复，票价不变。</p></body>"));
      put(replaced, "/arriving/" + pages.get(0));
      Started ended = stream.get();
      assertThat(ended.err(), ended.code(), equalTo(0));
    } finally {
      thread.shutdownNow();
    }
    RunManifest manifest = manifest("/arrived");
    assertThat(manifest.totals().get("articles"), equalTo(8L));
    assertThat(manifest.totals().get("captures"), equalTo(9L));
    assertThat(manifest.totals().get("recaptures"), equalTo(1L));
    assertThat(manifest.totals().get("inputFiles"), equalTo(8L));

    OutputFolder output = output("/arrived");
    for (RunManifest.DataFile file : manifest.files()) {
      assertThat(file.path(), output.exists(file.path()), is(true));
    }
    assertThat(output.below("runs").list().size(), lessThanOrEqualTo(5));
    assertThat(output.readText("report/index.html"), containsString("8 articles"));
    assertThat(
        output.below(".checkpoints").list().stream()
            .anyMatch(file -> file.name().endsWith("/_metadata")),
        is(true));
  }

  private void arrive(List<String> pages) throws IOException {
    for (String page : pages) {
      put(folder().resolve("arriving").resolve(page), "/arriving/" + page);
    }
  }

  @Test
  void aWatchedFolderMayBeAbsentAndFillAndChange() throws IOException {
    StoreInputs inputs = store().inputs();
    FolderWatch watch =
        new FolderWatch(
            inputs.whereAbsentIsEmpty(),
            inputs,
            List.of(at("/watched")),
            Duration.ofSeconds(5),
            0,
            1,
            Map.of());
    assertThat(look(watch, 0), is(empty()));
    Path page = folder().resolve("in/2020/09/01/1-0.html");
    put(page, "/watched/a.html");
    assertThat(look(watch, 1), is(empty()));
    put(page, "/watched/below/b.html");
    assertThat(look(watch, 6), equalTo(List.of("a.html")));
    assertThat(look(watch, 11), equalTo(List.of("below/b.html")));
    Path longer = folder().resolve("longer.html");
    Files.writeString(longer, Files.readString(page) + "<p>改乘班车</p>");
    put(longer, "/watched/a.html");
    assertThat(look(watch, 16), is(empty()));
    assertThat(look(watch, 21), equalTo(List.of("a.html")));
    assertThat(look(watch, 26), is(empty()));
  }

  private static List<String> look(FolderWatch watch, long second) throws IOException {
    watch.look(Instant.ofEpochSecond(second));
    List<String> found = new ArrayList<>();
    for (Optional<InputFileRef> at = watch.next(); at.isPresent(); at = watch.next()) {
      found.add(at.get().path());
    }
    return found;
  }

  @Test
  void ofManyWhoMakeOneFileAtOnceOneSucceeds() throws Exception {
    OutputFolder output = output("/race");
    ExecutorService threads = Executors.newFixedThreadPool(RACERS);
    try {
      List<Future<Boolean>> made = new ArrayList<>();
      for (int i = 0; i < RACERS; i++) {
        byte[] bytes = racer(i);
        made.add(threads.submit(() -> output.createNew("runs/1.json", bytes)));
      }
      List<Integer> winners = new ArrayList<>();
      for (int i = 0; i < RACERS; i++) {
        if (made.get(i).get()) {
          winners.add(i);
        }
      }
      assertThat(winners.size(), equalTo(1));
      assertThat(output.read("runs/1.json"), equalTo(racer(winners.get(0))));
      assertThat(temporary("/race"), is(empty()));
    } finally {
      threads.shutdownNow();
    }
  }

  private static byte[] racer(int number) {
    return ("{\"racer\": " + number + "}").getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aFileIsReplacedAndRemovedAsElsewhere() throws IOException {
    OutputFolder output = output("/files");
    assertThat(output.isFree(), is(true));
    assertThat(output.list(), is(empty()));
    output.write("a/b/1", racer(1));
    output.write("a/b/1", racer(2));
    output.fill("a/2", racer(3));
    assertThat(output.read("a/b/1"), equalTo(racer(2)));
    assertThat(
        output.list().stream().map(OutputFolder.Entry::name).sorted().toList(),
        equalTo(List.of("a/2", "a/b/1")));
    assertThat(output.exists("a/b/1"), is(true));
    output.delete("a/b/1");
    output.delete("a/b/1");
    assertThat(output.exists("a/b"), is(false));
    assertThat(output.exists("a/2"), is(true));
    output.delete("a/2");
    assertThat(output.isFree(), is(true));
    assertThrows(NoSuchFileException.class, () -> output.open("absent"));
  }

  @Test
  void aRunThatAnotherOvertakesEndsWith75AndShowsNothing() throws Exception {
    OutputFolder output = output("/overtaken");
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<Started> slow =
          thread.submit(() -> started("local", "--input=" + at("/in"), "--output=" + output));
      while (!slow.isDone() && output.below("articles").list().isEmpty()) {
        Thread.sleep(5);
      }
      RunManifest other = RunManifest.of("local", "other", "2026-01-01T00:00:00Z").build();
      RunLayout layout = new RunLayout(output, "other");
      assertThat(Publication.publish(layout, Manifests.newest(output), other, List.of()), is(true));
      Started ended = slow.get();
      assertThat(ended.err(), ended.code(), equalTo(75));
      assertThat(manifest("/overtaken").runId(), equalTo("other"));
      assertThat(manifest("/overtaken").files(), equalTo(List.of()));
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void aRunThatWasKilledBeforeItsManifestShowsNothingAndTheNextOneIsFine() throws IOException {
    OutputFolder output = output("/killed");
    // As a kill leaves it: the mark, some data, and no manifest.
    output.lock(RunLayout.LOCK);
    output.write("articles/day=2020-09-01/part-dead.avro", new byte[] {1});
    assertThat(RunManifest.read(output).isPresent(), is(false));
    run("local", "--input=" + at("/in"), "--output=" + output);
    assertThat(manifest("/killed").totals().get("articles"), equalTo(8L));
    assertThat(
        "it may be of a run that goes on",
        output.exists("articles/day=2020-09-01/part-dead.avro"),
        is(true));
    Publication.sweep(new RunLayout(output, ""), Instant.now().plusSeconds(3600));
    assertThat(output.exists("articles/day=2020-09-01/part-dead.avro"), is(false));
    assertThat(manifest("/killed").totals().get("articles"), equalTo(8L));
  }

  @Test
  void whatIsNotThereIsSaidInOneLine() throws IOException {
    String local = "--output=" + folder().resolve("none");
    refused(66, at("/absent"), "--input=" + at("/absent"), local);
    refused(66, "no files", "--input=" + at("/absent/*.warc"), local);
    String day = "--input=" + at("/in/2020/09/01");
    refused(64, "neither empty", day, "--output=" + at("/in/2020/09/02"));
    refused(64, "lies in --output=", day, "--output=" + at("/in"));
    refused(64, "lies in --input=", day, "--output=" + at("/in/2020/09/01/out"));
    NoSuchFileException none =
        assertThrows(NoSuchFileException.class, () -> output("/in").open("absent"));
    assertThat(none.getMessage(), containsString("/in/absent"));
  }

  /** Expects a local run to end so, with one line that says why. */
  protected final Started refused(int code, String said, String... flags) {
    Started refused =
        started(Stream.concat(Stream.of("local"), Stream.of(flags)).toArray(String[]::new));
    assertThat(refused.err(), refused.code(), equalTo(code));
    String line =
        refused.err().lines().filter(l -> l.startsWith("newsfold:")).findFirst().orElse("");
    assertThat(line, containsString(said));
    assertThat(refused.err(), not(containsString("\tat ")));
    return refused;
  }

  /** Starts a job that has to end well. */
  protected final Started run(String... arguments) {
    Started started = started(arguments);
    assertThat(started.err(), started.code(), equalTo(0));
    return started;
  }

  private Started started(String... arguments) {
    return Started.at(CLOCK, withFlags(arguments));
  }

  private String[] withFlags(String... arguments) {
    return Stream.concat(Stream.of(arguments), flags().stream()).toArray(String[]::new);
  }

  protected final RunManifest manifest(String path) throws IOException {
    return RunManifest.read(output(path)).orElseThrow();
  }

  private List<String> temporary(String path) throws IOException {
    return output(path).list().stream()
        .map(OutputFolder.Entry::name)
        .filter(file -> file.contains(".writing"))
        .toList();
  }
}
