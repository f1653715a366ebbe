package dev.newsfold.cluster;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.sample.Sample;
import dev.newsfold.sample.SampleOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pipelines/run} with less memory than a run takes. */
class OutOfMemoryIT {
  @TempDir Path folder;

  @Test
  void theRunEndsAndSaysWhatGivesItMore() throws IOException, InterruptedException {
    Path dump = folder.resolve("dump.warc.gz");
    Sample.write(new SampleOptions(300, 3), dump);
    Path output = folder.resolve("out");
    List<String> command =
        List.of(
            "/usr/bin/env",
            "NEWSFOLD_JAVA_OPTS=-Xmx32m",
            Launch.basedir().resolve("pipelines/run").toString(),
            "local",
            "--input=" + dump,
            "--output=" + output);
    try (JavaProcess run = JavaProcess.run("run", folder, command)) {
      run.expectEnd(Duration.ofMinutes(2), 3);
      assertThat(run.output(), containsString("newsfold: out of memory: NEWSFOLD_JAVA_OPTS="));
    }
    assertThat(Files.exists(output.resolve("run.json")), equalTo(false));
  }
}
