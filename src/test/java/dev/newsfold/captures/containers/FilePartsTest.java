package dev.newsfold.captures.containers;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import dev.newsfold.captures.InputFileRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An archive gives the same records wherever it is split. */
class FilePartsTest {
  private static final int FILES = 60;
  private static final int SPLITS = 4;

  @ParameterizedTest
  @EnumSource(InventedArchive.Kind.class)
  void anArchiveGivesTheSameAtAnySplit(InventedArchive.Kind kind) {
    long parts = 0;
    for (int seed = 0; seed < FILES; seed++) {
      InputFileRef file = new InputFileRef("x", kind.fileName());
      byte[] bytes = InventedArchive.of(kind, seed);
      List<String> whole = SplitReading.whole(new MemoryFile(bytes, seed), file);
      for (int split = 0; split < SPLITS; split++) {
        Random random = new Random(100L * seed + split);
        int[] count = new int[1];
        List<String> found =
            SplitReading.split(
                new MemoryFile(bytes, split), file, 1L << random.nextInt(17), random, count);
        List<String> more = new ArrayList<>(found);
        whole.forEach(more::remove);
        List<String> missing = new ArrayList<>(whole);
        found.forEach(missing::remove);
        assertThat(
            kind + " " + seed + " " + split,
            "more: " + more + " missing: " + missing,
            equalTo("more: [] missing: []"));
        parts += count[0];
      }
    }
    // One member is one piece: such a file is read whole.
    long least = kind == InventedArchive.Kind.ONE_MEMBER ? 0 : 10L * FILES * SPLITS;
    assertThat("parts", parts, greaterThan(least));
  }
}
