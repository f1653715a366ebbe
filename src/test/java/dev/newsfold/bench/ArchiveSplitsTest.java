package dev.newsfold.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.newsfold.captures.InputFileRef;
import dev.newsfold.captures.InputOpener;
import dev.newsfold.captures.containers.SplitReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every archive of the bench gives the same records wherever it is split. */
class ArchiveSplitsTest {
  private static final Path ARCHIVES =
      Path.of(System.getProperty("newsfold.shared", "../shared"), "bench", "archives");

  /** Larger ones take long, and show nothing else. */
  private static final long LARGEST = 4 << 20;

  @Test
  void anArchiveGivesTheSameAtAnySplit() throws IOException {
    assumeTrue(
        Files.isDirectory(ARCHIVES),
        "skipped: no bench at " + ARCHIVES + "; set -Dnewsfold.shared");
    List<Path> files;
    try (Stream<Path> all = Files.walk(ARCHIVES)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    Random random = new Random(1);
    List<String> differing = new ArrayList<>();
    int[] parts = new int[1];
    int divided = 0;
    for (Path file : files) {
      if (Files.size(file) > LARGEST) {
        continue;
      }
      InputFileRef ref =
          new InputFileRef(file.toUri().toString(), ARCHIVES.relativize(file).toString());
      List<String> whole = SplitReading.whole(InputOpener.local(), ref);
      for (int split = 0; split < 2; split++) {
        long partBytes = 1L << random.nextInt(17);
        List<String> found = SplitReading.split(InputOpener.local(), ref, partBytes, random, parts);
        if (!found.equals(whole)) {
          differing.add(ref.path() + " in parts of " + partBytes);
        }
        divided += parts[0] > 1 ? 1 : 0;
      }
    }
    System.out.println(files.size() + " files, " + divided + " times in more parts than one");
    assertThat(differing, is(empty()));
    assertThat(divided, greaterThan(20));
  }
}
