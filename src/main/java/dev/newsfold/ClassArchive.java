package dev.newsfold;

import dev.newsfold.jobs.JobContext;
import dev.newsfold.sample.Sample;
import dev.newsfold.sample.SampleOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * Does what most runs do, on a few pages, so that a JVM that is told to archive the classes it has
 * loaded ({@code -XX:ArchiveClassesAtExit}, JEP 350) has those of both runners. {@code
 * pipelines/run} starts it once behind each build; loading classes is most of what a short run
 * takes.
 */
final class ClassArchive {
  private static final int PAGES = 12;

  private ClassArchive() {}

  /**
   * Runs.
   *
   * @param args a folder to work in, which is there
   */
  public static void main(String[] args) throws IOException {
    Path work = Path.of(args[0]);
    Path pages = work.resolve("pages.warc.gz");
    Sample.write(new SampleOptions(PAGES, 1), pages);
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    JobContext context = new JobContext(nowhere, nowhere, Clock.systemUTC(), false);
    String input = "--input=" + pages;
    int direct =
        Newsfold.run(List.of("local", input, "--output=" + work.resolve("direct")), context);
    int flink =
        Newsfold.run(
            List.of("local", input, "--output=" + work.resolve("flink"), "--runner=FlinkRunner"),
            context);
    System.exit(Math.max(direct, flink));
  }
}
