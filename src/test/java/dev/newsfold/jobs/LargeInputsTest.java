package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The DirectRunner hands groups on piece by piece where there is much input, in bytes or files. */
class LargeInputsTest {
  private static final int MANY = 2_001;
  private static final long LARGE = (24L << 20) + 1;

  @TempDir Path folder;

  @Test
  void oneLargeFileIsMuch() throws Exception {
    Path file = folder.resolve("dump.warc.gz");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(LARGE);
    }
    assertThat(areTurnsTaken("DirectRunner", file), is(true));
    assertThat(areTurnsTaken("FlinkRunner", file), is(false));
  }

  @Test
  void manySmallFilesAreMuch() throws Exception {
    Path last = folder;
    for (int i = 0; i < MANY; i++) {
      last = Files.writeString(folder.resolve(i + ".html"), "<p>" + i);
    }
    assertThat(areTurnsTaken("DirectRunner", folder), is(true));
    assertThat(areTurnsTaken("DirectRunner", last), is(false));
  }

  private boolean areTurnsTaken(String runner, Path input) throws JobException {
    String output = folder.resolveSibling(folder.getFileName() + "-out").toString();
    NewsfoldOptions options = Flags.toOptions(Map.of("runner", runner, "output", output));
    CheckedInputs inputs = Inputs.check(options, List.of(input.toString()));
    return RunnerDefaults.grouping(options, inputs.large()).inTurns();
  }
}
