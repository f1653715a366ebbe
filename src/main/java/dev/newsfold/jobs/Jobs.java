package dev.newsfold.jobs;

import dev.newsfold.stores.Stores;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Starts jobs: reads their definition, lays the command line's flags over it, and runs them. */
public final class Jobs {
  private static final SortedMap<String, Job> BY_NAME =
      new TreeMap<>(
          Map.of(
              "local",
              new LocalJob(),
              "reprocess",
              new ReprocessJob(),
              "fold",
              new FoldJob(),
              "scheduled",
              new ScheduledJob(),
              "stream",
              new StreamJob()));

  private Jobs() {}

  /** The names of the jobs that come with Newsfold. */
  public static List<String> names() {
    return List.copyOf(BY_NAME.keySet());
  }

  /** Whether {@code word} names a job, or a file that defines one. */
  public static boolean isJob(String word) {
    return BY_NAME.containsKey(word) || JobDefinition.isFile(word);
  }

  /** What each job does, by its name. */
  public static SortedMap<String, String> about() {
    SortedMap<String, String> about = new TreeMap<>();
    BY_NAME.forEach((name, job) -> about.put(name, job.about()));
    return about;
  }

  /** The version of this program, and of what its results depend on. */
  public static String version() {
    return Versions.inWords();
  }

  /**
   * The help on a job: its flags by group, with what holds where they are not given, and an
   * example.
   *
   * @param word as in {@link #run}
   * @throws JobException if there is no such job
   */
  public static String help(String word) throws JobException {
    JobDefinition definition = JobDefinition.find(word);
    return JobHelp.of(word, definition, find(definition, word));
  }

  /**
   * Runs a job to its end.
   *
   * @param word the job's name, or the path of a {@code .yaml} file that defines it
   * @param args flags, which win over the definition
   * @throws JobException if it cannot start or has failed
   */
  public static void run(String word, List<String> args, JobContext context) throws JobException {
    JobDefinition definition = JobDefinition.find(word);
    Job job = find(definition, word);
    SortedMap<String, String> flags = new TreeMap<>(definition.options());
    flags.putAll(Flags.parse(args));
    FlagChecks.refuseOthers(definition.job(), flags);
    NewsfoldOptions options = Flags.toOptions(flags);
    FlagChecks.refuseTooSmall(options);
    FlagChecks.refuseOthers(options.getRunner(), flags.keySet());
    RunnerDefaults.apply(options, flags.keySet(), System.getenv());
    Stores.setUp(options, flags.keySet(), System.getenv());
    job.run(options, Flags.shown(flags), context);
  }

  private static Job find(JobDefinition definition, String word) throws JobException {
    Job job = BY_NAME.get(definition.job());
    if (job == null) {
      throw new JobException(
          ExitCode.USAGE,
          "unknown job '"
              + definition.job()
              + "' in "
              + word
              + Spelling.hint(definition.job(), names(), ""));
    }
    return job;
  }
}
