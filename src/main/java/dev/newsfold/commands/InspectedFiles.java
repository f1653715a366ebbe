package dev.newsfold.commands;

import dev.newsfold.captures.CaptureOutput;
import dev.newsfold.captures.InputEntry;
import dev.newsfold.captures.InputFileRef;
import dev.newsfold.captures.InputOpener;
import dev.newsfold.captures.InputTree;
import dev.newsfold.captures.ReadLimits;
import dev.newsfold.captures.SkipKind;
import dev.newsfold.captures.containers.CaptureReader;
import dev.newsfold.jobs.ExitCode;
import dev.newsfold.records.Capture;
import dev.newsfold.records.Reason;
import dev.newsfold.records.Rejection;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the files that {@code inspect} is given; one that cannot be read is told on its own. */
final class InspectedFiles {
  private final PrintStream err;
  private final CaptureReader reader = new CaptureReader(ReadLimits.DEFAULT, InputOpener.local());
  private ExitCode exitCode = ExitCode.OK;

  InspectedFiles(PrintStream err) {
    this.err = err;
  }

  /**
   * Reads file after file, until all are read or it is enough.
   *
   * @return UNREADABLE if one could not be read, in whole or in part
   * @throws CommandFailure NO_INPUT if there is none
   */
  ExitCode read(
      List<String> paths, BooleanSupplier enough, Function<InputFileRef, CaptureOutput> output)
      throws CommandFailure {
    try (Stream<InputEntry> entries = InputTree.list(paths)) {
      Iterator<InputEntry> files = entries.iterator();
      if (!files.hasNext()) {
        throw CommandFailure.noInput("no file in " + String.join(", ", paths));
      }
      while (files.hasNext() && !enough.getAsBoolean()) {
        InputEntry entry = files.next();
        CaptureOutput out = new Watched(entry.file(), output.apply(entry.file()));
        if (entry.skip() == null) {
          reader.read(entry.file(), out);
        } else {
          out.skip(entry.skip());
        }
      }
      return exitCode;
    } catch (NoSuchFileException e) {
      throw CommandFailure.noInput("there is no " + e.getFile());
    } catch (IOException | UncheckedIOException e) {
      throw CommandFailure.unreadable("cannot read on: " + e.getMessage());
    }
  }

  /** Hands on what is found in a file, and notes that this cannot be read. */
  private final class Watched implements CaptureOutput {
    private final InputFileRef file;
    private final CaptureOutput output;

    private Watched(InputFileRef file, CaptureOutput output) {
      this.file = file;
      this.output = output;
    }

    @Override
    public void capture(Capture capture) {
      output.capture(capture);
    }

    @Override
    public void reject(Rejection rejection) {
      output.reject(rejection);
      // Of another file, it is a rejection that a run wrote, and this is the file of those.
      if (rejection.getReason() == Reason.IO_UNREADABLE
          && rejection.getOrigin().getFile().equals(file.path())) {
        err.println("inspect: cannot read " + file.path() + ": " + rejection.getMessage());
        exitCode = ExitCode.UNREADABLE;
      }
    }

    @Override
    public void skip(SkipKind kind) {
      output.skip(kind);
    }
  }
}
