package dev.newsfold.jobs;

import dev.newsfold.captures.InputEntry;
import dev.newsfold.captures.InputLister;
import dev.newsfold.captures.InputNames;
import dev.newsfold.captures.ReadLimits;
import dev.newsfold.captures.containers.CaptureReader;
import dev.newsfold.stores.StoreInputs;
import dev.newsfold.stores.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the inputs before a run starts, to tell a mistake at once and not after minutes. */
final class Inputs {
  private static final Logger LOG = LoggerFactory.getLogger(Inputs.class);
  private static final long LARGE = 24L << 20;
  private static final int MANY = 2_000;

  /** Bytes of pages of files that are not large. */
  private static final long MUCH = 96L << 20;

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
   * Checks that there is something to read, and that it lies apart from the output. It lists what
   * is there once, and no more of it than shows whether it is large: more files than {@link #MANY},
   * or more bytes, as they lie, than {@link #LARGE}; or in them, where the runner holds what they
   * give, more bytes of pages than {@link #MUCH}.
   *
   * @throws JobException NO_INPUT if an input does not exist or nothing is in them, UNREADABLE if
   *     one may not be read, USAGE if one lies in the output folder or that in it
   */
  static CheckedInputs check(NewsfoldOptions options, List<String> inputs) throws JobException {
    FoldersApart.check(options, inputs);
    for (String input : inputs) {
      if (!Stores.isStore(input)) {
        checkReadable(input);
      }
    }
    StoreInputs lister = Stores.of(options).inputs();
    return listed(
        lister,
        inputs,
        entries -> {
          if (!entries.hasNext()) {
            throw new JobException(
                ExitCode.NO_INPUT, "no files in --input: " + String.join(", ", inputs));
          }
          return new CheckedInputs(
              inputs, areLarge(lister, entries, RunnerDefaults.holdsBundles(options)));
        });
  }

  /** Checks folders to be watched: they must be there, but may be empty; of stores, the bucket. */
  static void checkFolders(NewsfoldOptions options, List<String> inputs) throws JobException {
    FoldersApart.check(options, inputs);
    for (String input : inputs) {
      if (Stores.isStore(input)) {
        InputLister lister = Stores.of(options).inputs().whereAbsentIsEmpty();
        listed(lister, List.of(input), Iterator::hasNext);
      } else {
        checkReadable(input);
      }
    }
  }

  private static boolean areLarge(
      StoreInputs lister, Iterator<InputEntry> entries, boolean opened) {
    List<InputEntry> files = new ArrayList<>();
    long bytes = 0;
    try {
      while (entries.hasNext() && bytes <= LARGE && files.size() <= MANY) {
        InputEntry entry = entries.next();
        bytes += Math.max(0, lister.stamp(entry).size());
        files.add(entry);
      }
    } catch (UncheckedIOException e) {
      // Whoever reads them will meet the same, and tell.
      LOG.debug("inputs cannot be listed", e);
    }
    return bytes > LARGE || files.size() > MANY || opened && giveMuch(lister, files);
  }

  /** Whether so few files give more pages than {@link #MUCH}; a pipe can be read only once. */
  private static boolean giveMuch(StoreInputs inputs, List<InputEntry> files) {
    CaptureReader reader = new CaptureReader(ReadLimits.DEFAULT, inputs);
    long given = 0;
    for (InputEntry entry : files) {
      if (given <= MUCH && entry.skip() == null && inputs.stamp(entry).size() > 0) {
        given += reader.bytesGiven(entry.file(), MUCH - given);
      }
    }
    return given > MUCH;
  }

  /** What is done with all that lies in inputs. */
  private interface Look<T> {
    T at(Iterator<InputEntry> entries) throws JobException;
  }

  private static <T> T listed(InputLister lister, List<String> inputs, Look<T> look)
      throws JobException {
    try (Stream<InputEntry> entries = lister.list(inputs)) {
      return look.at(entries.iterator());
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
