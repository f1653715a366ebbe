package dev.newsfold;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.jobs.JobContext;
import dev.newsfold.sinks.AvroFiles;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.RunManifest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * What the real entry point did with some arguments.
 *
 * @param code the exit status
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record Started(int code, String out, String err) {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  /** Starts a job or a command, as {@code pipelines/run} does, at the first second of 2026. */
  public static Started with(String... args) {
    return at(CLOCK, args);
  }

  /** The same at another time. */
  public static Started at(Clock clock, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    JobContext context =
        new JobContext(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            clock,
            false);
    int code = Newsfold.run(List.of(args), context);
    return new Started(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The same, where anything but success is a failure of the test. */
  public static Started well(String... args) {
    Started started = with(args);
    assertThat(started.err, started.code, equalTo(0));
    return started;
  }

  /** The records of a dataset that the {@code run.json} of an output folder vouches for. */
  public static <T extends SpecificRecord> List<T> records(
      Path output, Dataset dataset, Class<T> type) throws IOException {
    List<T> records = new ArrayList<>();
    RunManifest manifest = RunManifest.read(output).orElseThrow();
    for (RunManifest.DataFile file : manifest.files()) {
      if (file.dataset().equals(dataset.folder())) {
        AvroFiles.read(output.resolve(file.path()), type, records::add);
      }
    }
    return records;
  }
}
