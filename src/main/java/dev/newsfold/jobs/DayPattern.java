package dev.newsfold.jobs;

import dev.newsfold.captures.InputNames;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * An input with the date in it: {@code {yyyy}}, {@code {MM}} and {@code {dd}} stand for year, month
 * and day. An input must have all three, or two days would read the same files.
 */
final class DayPattern {
  private static final List<String> PARTS = List.of("{yyyy}", "{MM}", "{dd}");

  private DayPattern() {}

  /** The inputs of a day, of which the patterns are absolute. */
  static List<String> on(LocalDate day, List<String> patterns) throws JobException {
    for (String pattern : patterns) {
      for (String part : PARTS) {
        if (!pattern.contains(part)) {
          throw new JobException(
              ExitCode.USAGE,
              "--input of a scheduled job has the day in it, as "
                  + "captures/{yyyy}/{MM}/{dd}/*.warc.gz; there is no "
                  + part
                  + " in "
                  + pattern);
        }
      }
    }
    return patterns.stream()
        .map(DayPattern::namedWithDay)
        .map(
            pattern ->
                pattern
                    .replace("{yyyy}", String.format(Locale.ROOT, "%04d", day.getYear()))
                    .replace("{MM}", String.format(Locale.ROOT, "%02d", day.getMonthValue()))
                    .replace("{dd}", String.format(Locale.ROOT, "%02d", day.getDayOfMonth())))
        .toList();
  }

  /**
   * Files bear the day in their names, so that those of two days are told apart; a mark ahead of
   * the day sees to that.
   */
  private static String namedWithDay(String pattern) {
    int day = PARTS.stream().mapToInt(pattern::indexOf).min().orElseThrow();
    int mark = InputNames.markIn(pattern);
    if (mark >= 0 && mark < day) {
      return pattern;
    }
    int slash = pattern.lastIndexOf('/', day);
    return pattern.substring(0, slash) + "/./" + pattern.substring(slash + 1);
  }
}
