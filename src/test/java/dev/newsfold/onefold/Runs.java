package dev.newsfold.onefold;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.Started;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Runs through the real entry point, some days after the captures, with one horizon for all. */
final class Runs {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2024-12-01T00:00:00Z"), ZoneOffset.UTC);

  private Runs() {}

  /** A run that ends by itself; anything but success fails the test. */
  static void job(String job, String input, Path output, String... more) {
    List<String> args =
        new ArrayList<>(List.of(job, "--input=" + input, "--output=" + output, "--horizon=P10D"));
    if (!job.equals("fold")) {
      args.add("--sightings");
    }
    args.addAll(List.of(more));
    // A stream waits until nothing has come for a while, so its clock must go on.
    Clock clock = job.equals("stream") ? Clock.systemUTC() : CLOCK;
    Started started = Started.at(clock, args.toArray(new String[0]));
    assertThat(args + "\n" + started.err(), started.code(), equalTo(0));
  }

  /** A stream on embedded Flink, until all that is there is folded. */
  static void stream(Path watched, Path output, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "--every=PT0.5S",
                "--settle=PT0.4S",
                "--checkpointingInterval=1000",
                "--untilIdle=PT3S",
                "--parallelism=2"));
    args.addAll(List.of(more));
    job("stream", watched.toString(), output, args.toArray(new String[0]));
  }
}
