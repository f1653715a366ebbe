package dev.newsfold.jobs;

import dev.newsfold.aggregate.FieldDrift;
import dev.newsfold.records.Drift;
import dev.newsfold.records.FieldRate;
import dev.newsfold.report.TopList;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.io.PrintStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells a scheduler, by {@code --failOnDrift}, that a site fills a field less often than before: of
 * the week of the day that was run; of a run of no day, of the last week that it has articles of.
 * Weeks before have been told when they were run.
 *
 * @param share the fall of a rate, 0 to 1, from which on a run ends so; null for none
 * @param day the capture day of a scheduled run
 */
record DriftCheck(@Nullable Double share, @Nullable LocalDate day) {
  /** Falls that are named. */
  private static final int NAMED = 3;

  private record Fall(Drift row, FieldRate rate) {
    private double depth() {
      return FieldDrift.depth(row, rate);
    }

    private String told() {
      return String.format(
          Locale.ROOT,
          "%s %s %.0f %% instead of %.0f %%",
          row.getSite(),
          rate.getField(),
          100 * rate.getRate(),
          100 * Objects.requireNonNullElse(rate.getBefore(), 0.0));
    }
  }

  /**
   * The check that {@code options} ask for.
   *
   * @throws JobException if the share is none
   */
  static DriftCheck of(NewsfoldOptions options, @Nullable LocalDate day) throws JobException {
    String share = options.getFailOnDrift();
    return new DriftCheck(
        share == null ? null : RunPlan.checked("failOnDrift", () -> parse(share)), day);
  }

  private static Double parse(String share) {
    double value;
    try {
      value = Double.parseDouble(share);
    } catch (NumberFormatException e) {
      value = 0;
    }
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(share + " is no share; try 0.3");
    }
    return value;
  }

  /**
   * Looks at what is published. That it cannot be read is told, and is no failure of the run.
   *
   * @throws JobException DRIFT if a field has fallen so far
   */
  void check(RunManifest published, OutputFolder output, PrintStream err) throws JobException {
    if (share == null) {
      return;
    }
    try {
      refuseFalls(share, published, output);
    } catch (IOException | RuntimeException e) {
      err.println(
          "newsfold: the run is published, but --failOnDrift could not be looked after: " + e);
    }
  }

  private void refuseFalls(double least, RunManifest published, OutputFolder output)
      throws IOException, JobException {
    LocalDate week = week(published, output);
    TopList<Fall> deepest =
        new TopList<>(
            Comparator.comparingDouble((Fall fall) -> -fall.depth())
                .thenComparing(fall -> fall.row().getSite())
                .thenComparing(fall -> fall.rate().getField()),
            NAMED);
    long[] falls = new long[1];
    StagedRun.readAll(
        output,
        published.files(),
        Dataset.DRIFT,
        Drift.class,
        row -> {
          if (!row.getWithdrawn() && row.getWeek().equals(week)) {
            for (FieldRate rate : row.getFields()) {
              Fall fall = new Fall(row, rate);
              if (fall.depth() >= least) {
                falls[0]++;
                deepest.offer(fall);
              }
            }
          }
        });
    if (falls[0] > 0) {
      throw new JobException(
          ExitCode.DRIFT,
          "in the week from %s fields are filled less often than before, %s of them by --failOnDrift=%s or more: %s; see %s/report/drift.html"
              .formatted(week, falls[0], least, told(deepest.items()), output.address()));
    }
  }

  private static String told(List<Fall> falls) {
    return falls.stream().map(Fall::told).collect(Collectors.joining(", "));
  }

  private @Nullable LocalDate week(RunManifest published, OutputFolder output) throws IOException {
    if (day != null) {
      return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
    @Nullable LocalDate[] last = new @Nullable LocalDate[1];
    StagedRun.readAll(
        output,
        published.files(),
        Dataset.DRIFT,
        Drift.class,
        row -> {
          LocalDate known = last[0];
          if (!row.getWithdrawn() && (known == null || known.isBefore(row.getWeek()))) {
            last[0] = row.getWeek();
          }
        });
    return last[0];
  }
}
