package dev.newsfold.jobs;

import dev.newsfold.stores.gcs.GcsOptions;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.sdk.io.aws2.options.S3Options;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * The flags of a run. Their vocabulary is that of Beam's {@code PipelineOptions}: ours, and those
 * of Beam and the runners. A job definition gives values, the command line overrides them. {@link
 * FlagChecks} says which of them a job takes.
 */
final class Flags {
  /** The types of all flags, by their names. */
  private static final SortedMap<String, Class<?>> KNOWN =
      typesOf(
          NewsfoldOptions.class,
          DirectOptions.class,
          FlinkPipelineOptions.class,
          S3Options.class,
          GcsOptions.class);

  private static final Set<String> PATHS = Set.of("input", "history");

  /** Flags that hold credentials. */
  private static final Set<String> SECRET =
      Set.of("awsCredentialsProvider", "SSECustomerKey", "sSECustomerKey", "proxyConfiguration");

  private Flags() {}

  /**
   * The flags on a command line: {@code --name=value}, or {@code --name} for true. Lists that are
   * given several times are one list, as Beam has it.
   *
   * @throws JobException if an argument is no flag, one that needs a value has none, or one that is
   *     no list has two
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
      if (equals < 0 && !isSwitch(name)) {
        throw new JobException(
            ExitCode.USAGE, "--" + name + " has no value; give one as --" + name + "=VALUE");
      }
      String value = equals < 0 ? "true" : arg.substring(equals + 1);
      boolean isList = KNOWN.get(name) == List.class;
      value = isPaths(name) ? PathList.part(value) : value;
      String before = flags.get(name);
      if (before != null && !isList && !before.equals(value)) {
        throw new JobException(ExitCode.USAGE, "--" + name + " is given twice, with two values");
      }
      flags.put(name, before != null && isList ? before + ',' + value : value);
    }
    return flags;
  }

  /** Whether a flag lists paths, whose commas {@link PathList} tells apart. */
  static boolean isPaths(String name) {
    return PATHS.contains(name);
  }

  /** Whether a flag may stand without a value. One that nobody knows may: it is told as such. */
  private static boolean isSwitch(String name) {
    Class<?> type = KNOWN.get(name);
    return type == null || type == boolean.class || type == Boolean.class;
  }

  /** The names of all flags, of whichever job. */
  static Set<String> names() {
    return KNOWN.keySet();
  }

  /**
   * The options that {@code flags} give, by name.
   *
   * @throws JobException if one of them is not known, or its value cannot be read
   */
  static NewsfoldOptions toOptions(Map<String, String> flags) throws JobException {
    List<String> args = new ArrayList<>();
    for (Map.Entry<String, String> flag : flags.entrySet()) {
      if (!KNOWN.containsKey(flag.getKey())) {
        throw new JobException(
            ExitCode.USAGE,
            "unknown flag --" + flag.getKey() + Spelling.hint(flag.getKey(), names(), "--"));
      }
      if (!isPaths(flag.getKey())) {
        args.add("--" + flag.getKey() + '=' + flag.getValue());
      }
    }
    try {
      NewsfoldOptions options =
          PipelineOptionsFactory.fromArgs(args.toArray(new String[0])).as(NewsfoldOptions.class);
      Optional.ofNullable(flags.get("input")).map(PathList::split).ifPresent(options::setInput);
      Optional.ofNullable(flags.get("history")).map(PathList::split).ifPresent(options::setHistory);
      return options;
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
        String told = Objects.requireNonNullElse(e.getMessage(), "");
        return arg + ": " + told.lines().findFirst().orElse("");
      }
    }
    return "the flags do not go together: "
        + args.stream().map(Flags::shown).collect(Collectors.joining(" "));
  }

  private static SortedMap<String, Class<?>> typesOf(Class<?>... interfaces) {
    SortedMap<String, Class<?>> types = new TreeMap<>();
    for (Class<?> type : interfaces) {
      for (Method method : type.getMethods()) {
        String name = method.getName();
        if (name.startsWith("set") && method.getParameterCount() == 1) {
          types.put(
              name.substring(3, 4).toLowerCase(Locale.ROOT) + name.substring(4),
              method.getParameterTypes()[0]);
        }
      }
    }
    return types;
  }
}
