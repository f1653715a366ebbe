package dev.newsfold.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A file in {@code pipelines/}: a {@code job}, and a flat map of {@code options} whose keys are the
 * names of flags.
 *
 * @param job name of the job
 * @param options flags and their values, in the file's order; lists are joined with commas
 */
record JobDefinition(String job, Map<String, String> options) {

  /** Whether {@code word} is the path of a definition, rather than the name of one. */
  static boolean isFile(String word) {
    return word.endsWith(".yaml") || word.endsWith(".yml");
  }

  /**
   * Finds a definition: a file, or one of {@code pipelines/}, which travel inside the jar.
   *
   * @throws JobException if it is missing, no YAML, or of another shape
   */
  static JobDefinition find(String word) throws JobException {
    try {
      if (isFile(word)) {
        return parse(word, Files.readString(Path.of(word), StandardCharsets.UTF_8));
      }
      String resource = "/pipelines/" + word + ".yaml";
      try (InputStream in = JobDefinition.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new JobException(ExitCode.USAGE, "no job is called " + word);
        }
        return parse(word, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException | InvalidPathException e) {
      throw new JobException(ExitCode.USAGE, "cannot read job definition " + word + ": " + e, e);
    }
  }

  private static JobDefinition parse(String file, String yaml) throws JobException {
    Object root;
    try {
      root = new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(yaml);
    } catch (YamlEngineException e) {
      throw new JobException(ExitCode.USAGE, "job definition " + file + ": " + e.getMessage(), e);
    }
    if (!(root instanceof Map<?, ?> map) || !(map.get("job") instanceof String job)) {
      throw bad(file, "it must have a key 'job'");
    }
    for (Object key : map.keySet()) {
      if (!"job".equals(key) && !"options".equals(key)) {
        throw bad(file, "unknown key '" + key + "'; a definition has 'job' and 'options'");
      }
    }
    Map<String, String> options = new LinkedHashMap<>();
    Object given = map.get("options");
    if (given instanceof Map<?, ?> flags) {
      for (Map.Entry<?, ?> flag : flags.entrySet()) {
        options.put(String.valueOf(flag.getKey()), text(file, flag.getKey(), flag.getValue()));
      }
    } else if (given != null) {
      throw bad(file, "'options' must be a map of flags");
    }
    return new JobDefinition(job, options);
  }

  private static String text(String file, Object key, @Nullable Object value) throws JobException {
    if (value instanceof List<?> list) {
      boolean paths = Flags.isPaths(String.valueOf(key));
      return list.stream()
          .map(String::valueOf)
          .map(one -> paths ? PathList.part(one) : one)
          .collect(Collectors.joining(","));
    }
    if (value == null || value instanceof Map) {
      throw bad(file, "option '" + key + "' must be a plain value or a list");
    }
    return Flags.isPaths(String.valueOf(key)) ? PathList.part(value.toString()) : value.toString();
  }

  private static JobException bad(String file, String why) {
    return new JobException(ExitCode.USAGE, "job definition " + file + ": " + why);
  }
}
