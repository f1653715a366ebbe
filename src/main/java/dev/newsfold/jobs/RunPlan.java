package dev.newsfold.jobs;

import dev.newsfold.aggregate.Lateness;
import dev.newsfold.aggregate.PublishCalendar;
import dev.newsfold.aggregate.WindowLength;
import dev.newsfold.captures.ReadLimits;
import dev.newsfold.captures.RowNames;
import dev.newsfold.flow.Grouping;
import dev.newsfold.flow.History;
import dev.newsfold.parse.ParseSettings;
import dev.newsfold.parse.site.SiteRules;
import dev.newsfold.sinks.RunLayout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a run is to do: the options, checked and made into what the transforms take.
 *
 * @param inputs files, folders and globs
 * @param grouping how values are brought together by key
 * @param layout where to write
 * @param run what {@code Article.run} says; empty for nothing
 * @param history what to go on from; null for nothing
 * @param sightings whether single sightings are written, too
 */
record RunPlan(
    List<String> inputs,
    ReadLimits limits,
    ParseSettings parse,
    PublishCalendar calendar,
    Lateness lateness,
    Grouping grouping,
    RunLayout layout,
    String run,
    @Nullable History history,
    boolean sightings) {
  /**
   * The plan that {@code options} ask for.
   *
   * @param startedAt stands in for {@code --asOf}
   * @throws JobException if an option's value makes no sense
   */
  static RunPlan of(
      NewsfoldOptions options, CheckedInputs inputs, RunLayout layout, Instant startedAt)
      throws JobException {
    ZoneId zone = zone(options.getZone());
    @Nullable String asOfText = options.getAsOf();
    Instant asOf = asOfText == null ? startedAt : TimeValues.instant("asOf", asOfText);
    @Nullable String horizonText = options.getHorizon();
    @Nullable Duration horizon = horizonText == null ? null : timeAgo("horizon", horizonText);
    return new RunPlan(
        inputs.names(),
        checked(
            "maxPageBytes",
            () ->
                ReadLimits.DEFAULT
                    .withMaxPageBytes(options.getMaxPageBytes())
                    .withMaxFileBytes(options.getMaxFileBytes())
                    .withRows(
                        new RowNames(
                            Objects.requireNonNullElse(options.getHtmlField(), ""),
                            Objects.requireNonNullElse(options.getUrlField(), ""),
                            Objects.requireNonNullElse(options.getTimeField(), "")))),
        new ParseSettings(zone, asOf, siteRules(options.getSiteRules())),
        new PublishCalendar(zone, checked("window", () -> WindowLength.parse(options.getWindow()))),
        new Lateness(horizon),
        RunnerDefaults.grouping(options, inputs.large()),
        layout,
        "",
        null,
        options.getSightings());
  }

  /** The same, going on from earlier runs. */
  RunPlan onto(History earlier) {
    return new RunPlan(
        inputs,
        limits,
        parse,
        calendar,
        lateness,
        grouping,
        layout,
        earlier.run(),
        earlier,
        sightings);
  }

  /** The same, with another instant after which no article was published. */
  RunPlan asOf(Instant instant) {
    return new RunPlan(
        inputs,
        limits,
        new ParseSettings(parse.zone(), instant, parse.rules()),
        calendar,
        lateness,
        grouping,
        layout,
        run,
        history,
        sightings);
  }

  /** The same, writing below another folder. */
  RunPlan into(RunLayout other) {
    return new RunPlan(
        inputs, limits, parse, calendar, lateness, grouping, other, run, history, sightings);
  }

  static ZoneId zone(String id) throws JobException {
    return TimeValues.zone("zone", id);
  }

  private static SiteRules siteRules(@Nullable String file) throws JobException {
    if (file == null) {
      return SiteRules.NONE;
    }
    try {
      String yaml = Files.readString(Path.of(file), StandardCharsets.UTF_8);
      return checked("siteRules", () -> SiteRules.parse(yaml, file));
    } catch (IOException e) {
      throw new JobException(ExitCode.USAGE, "--siteRules: cannot read " + file, e);
    }
  }

  static Duration timeAgo(String flag, String text) throws JobException {
    Duration duration = TimeValues.duration(flag, text);
    if (duration.isNegative()) {
      throw new JobException(ExitCode.USAGE, "--" + flag + ": " + text + " is negative");
    }
    return duration;
  }

  static <T> T checked(String flag, Value<T> value) throws JobException {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw new JobException(ExitCode.USAGE, "--" + flag + ": " + e.getMessage(), e);
    }
  }

  interface Value<T> {
    T get();
  }
}
