package dev.newsfold.jobs;

import dev.newsfold.captures.InputEntry;
import dev.newsfold.captures.InputLister;
import dev.newsfold.captures.InputNames;
import dev.newsfold.stores.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks at the inputs before a run starts, to tell a mistake at once and not after minutes. */
final class Inputs {
  private Inputs() {}

  /**
   * The inputs that the options give; none is an empty list. Those of this folder are told from its
   * root, since the workers of a cluster are in folders of their own.
   */
  static List<String> given(NewsfoldOptions options) throws JobException {
    List<String> inputs = new ArrayList<>();
    for (String input : options.getInput() == null ? List.<String>of() : options.getInput()) {
      boolean whole = input.startsWith("file:/") || Stores.isStore(input);
      inputs.add(whole ? input : path(input).toAbsolutePath().toString());
    }
    return inputs;
  }

  /** The inputs of a job that cannot do without. */
  static List<String> required(NewsfoldOptions options) throws JobException {
    List<String> inputs = given(options);
    if (inputs.isEmpty()) {
      throw new JobException(ExitCode.USAGE, "--input is missing: files, folders or globs to read");
    }
    return inputs;
  }

  /**
   * Checks that there is something to read.
   *
   * @throws JobException NO_INPUT if an input does not exist or nothing is in them, UNREADABLE if
   *     one may not be read
   */
  static void check(NewsfoldOptions options, List<String> inputs) throws JobException {
    for (String input : inputs) {
      if (!Stores.isStore(input)) {
        checkReadable(input);
      }
    }
    if (isEmpty(Stores.of(options).inputs(), inputs)) {
      throw new JobException(
          ExitCode.NO_INPUT, "no files in --input: " + String.join(", ", inputs));
    }
  }

  /** Checks folders to be watched: they must be there, but may be empty; of stores, the bucket. */
  static void checkFolders(NewsfoldOptions options, List<String> inputs) throws JobException {
    for (String input : inputs) {
      if (Stores.isStore(input)) {
        isEmpty(Stores.of(options).inputs().whereAbsentIsEmpty(), List.of(input));
      } else {
        checkReadable(input);
      }
    }
  }

  private static boolean isEmpty(InputLister lister, List<String> inputs) throws JobException {
    try (Stream<InputEntry> entries = lister.list(inputs)) {
      return entries.findFirst().isEmpty();
    } catch (NoSuchFileException e) {
      throw new JobException(
          ExitCode.NO_INPUT,
          "--input does not exist: "
              + e.getFile()
              + (e.getReason() == null ? "" : ": " + e.getReason()),
          e);
    } catch (IOException e) {
      throw new JobException(ExitCode.UNREADABLE, "cannot list --input: " + e, e);
    }
  }

  private static void checkReadable(String input) throws JobException {
    Path path = path(input);
    if (Files.exists(path)) {
      boolean folder = Files.isDirectory(path);
      if (!Files.isReadable(path) || (folder && !Files.isExecutable(path))) {
        throw new JobException(ExitCode.UNREADABLE, "--input may not be read: " + input);
      }
    } else if (InputNames.firstGlobSign(input) < 0) {
      throw new JobException(ExitCode.NO_INPUT, "--input does not exist: " + input);
    }
  }

  private static Path path(String input) throws JobException {
    return LocalPaths.of("input", input);
  }
}
