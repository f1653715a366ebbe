package dev.newsfold.bench.runs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.newsfold.jobs.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchFlagsTest {
  private static final Path HOME = Path.of("/nowhere");

  @Test
  void nothingGivenIsTenThousandPagesAndAllSubjectsThreeTimes() throws BenchFlags.BadFlag {
    BenchFlags flags = BenchFlags.parse(HOME, List.of());
    assertThat(flags.sizes(), equalTo(List.of(10_000L)));
    assertThat(flags.inputs(), equalTo(List.of("one", "sixteen", "real")));
    assertThat(flags.subjects(), equalTo(List.of(Subject.values())));
    assertThat(flags.warm(), equalTo(List.of(false, true)));
    assertThat(flags.rounds(), is(3));
    assertThat(flags.output(), equalTo(HOME.resolve("target/bench")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--sizes=0", "--sizes=1,", "--sizes=many", "--subjects=loop", "--inputs=two",
        "--warmth=hot", "--heap=2", "--rounds=0", "--round=3", "sizes=1"
      })
  void whatCannotBeReadIsSaidWithTheUsage(String flag) throws InterruptedException {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    ExitCode code =
        RunBench.run(
            HOME, List.of(flag), System.out, new PrintStream(err, true, StandardCharsets.UTF_8));
    assertThat(code, is(ExitCode.USAGE));
    assertThat(err.toString(StandardCharsets.UTF_8), containsString("usage: pipelines/run bench"));
  }
}
