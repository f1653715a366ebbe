package dev.newsfold.jobs;

import static java.util.stream.Collectors.joining;

import dev.newsfold.captures.InputNames;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.Manifests;
import dev.newsfold.sinks.OutputFolder;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Folds the captures of one day onto those of the days before, all in one output folder. Running a
 * day again replaces it.
 */
final class ScheduledJob implements Job {
  private static final int MOST_NAMED = 7;

  @Override
  public String about() {
    return "fold the captures of one day onto those of the days before";
  }

  @Override
  public String example() {
    return "--day=2026-11-22 --input='captures/{yyyy}/{MM}/{dd}/*.warc.gz' --output=out/days";
  }

  @Override
  public void run(NewsfoldOptions options, SortedMap<String, String> flags, JobContext context)
      throws JobException {
    ZoneId zone = RunPlan.zone(options.getZone());
    LocalDate today = LocalDate.ofInstant(context.clock().instant(), zone);
    LocalDate day = options.getDay() == null ? today.minusDays(1) : day(options.getDay());
    List<String> wanted = DayPattern.on(day, Inputs.required(options));
    if (options.getDay() == null) {
      NavigableSet<LocalDate> done = daysDone(options);
      tellOfGaps(done, day, context);
      if (done.contains(day)) {
        context.out().println(day + " is done; --day=" + day + " runs it again");
        return;
      }
    }
    CheckedInputs inputs = checkThere(options, day, wanted);
    OwnOutput.check(options, inputs.names(), Dataset.REJECTIONS);
    if (options.getAsOf() == null) {
      // Not the start of the run: a rerun must come to the same.
      options.setAsOf(day.plusDays(1).atStartOfDay(zone).toInstant().toString());
    }
    new BatchRun("scheduled", options, flags, context)
        .ofDay(day)
        .run(inputs, Assembly::foldCaptures);
  }

  /** Captures that are not there are to be waited for. */
  private static CheckedInputs checkThere(
      NewsfoldOptions options, LocalDate day, List<String> inputs) throws JobException {
    try {
      return Inputs.check(options, inputs);
    } catch (JobException e) {
      if (e.exitCode() != ExitCode.NO_INPUT) {
        throw e;
      }
      throw new JobException(
          ExitCode.NOT_NOW,
          "the captures of "
              + day
              + " are not there yet: "
              + InputNames.withoutMark(String.valueOf(e.getMessage())),
          e);
    }
  }

  /** Whoever was down for days learns of it; to run them is for a person to decide. */
  private static void tellOfGaps(NavigableSet<LocalDate> done, LocalDate day, JobContext context) {
    if (done.isEmpty() || day.isBefore(done.first())) {
      return;
    }
    List<LocalDate> missed =
        done.first().datesUntil(day).filter(one -> !done.contains(one)).toList();
    if (!missed.isEmpty()) {
      context
          .err()
          .println(
              "newsfold: "
                  + missed.size()
                  + (missed.size() == 1 ? " earlier day was" : " earlier days were")
                  + " not run; --day=DAY runs one of "
                  + missed.stream().limit(MOST_NAMED).map(String::valueOf).collect(joining(", "))
                  + (missed.size() > MOST_NAMED ? ", …" : ""));
    }
  }

  private static NavigableSet<LocalDate> daysDone(NewsfoldOptions options) throws JobException {
    OutputFolder output = Outputs.of(options);
    try {
      NavigableSet<LocalDate> days = new TreeSet<>();
      Optional.ofNullable(Manifests.newest(output).manifest())
          .ifPresent(
              manifest -> manifest.runsByDay().keySet().forEach(d -> days.add(LocalDate.parse(d))));
      return days;
    } catch (IOException e) {
      throw new JobException(
          ExitCode.FAILED, "cannot read run.json in " + output.address() + ": " + e, e);
    }
  }

  private static LocalDate day(String text) throws JobException {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new JobException(
          ExitCode.USAGE,
          "--day=" + text + " is no day; year, month and day go like this: --day=2026-11-22",
          e);
    }
  }
}
