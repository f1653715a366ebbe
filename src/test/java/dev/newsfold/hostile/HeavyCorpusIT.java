package dev.newsfold.hostile;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.newsfold.Started;
import dev.newsfold.aggregate.Ledger;
import dev.newsfold.captures.WarcText;
import dev.newsfold.cluster.JavaProcess;
import dev.newsfold.cluster.Launch;
import dev.newsfold.records.InputFile;
import dev.newsfold.sample.Sample;
import dev.newsfold.sample.SampleOptions;
import dev.newsfold.sinks.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bad input that is large, or that only a file system can hold, each run with half a gigabyte of
 * heap: exploding archives, pages of 200 MB, fifty thousand records in a file, a hundred thousand
 * files, links that loop, pipes, devices.
 */
@Tag("faults")
class HeavyCorpusIT {
  private static final Path CORPUS =
      Path.of(System.getProperty("newsfold.shared", "../shared"), "bench", "hostile")
          .toAbsolutePath();
  private static final Duration LIMIT = Duration.ofMinutes(15);
  private static final int MANY = Integer.getInteger("newsfold.many", 100_000);
  private static final int MAX_PAGE = 4 << 20;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"DirectRunner", "FlinkRunner"})
  void heavyFilesAndOddOnesHaveTheFateThatTheirRowsAllow(String runner)
      throws IOException, InterruptedException {
    Path corpus = generate("--fs", "--heavy");
    Path output = folder.resolve("out");
    Duration took = run(runner, corpus.resolve("heavy") + "," + corpus.resolve("fs"), output);
    boolean all = Files.isReadable(corpus.resolve("fs/unreadable.html"));
    Map<String, InputFile> ledger = CorpusTest.ledger(output);
    List<String> complaints = new ArrayList<>();
    for (Case one : Case.read(corpus.resolve("INDEX.heavy.tsv"))) {
      boolean plain = one.file().chars().allMatch(c -> c >= ' ' && c < 0x7f && c != '\\');
      boolean known = plain && !one.file().contains("...") && !one.file().endsWith("selfdir");
      boolean asRoot = all && (one.file().contains("unreadable") || one.file().contains("noexec"));
      // A folder is no file, whatever its name; what is in it has rows of its own.
      if (known && !asRoot && !Files.isDirectory(corpus.resolve(one.file()))) {
        InputFile entry = ledger.get(one.file());
        String complaint = entry == null ? one.file() + ": no ledger" : one.complaint(entry);
        if (!complaint.isEmpty()) {
          complaints.add(complaint);
        }
      }
    }
    assertThat(complaints, is(empty()));
    ledger.values().forEach(row -> assertThat(row.toString(), Ledger.unexplained(row), is(0L)));
    tellRatio("--fs --heavy", runner, took, ledger.values());
  }

  @Test
  void aHundredThousandFilesAreAllRead() throws IOException, InterruptedException {
    Path corpus = generate("--many", String.valueOf(MANY));
    Path output = folder.resolve("out");
    Duration took = run("FlinkRunner", corpus.resolve("many").toString(), output);
    List<InputFile> ledger = Started.records(output, Dataset.LEDGER, InputFile.class);
    assertThat(ledger.size(), is(MANY));
    tellRatio("--many " + MANY, "FlinkRunner", took, ledger);
  }

  /** A file of 1.7 MB gives pages of 1.2 GB, each of which is an article as long. */
  @Test
  void revisitsOfALargePageAreAllRead() throws IOException, InterruptedException {
    String text = "The council of the harbor has met about the storm in the north. ";
    String page =
        "<html><head><title>The council of the harbor has met</title></head><body><article><h1>The"
            + " council of the harbor has met</h1>"
            + ("<p>" + text.repeat(8) + "</p>").repeat(2300)
            + "</article>";
    String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page;
    StringBuilder warc = new StringBuilder(WarcText.record("response", "0", "25", "", http));
    String original = "WARC-Refers-To-Target-URI: http://a.example/0\r\n";
    for (int i = 1; i <= 1000; i++) {
      warc.append(WarcText.record("revisit", "" + i, "26", original, ""));
    }
    Path file = Files.writeString(folder.resolve("revisits.warc"), warc);
    Path output = folder.resolve("out");
    run("DirectRunner", file.toString(), output);
    List<InputFile> ledger = Started.records(output, Dataset.LEDGER, InputFile.class);
    assertThat(ledger.get(0).getArticles(), is(1001L));
  }

  private Path generate(String... flags) throws IOException, InterruptedException {
    assumeTrue(
        Files.isDirectory(CORPUS), "skipped: no bench at " + CORPUS + "; set -Dnewsfold.shared");
    Path corpus = folder.resolve("corpus");
    List<String> command = new ArrayList<>(List.of("python3"));
    command.addAll(List.of(CORPUS.resolve("gen_corpus.py").toString(), "--out", "" + corpus));
    command.addAll(List.of(flags));
    try (JavaProcess python = JavaProcess.run("generate", folder, command)) {
      python.expectEnd(LIMIT, 0);
    }
    return corpus;
  }

  /**
   * Prints how much longer a hostile run took than one over clean pages, as many and of as many
   * bytes in all, in a file that compresses each. No time is expected: machines differ.
   */
  private void tellRatio(
      String corpus, String runner, Duration hostile, Collection<InputFile> ledger)
      throws IOException, InterruptedException {
    long captures = Math.max(1, ledger.stream().mapToLong(InputFile::getCaptures).sum());
    long bytes =
        ledger.stream().map(InputFile::getSize).mapToLong(size -> size == null ? 0 : size).sum();
    int pageBytes = (int) Math.min(bytes / captures, MAX_PAGE);
    Path clean = folder.resolve("clean.warc.gz");
    Sample.write(new SampleOptions(captures, 1).withPageBytes(pageBytes), clean);
    Duration took = run(runner, clean.toString(), folder.resolve("clean-out"));
    System.out.printf(
        Locale.ROOT,
        "hostile %s on %s: %d captures, %d MB: %.1f s, %.2f times the %.1f s of clean pages%n",
        corpus,
        runner,
        captures,
        bytes >> 20,
        hostile.toMillis() / 1e3,
        (double) hostile.toMillis() / took.toMillis(),
        took.toMillis() / 1e3);
  }

  /** Runs it to its end, and returns how long that took. */
  private Duration run(String runner, String input, Path output)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    List<String> arguments =
        List.of("local", "--runner=" + runner, "--input=" + input, "--output=" + output);
    try (JavaProcess run = Launch.alone(folder, "run", arguments)) {
      run.expectEnd(LIMIT, 0);
      assertThat(run.output(), containsString("report"));
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
