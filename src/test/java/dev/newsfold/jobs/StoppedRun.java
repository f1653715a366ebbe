package dev.newsfold.jobs;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.newsfold.Newsfold;
import dev.newsfold.sinks.LocalFolder;
import dev.newsfold.sinks.RunManifest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Runs that are met by something at a point of their work, and what runs have written. */
final class StoppedRun {
  private StoppedRun() {}

  /** Starts a run that meets its end when it is about to say {@code words}. */
  static void before(String words, String... arguments) {
    Runnable end =
        () -> {
          throw new Stopped();
        };
    assertThrows(Stopped.class, () -> with(words, end, arguments));
  }

  /**
   * Starts a run, with something done when it is about to say {@code words}.
   *
   * @return what it said
   */
  static String with(String words, Runnable then, String... arguments) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream err =
        new PrintStream(said, true, StandardCharsets.UTF_8) {
          @Override
          public void println(String line) {
            super.println(line);
            if (line.contains(words)) {
              then.run();
            }
          }
        };
    JobContext context =
        new JobContext(
            err, err, Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC), false);
    Newsfold.run(List.of(arguments), context);
    return said.toString(StandardCharsets.UTF_8);
  }

  /** Each file of a run with its digest. */
  static SortedMap<String, String> written(Path output) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    for (RunManifest.DataFile file :
        RunManifest.read(new LocalFolder(output)).orElseThrow().files()) {
      files.put(file.path(), file.sha256());
    }
    return files;
  }

  /** No exception: a kill is nothing that a run could catch. */
  private static final class Stopped extends Error {
    private static final long serialVersionUID = 1L;
  }
}
