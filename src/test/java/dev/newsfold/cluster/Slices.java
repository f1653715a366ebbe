package dev.newsfold.cluster;

import dev.newsfold.captures.CaptureOutput;
import dev.newsfold.captures.InputFileRef;
import dev.newsfold.captures.InputOpener;
import dev.newsfold.captures.ReadLimits;
import dev.newsfold.captures.SkipKind;
import dev.newsfold.captures.containers.CaptureReader;
import dev.newsfold.records.Capture;
import dev.newsfold.records.Rejection;
import dev.newsfold.sample.Sample;
import dev.newsfold.sample.SampleOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An invented dump in slices that come one after another, so that stories and recaptures reach
 * across them; and what a batch without a cluster makes of the first of them.
 *
 * @param files the slices, each an archive of its own
 */
record Slices(Path folder, List<Path> files) {
  private static final int PAGES_EACH = 16;
  private static final int SEED = 5;

  /** Invents a dump, and cuts it into {@code count} slices. */
  static Slices in(Path folder, int count) throws IOException {
    Path dump = Files.createDirectories(folder.resolve("whole")).resolve("dump.warc.gz");
    Sample.write(new SampleOptions((long) PAGES_EACH * count, SEED), dump);
    List<Capture> captures = read(dump);
    byte[] bytes = Files.readAllBytes(dump);
    Path slices = Files.createDirectories(folder.resolve("slices"));
    List<Path> files = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= count; i++) {
      // Each record is a gzip member of its own: cut where one begins, both parts are archives.
      int to =
          i == count
              ? bytes.length
              : (int) captures.get(captures.size() * i / count).getOrigin().getOffset().longValue();
      Path file = slices.resolve("slice-%02d.warc.gz".formatted(i));
      files.add(Files.write(file, Arrays.copyOfRange(bytes, from, to)));
      from = to;
    }
    return new Slices(folder, List.copyOf(files));
  }

  /** The captures of a slice, each with its place in it. */
  List<Capture> captures(int slice) throws IOException {
    return read(files.get(slice));
  }

  /** What a batch makes of the first {@code count} slices, run without a cluster. */
  Path batch(int count) throws IOException, InterruptedException {
    Path output = folder.resolve("batch-" + count);
    if (!Files.exists(output)) {
      Path input = Files.createDirectories(folder.resolve("first-" + count));
      for (Path file : files.subList(0, count)) {
        Files.createLink(input.resolve(file.getFileName()), file);
      }
      List<String> arguments = List.of("local", "--input=" + input, "--output=" + output);
      try (JavaProcess run = Launch.alone(folder, "batch", arguments)) {
        if (run.waitFor(BatchRuns.LIMIT) != 0) {
          throw new IOException("the undisturbed run has failed\n" + run.tail());
        }
      }
    }
    return output;
  }

  private static List<Capture> read(Path file) {
    List<Capture> captures = new ArrayList<>();
    new CaptureReader(ReadLimits.DEFAULT, InputOpener.local())
        .read(
            new InputFileRef(file.toString(), file.getFileName().toString()),
            new CaptureOutput() {
              @Override
              public void capture(Capture capture) {
                captures.add(capture);
              }

              @Override
              public void reject(Rejection rejection) {
                throw new IllegalStateException("the dump is broken: " + rejection);
              }

              @Override
              public void skip(SkipKind kind) {}
            });
    return captures;
  }
}
