package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.junit.jupiter.api.Test;

class RunnerDefaultsTest {
  @Test
  void aBatchInThisProcessUsesTheCoresUnlessAParallelismIsNamed() throws JobException {
    int cores = Runtime.getRuntime().availableProcessors();
    assertThat(parallelism(Map.of()), equalTo(Math.min(4, cores)));
    assertThat(parallelism(Map.of("parallelism", "1")), equalTo(1));
    assertThat(parallelism(Map.of("parallelism", "7")), equalTo(7));
  }

  @Test
  void theDirectRunnerHasAThreadForEachCoreUnlessANumberIsNamed() throws JobException {
    int cores = Runtime.getRuntime().availableProcessors();
    assertThat(threads(Map.of()), equalTo(cores));
    assertThat(threads(Map.of("targetParallelism", "7")), equalTo(7));
  }

  private static int threads(Map<String, String> flags) throws JobException {
    NewsfoldOptions options = Flags.toOptions(flags);
    RunnerDefaults.apply(options, flags.keySet(), Map.of());
    return options.as(DirectOptions.class).getTargetParallelism();
  }

  @Test
  void onAClusterItsOwnDefaultStands() throws JobException {
    assertThat(parallelism(Map.of("flinkMaster", "127.0.0.1:8081")), equalTo(-1));
  }

  private static int parallelism(Map<String, String> flags) throws JobException {
    Map<String, String> all = new TreeMap<>(flags);
    all.put("runner", "FlinkRunner");
    NewsfoldOptions options = Flags.toOptions(all);
    RunnerDefaults.apply(options, Set.copyOf(all.keySet()), Map.of());
    RunnerDefaults.useCores(options);
    return options.as(FlinkPipelineOptions.class).getParallelism();
  }
}
