package dev.newsfold.sinks;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The manifests of an output folder: {@code runs/1.json}, {@code runs/2.json}, and so on. Each is
 * made once, by whoever comes first, and never changed; readers take the one with the highest
 * number. A publication is the making of the next one, so that two which began on the same one
 * cannot both succeed. No file is renamed, so any store will do.
 *
 * <p>{@code run.json} is a plain copy of the newest for people and for other programs. In a folder
 * that has no {@code runs/}, as earlier versions left it, it is the manifest.
 */
public final class Manifests {
  /** The folder of the manifests. */
  public static final String FOLDER = "runs";

  /** The copy. */
  public static final String COPY = "run.json";

  private static final Pattern NAME = Pattern.compile("([1-9][0-9]{0,17})\\.json");

  /** How many are kept; a reader who found one out of date finds out by looking again. */
  private static final int KEPT = 5;

  /** How often the newest may be gone before it was read. */
  private static final int LOOKS = 20;

  private Manifests() {}

  /**
   * What is published now.
   *
   * @param number of the manifest; 0 where there is none, or only the copy
   * @param manifest as it is written, perhaps with lists; null where there is none
   */
  public record Newest(long number, @Nullable RunManifest manifest) {
    /**
     * The manifest with every data file in {@code files}; nothing where there is none.
     *
     * @param output where its lists are
     */
    public Optional<RunManifest> whole(OutputFolder output) throws IOException {
      return manifest == null ? Optional.empty() : Optional.of(manifest.whole(output));
    }
  }

  /**
   * The newest manifest.
   *
   * @throws IOException if there is one that cannot be read
   */
  public static Newest newest(OutputFolder output) throws IOException {
    for (int look = 1; ; look++) {
      OptionalLong number = highest(output);
      if (number.isEmpty()) {
        return new Newest(0, parsed(output, COPY));
      }
      RunManifest manifest = parsed(output, name(number.getAsLong()));
      if (manifest != null) {
        return new Newest(number.getAsLong(), manifest);
      }
      if (look == LOOKS) {
        throw new IOException(name(number.getAsLong()) + " is gone from " + output.address());
      }
    }
  }

  /**
   * Makes a manifest the newest.
   *
   * @param number one more than that of the manifest it goes on from
   * @return false if another came first; nothing is shown then
   */
  static boolean publish(OutputFolder output, long number, RunManifest manifest)
      throws IOException {
    if (!create(output, name(number), manifest.toJson())) {
      return false;
    }
    if (isOvertaken(output, number)) {
      output.delete(name(number));
      return false;
    }
    return true;
  }

  private static boolean create(OutputFolder output, String name, byte[] bytes) throws IOException {
    try {
      return output.createNew(name, bytes);
    } catch (IOException e) {
      // It may be there, and only the answer be lost.
      if (holds(output, name, bytes)) {
        return true;
      }
      throw e;
    }
  }

  private static boolean holds(OutputFolder output, String name, byte[] bytes) {
    for (int look = 1; look <= LOOKS; look++) {
      try {
        return Arrays.equals(output.read(name), bytes);
      } catch (NoSuchFileException | FileNotFoundException e) {
        return false;
      } catch (IOException e) {
        // Asked again.
      }
    }
    return false;
  }

  /** Whether so many came first that this very number had been removed meanwhile. */
  private static boolean isOvertaken(OutputFolder output, long number) throws IOException {
    for (int look = 1; ; look++) {
      try {
        OptionalLong highest = highest(output);
        return highest.isPresent() && highest.getAsLong() > number;
      } catch (IOException e) {
        if (look == LOOKS) {
          throw e;
        }
      }
    }
  }

  /** Writes the copy of what is published. */
  public static void copy(OutputFolder output, RunManifest manifest) throws IOException {
    output.write(COPY, manifest.toJson());
  }

  /** Writes the copy anew where it is not one of the newest, as after a kill between the two. */
  static void copyNewest(OutputFolder output, Newest newest) throws IOException {
    RunManifest manifest = newest.manifest();
    if (newest.number() > 0 && manifest != null && !manifest.equals(parsed(output, COPY))) {
      copy(output, manifest);
    }
  }

  /** Removes all but the newest few. */
  static void prune(OutputFolder output) throws IOException {
    List<Long> numbers = numbers(output);
    for (long number : numbers.subList(0, Math.max(0, numbers.size() - KEPT))) {
      output.delete(name(number));
    }
  }

  private static OptionalLong highest(OutputFolder output) throws IOException {
    return numbers(output).stream().mapToLong(Long::longValue).max();
  }

  private static List<Long> numbers(OutputFolder output) throws IOException {
    return output.below(FOLDER).list().stream()
        .map(entry -> NAME.matcher(entry.name()))
        .filter(Matcher::matches)
        .map(matcher -> Long.parseLong(matcher.group(1)))
        .sorted()
        .toList();
  }

  private static String name(long number) {
    return FOLDER + '/' + number + ".json";
  }

  private static @Nullable RunManifest parsed(OutputFolder output, String name) throws IOException {
    byte[] json;
    try {
      json = output.read(name);
    } catch (NoSuchFileException | FileNotFoundException e) {
      return null;
    }
    RunManifest manifest;
    try {
      manifest = RunManifest.parse(json);
    } catch (JsonProcessingException e) {
      throw notWhole(output, name, e);
    }
    if (manifest == null) {
      throw notWhole(output, name, null);
    }
    return manifest;
  }

  /** On a file system without links a kill may leave a part of one. */
  private static IOException notWhole(
      OutputFolder output, String name, @Nullable JsonProcessingException cause) {
    return new IOException(name + " in " + output.address() + " is no whole manifest", cause);
  }
}
