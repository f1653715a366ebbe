package dev.newsfold.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.text.WordUtils;

/** What a job says of itself: what it does, its flags by group, and an example. */
final class JobHelp {
  private static final int WIDTH = 96;
  private static final int INDENT = 20;

  /** Titles in the order in which people ask. */
  private static final List<Class<?>> GROUPS =
      List.of(
          InputOptions.class,
          OutputOptions.class,
          HistoryOptions.class,
          ParseOptions.class,
          WindowOptions.class,
          StreamOptions.class);

  private static final String OF_RUNNERS =
      "--parallelism=N and --flinkMaster=HOST:PORT of the FlinkRunner are the most wanted; all"
          + " flags of Beam's FlinkPipelineOptions, DirectOptions and S3Options are known, and --gcsEndpoint.";

  private JobHelp() {}

  /**
   * The help on a job.
   *
   * @param word by which it was asked for: a name, or a file
   * @param definition whose options stand where the command line gives none
   */
  static String of(String word, JobDefinition definition, Job job) {
    StringBuilder help = new StringBuilder();
    help.append("pipelines/run ").append(word).append(" [--flag=value …]: ").append(job.about());
    help.append("\n\nExample:\n  pipelines/run ").append(word).append(' ').append(job.example());
    help.append('\n');
    byGroup(definition.job())
        .forEach(
            (group, flags) -> {
              help.append('\n').append(group).append(":\n");
              flags.forEach(flag -> append(help, flag, definition));
            });
    help.append(" ".repeat(INDENT)).append(wrapped(OF_RUNNERS)).append('\n');
    return help.toString();
  }

  private static Map<String, List<Flag>> byGroup(String job) {
    Map<String, List<Flag>> groups = new LinkedHashMap<>();
    for (Class<?> options : GROUPS) {
      groups.put(options.getAnnotation(FlagGroup.class).value(), new ArrayList<>());
    }
    groups.put(Flag.RUNNER_GROUP, new ArrayList<>());
    for (Flag flag : Flag.ALL.values()) {
      if (flag.isOf(job)) {
        groups.computeIfAbsent(flag.group(), none -> new ArrayList<>()).add(flag);
      }
    }
    groups.values().removeIf(List::isEmpty);
    return groups;
  }

  private static void append(StringBuilder help, Flag flag, JobDefinition definition) {
    String fallback =
        definition.options().getOrDefault(flag.name(), flag.fallback()).replace("`", "");
    String text =
        meaning(flag, definition.job()) + (fallback.isEmpty() ? "" : " [" + fallback + "]");
    help.append(String.format(Locale.ROOT, "  --%-" + (INDENT - 4) + "s", flag.name()))
        .append(wrapped(text))
        .append('\n');
  }

  private static String wrapped(String text) {
    return WordUtils.wrap(text, WIDTH - INDENT, "\n" + " ".repeat(INDENT), false);
  }

  /** A description names the one job that a flag is of, which here goes without saying. */
  private static String meaning(Flag flag, String job) {
    String start = job + ": ";
    return (flag.meaning().startsWith(start)
            ? flag.meaning().substring(start.length())
            : flag.meaning())
        .replace("`", "");
  }
}
