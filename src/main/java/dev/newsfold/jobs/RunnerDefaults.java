package dev.newsfold.jobs;

import dev.newsfold.flow.Grouping;
import dev.newsfold.sinks.OutputFolder;
import java.util.Map;
import java.util.Set;
import org.apache.beam.runners.core.construction.SerializablePipelineOptions;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.util.SerializableUtils;
import org.apache.flink.api.java.ExecutionEnvironment;

/** Settings of the runners that suit this pipeline, where a flag does not say otherwise. */
final class RunnerDefaults {
  /** Flink deals out keys by their hashes: with one a worker, a third of them would have none. */
  private static final int PARTS_OF_A_WORKER = 2;

  /** Where the cluster alone knows. */
  private static final int WORKERS_OF_A_CLUSTER = 8;

  /** The parallelism of one who has named none. */
  private static final int UNSET = -1;

  private static final int MOST_CORES = 4;

  private RunnerDefaults() {}

  /**
   * Sets what no flag has set.
   *
   * @param given the flags that a user has given
   * @param environment of the process
   */
  static void apply(PipelineOptions options, Set<String> given, Map<String, String> environment)
      throws JobException {
    if (options.getRunner() == DirectRunner.class) {
      DirectOptions direct = options.as(DirectOptions.class);
      if (given.contains("targetParallelism")) {
        refuseNone("targetParallelism", direct.getTargetParallelism());
      }
      // Our tests run with these checks; in a real run they double the time.
      if (!given.contains("enforceEncodability")) {
        direct.setEnforceEncodability(false);
      }
      if (!given.contains("enforceImmutability")) {
        direct.setEnforceImmutability(false);
      }
      // Beam's own least is three. Its driver takes turns with the bundles, and looks for work
      // without a pause on a thread that has none: with more threads than cores it takes a core.
      if (!given.contains("targetParallelism")) {
        direct.setTargetParallelism(Runtime.getRuntime().availableProcessors());
      }
    } else if (options.getRunner() == FlinkRunner.class) {
      FlinkSettings.checkEnvironment(environment);
      FlinkPipelineOptions flink = options.as(FlinkPipelineOptions.class);
      if (given.contains("parallelism")) {
        refuseNone("parallelism", flink.getParallelism());
      }
      // No step changes an element that it was given, so none has to be copied between steps.
      if (!given.contains("fasterCopy")) {
        flink.setFasterCopy(true);
      }
      // Left to itself, a Flink inside this process has 128 MB for all its sorting, however many
      // tasks share it; a long article then fits in no sort buffer. "[local]" gives it a share of
      // the heap. A job that Flink's own launcher submits has the memory of its cluster.
      if (!given.contains("flinkMaster") && ExecutionEnvironment.areExplicitEnvironmentsAllowed()) {
        flink.setFlinkMaster("[local]");
      }
      if (!given.contains("flinkConfDir")) {
        configure(flink, environment);
      }
    }
  }

  private static void configure(FlinkPipelineOptions flink, Map<String, String> environment)
      throws JobException {
    if (FlinkSettings.isEmbedded(flink)) {
      FlinkSettings.embed(flink, Map.of());
    } else if (FlinkMaster.of(flink).isPresent() && !FlinkSettings.isFound(environment)) {
      FlinkSettings.submit(flink);
    }
  }

  /**
   * The options that a pipeline carries. Flink's runner writes them down once for each step and
   * each type of element, as told by every interface that they were ever seen as; read back, they
   * are what was set, and nothing else.
   */
  static PipelineOptions carried(PipelineOptions options) {
    return options.getRunner() == FlinkRunner.class
        ? SerializableUtils.clone(new SerializablePipelineOptions(options)).get()
        : options;
  }

  /** Where a job runs, for people. */
  static String place(PipelineOptions options) {
    if (options.getRunner() != FlinkRunner.class) {
      return options.getRunner().getSimpleName();
    }
    FlinkPipelineOptions flink = options.as(FlinkPipelineOptions.class);
    if (FlinkSettings.isEmbedded(flink)) {
      return "Flink in this process";
    }
    return FlinkMaster.of(flink)
        .map(master -> "Flink; http://" + master + " shows its progress")
        .orElse("the Flink of its launcher");
  }

  /** Why a batch that has come to its end is not done. */
  static String explain(PipelineResult.State state, PipelineOptions options) {
    boolean lost =
        state == PipelineResult.State.RUNNING && options.getRunner() == DirectRunner.class;
    return lost
        ? "the DirectRunner has lost a thread, as when memory runs out: it holds what goes from step to step."
            + " --runner=FlinkRunner keeps that on disk; NEWSFOLD_JAVA_OPTS=-Xmx4g gives more"
        : "the pipeline ended as " + state;
  }

  /**
   * Names a job by what it writes, so that Flink's web page tells jobs apart, and looks whether its
   * cluster is there.
   */
  static void aim(PipelineOptions options, String job, OutputFolder output) throws JobException {
    options.setJobName("newsfold " + job + " " + output.address());
    if (options.getRunner() == FlinkRunner.class) {
      FlinkMaster.check(options.as(FlinkPipelineOptions.class), options.getJobName());
    }
  }

  /**
   * Lets a batch on a Flink in this process use the cores there are, where no parallelism is named:
   * Flink itself would use one. More than {@value #MOST_CORES} would divide its memory among too
   * many sorts and buffers.
   */
  static void useCores(PipelineOptions options) {
    if (options.getRunner() == FlinkRunner.class) {
      FlinkPipelineOptions flink = options.as(FlinkPipelineOptions.class);
      if (flink.getParallelism() == UNSET && FlinkSettings.isEmbedded(flink)) {
        flink.setParallelism(cores());
      }
    }
  }

  private static void refuseNone(String flag, int tasks) throws JobException {
    if (tasks < 1) {
      throw new JobException(ExitCode.USAGE, "--" + flag + " must be 1 or more, and not " + tasks);
    }
  }

  private static int cores() {
    return Math.min(MOST_CORES, Runtime.getRuntime().availableProcessors());
  }

  /**
   * How the runner is best asked to group what comes of inputs.
   *
   * @param large whether there is much in them
   */
  static Grouping grouping(NewsfoldOptions options, boolean large) {
    if (holdsBundles(options)) {
      Grouping shards = Grouping.inShards(options.as(DirectOptions.class).getTargetParallelism());
      return large ? shards.handedOnInTurns() : shards;
    }
    FlinkPipelineOptions flink = options.as(FlinkPipelineOptions.class);
    Grouping byKey = Grouping.BY_KEY.writtenIn(PARTS_OF_A_WORKER * workers(flink));
    return flink.isStreaming() || flink.getUseDataStreamForBatch()
        ? byKey
        : byKey.withoutWatermark();
  }

  /** Whether the runner holds what a step makes of a bundle until the next step is done with it. */
  static boolean holdsBundles(NewsfoldOptions options) {
    return options.getRunner() == DirectRunner.class;
  }

  /** How many tasks of a step run at once, as far as it can be told before the job starts. */
  private static int workers(FlinkPipelineOptions flink) {
    if (flink.getParallelism() > 0) {
      return flink.getParallelism();
    }
    return FlinkSettings.isEmbedded(flink) ? cores() : WORKERS_OF_A_CLUSTER;
  }
}
