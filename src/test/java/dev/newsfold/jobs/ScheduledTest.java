package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.newsfold.Started;
import dev.newsfold.sinks.OutputLock;
import dev.newsfold.sinks.RunLayout;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scheduler meets: which day is run, and with which status a run ends. */
class ScheduledTest {
  /** Noon of 25 November in Shanghai, and still the 24th in Lima. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-25T04:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;
  private Path output = Path.of("");
  private String said = "";

  @BeforeEach
  void capture() throws IOException {
    output = folder.resolve("out");
    for (int day = 20; day <= 24; day++) {
      new CapturedPages()
          .add("n" + day, "2026-11-" + day + " 08:00", CLOCK.instant())
          .write(folder.resolve("captures/2026/11/" + day + "/dump.warc"));
    }
  }

  @Test
  void withoutADayItRunsYesterdayInItsZone() throws IOException {
    schedule(0);
    assertThat(daysDone(), equalTo(Set.of("2026-11-24")));
  }

  @Test
  void yesterdayIsThatOfTheZone() throws IOException {
    schedule(0, "--zone=America/Lima");
    assertThat(daysDone(), equalTo(Set.of("2026-11-23")));
  }

  @Test
  void aDayThatIsDoneIsNotRunAgainUnlessItIsNamed() throws IOException {
    schedule(0);
    RunManifest first = manifest();
    schedule(0);
    assertThat(said, containsString("2026-11-24 is done; --day=2026-11-24 runs it again"));
    assertThat(manifest(), equalTo(first));
    schedule(0, "--day=2026-11-24");
    assertThat(said, containsString("1 capture in 1 file = 1 article"));
  }

  @Test
  void capturesThatAreNotThereYetAreToBeWaitedFor() {
    schedule(75, "--day=2026-11-25");
    assertThat(said, containsString("the captures of 2026-11-25 are not there yet"));
    assertThat(Files.exists(output), equalTo(false));
  }

  @Test
  void twoRunsAtOnceOnOneOutputAreRefused() throws IOException {
    schedule(0, "--day=2026-11-23");
    RunManifest before = manifest();
    try (OutputLock other = OutputLock.take(new RunLayout(output, "")).orElseThrow()) {
      schedule(75);
      assertThat(said, containsString("another run is writing to " + output));
    }
    assertThat(manifest(), equalTo(before));
    schedule(0);
  }

  @Test
  void tooFewCapturesLeaveWhatWasPublished() throws IOException {
    schedule(0, "--day=2026-11-23");
    RunManifest before = manifest();
    schedule(65, "--minCaptures=2");
    assertThat(said, containsString("1 capture, fewer than --minCaptures=2"));
    assertThat(manifest(), equalTo(before));
  }

  @Test
  void daysThatWereMissedAreNamed() throws IOException {
    schedule(0, "--day=2026-11-20");
    assertThat(said, not(containsString("not run")));
    schedule(0);
    assertThat(
        said,
        containsString(
            "3 earlier days were not run; --day=DAY runs one of"
                + " 2026-11-21, 2026-11-22, 2026-11-23\n"));
    for (LocalDate day = LocalDate.of(2026, 11, 21); day.getDayOfMonth() < 24; ) {
      schedule(0, "--day=" + day);
      day = day.plusDays(1);
    }
    schedule(0);
    assertThat(said, not(containsString("not run")));
    assertThat(daysDone().size(), equalTo(5));
  }

  @Test
  void daysReckonedInAnotherWayAreNotGoneOnFrom() {
    schedule(0, "--day=2026-11-23");
    schedule(64, "--day=2026-11-22", "--zone=America/Lima");
    schedule(64, "--day=2026-11-22", "--window=PT1H");
    schedule(64, "--day=yesterday");
    schedule(64, "--input=" + folder.resolve("captures"));
    assertThat(said, containsString("there is no {yyyy} in"));
  }

  private Set<String> daysDone() throws IOException {
    return manifest().runsByDay().keySet();
  }

  private RunManifest manifest() throws IOException {
    return RunManifest.read(output).orElseThrow();
  }

  private void schedule(int expected, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "scheduled",
                "--input=" + folder.resolve("captures/{yyyy}/{MM}/{dd}"),
                "--output=" + output));
    if (Arrays.stream(more).anyMatch(flag -> flag.startsWith("--input="))) {
      args.remove(1);
    }
    args.addAll(List.of(more));
    Started started = Started.at(CLOCK, args.toArray(new String[0]));
    said = started.out() + started.err();
    assertThat(said, started.code(), equalTo(expected));
    assertThat(said, not(containsString("\tat ")));
  }
}
