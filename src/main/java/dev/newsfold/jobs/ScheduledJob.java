package dev.newsfold.jobs;

import dev.newsfold.sinks.RunLayout;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Folds the captures of one day onto those of the days before, all in one output folder. Running a
 * day again replaces it.
 */
final class ScheduledJob implements Job {
  @Override
  public void run(NewsfoldOptions options, SortedMap<String, String> flags, Console console)
      throws JobException {
    ZoneId zone = RunPlan.zone(options.getZone());
    LocalDate today = LocalDate.ofInstant(console.clock().instant(), zone);
    LocalDate day = options.getDay() == null ? today.minusDays(1) : day(options.getDay());
    List<String> inputs = DayPattern.on(day, Inputs.required(options));
    if (options.getDay() == null && isDone(options, day)) {
      console.out().println(day + " is done; --day=" + day + " runs it again");
      return;
    }
    checkThere(day, inputs);
    if (options.getAsOf() == null) {
      // Not the start of the run: a rerun must come to the same.
      options.setAsOf(day.plusDays(1).atStartOfDay(zone).toInstant().toString());
    }
    new BatchRun("scheduled", options, flags, console)
        .ofDay(day)
        .run(inputs, Assembly::foldCaptures);
  }

  /** Captures that are not there are to be waited for. */
  private static void checkThere(LocalDate day, List<String> inputs) throws JobException {
    try {
      Inputs.check(inputs);
    } catch (JobException e) {
      if (e.exitCode() != ExitCode.NO_INPUT) {
        throw e;
      }
      throw new JobException(
          ExitCode.NOT_NOW, "the captures of " + day + " are not there yet: " + e.getMessage(), e);
    }
  }

  private static boolean isDone(NewsfoldOptions options, LocalDate day) throws JobException {
    Path output = Path.of(options.getOutput()).toAbsolutePath().normalize();
    try {
      Optional<RunManifest> manifest = RunManifest.read(new RunLayout(output, "").manifest());
      return manifest.isPresent() && manifest.get().runsByDay().containsKey(day.toString());
    } catch (IOException e) {
      throw new JobException(ExitCode.FAILED, "cannot read run.json in " + output + ": " + e, e);
    }
  }

  private static LocalDate day(String text) throws JobException {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new JobException(ExitCode.USAGE, "--day: " + e.getMessage(), e);
    }
  }
}
