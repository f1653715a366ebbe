package dev.newsfold.jobs;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.sdk.io.aws2.options.S3Options;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * The flags of a run. Their vocabulary is that of Beam's {@code PipelineOptions}: ours, and those
 * of Beam and the runners. A job definition gives values, the command line overrides them.
 */
final class Flags {
  private static final Set<String> KNOWN =
      namesOf(
          NewsfoldOptions.class, DirectOptions.class, FlinkPipelineOptions.class, S3Options.class);

  /** Flags that hold credentials. */
  private static final Set<String> SECRET =
      Set.of("awsCredentialsProvider", "SSECustomerKey", "sSECustomerKey", "proxyConfiguration");

  private Flags() {}

  /**
   * The flags on a command line: {@code --name=value}, or {@code --name} for true.
   *
   * @throws JobException if an argument is no flag, or names none that is known
   */
  static Map<String, String> parse(List<String> args) throws JobException {
    Map<String, String> flags = new LinkedHashMap<>();
    for (String arg : args) {
      if (!arg.startsWith("--")) {
        throw new JobException(
            ExitCode.USAGE, "not a flag: " + arg + " (flags look like --name=value)");
      }
      int equals = arg.indexOf('=');
      String name = equals < 0 ? arg.substring(2) : arg.substring(2, equals);
      flags.put(name, equals < 0 ? "true" : arg.substring(equals + 1));
    }
    return flags;
  }

  /** The options that {@code flags} give, by name. */
  static NewsfoldOptions toOptions(Map<String, String> flags) throws JobException {
    List<String> args = new ArrayList<>();
    for (Map.Entry<String, String> flag : flags.entrySet()) {
      if (!KNOWN.contains(flag.getKey())) {
        throw new JobException(
            ExitCode.USAGE,
            "unknown flag --" + flag.getKey() + "; did you mean --" + nearest(flag.getKey()) + "?");
      }
      args.add("--" + flag.getKey() + '=' + flag.getValue());
    }
    try {
      return PipelineOptionsFactory.fromArgs(args.toArray(new String[0])).as(NewsfoldOptions.class);
    } catch (RuntimeException e) {
      // Beam says IllegalArgumentException; what reads a value may say anything.
      throw new JobException(ExitCode.USAGE, misfit(args), e);
    }
  }

  /**
   * Flags as they may be shown and kept: without the values of those that hold credentials. A
   * provider of them is told by its type and, perhaps, by the keys themselves.
   */
  static SortedMap<String, String> shown(SortedMap<String, String> flags) {
    SortedMap<String, String> shown = new TreeMap<>(flags);
    shown.replaceAll((name, value) -> SECRET.contains(name) ? "(not shown)" : value);
    return shown;
  }

  private static String shown(String arg) {
    int equals = arg.indexOf('=');
    return equals > 2 && SECRET.contains(arg.substring(2, equals))
        ? arg.substring(0, equals) + "=(not shown)"
        : arg;
  }

  /** Beam tells what it could not read, but not which flag it was. */
  private static String misfit(List<String> args) {
    for (String arg : args) {
      try {
        PipelineOptionsFactory.fromArgs(arg).as(NewsfoldOptions.class);
      } catch (RuntimeException e) {
        if (!shown(arg).equals(arg)) {
          return shown(arg) + " cannot be read";
        }
        return arg + ": " + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      }
    }
    return "the flags do not go together: "
        + args.stream().map(Flags::shown).collect(Collectors.joining(" "));
  }

  /** The known flag that is spelt most alike. */
  static String nearest(String name) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    String lower = name.toLowerCase(Locale.ROOT);
    return KNOWN.stream()
        .min(
            Comparator.<String>comparingInt(
                    known -> distance.apply(known.toLowerCase(Locale.ROOT), lower))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  private static Set<String> namesOf(Class<?>... interfaces) {
    Set<String> names = new TreeSet<>();
    for (Class<?> type : interfaces) {
      for (Method method : type.getMethods()) {
        String name = method.getName();
        if (name.startsWith("set") && method.getParameterCount() == 1) {
          names.add(name.substring(3, 4).toLowerCase(Locale.ROOT) + name.substring(4));
        }
      }
    }
    return names;
  }
}
