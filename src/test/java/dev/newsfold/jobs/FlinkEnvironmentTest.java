package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlinkEnvironmentTest {
  @TempDir Path folder;

  @Test
  void aFolderWithoutFlinksConfigurationIsRefusedWhereFlinkRuns() throws Exception {
    Map<String, String> environment = Map.of("FLINK_CONF_DIR", folder.toString());
    JobException refused =
        assertThrows(JobException.class, () -> apply("FlinkRunner", environment));
    assertThat(refused.exitCode(), equalTo(ExitCode.USAGE));
    assertThat(refused.getMessage(), containsString("FLINK_CONF_DIR is " + folder));
    apply("DirectRunner", environment);
    apply("FlinkRunner", Map.of());
  }

  @Test
  void eitherNameOfTheFileIsGood() throws Exception {
    for (String name : new String[] {"config.yaml", "flink-conf.yaml"}) {
      Path there = Files.createDirectories(folder.resolve("of-" + name));
      Files.createFile(there.resolve(name));
      apply("FlinkRunner", Map.of("FLINK_CONF_DIR", there.toString()));
    }
  }

  private static void apply(String runner, Map<String, String> environment)
      throws JobException, IOException {
    RunnerDefaults.apply(Flags.toOptions(Map.of("runner", runner)), Set.of(), environment);
  }
}
