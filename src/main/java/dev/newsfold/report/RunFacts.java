package dev.newsfold.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What ran, when and how.
 *
 * @param job name of the job
 * @param started when it started
 * @param ended when its outputs were complete
 * @param zone the run's zone, in which days are reckoned and times are shown
 * @param options flags and their values
 * @param versions components and their versions
 */
public record RunFacts(
    String job,
    Instant started,
    Instant ended,
    ZoneId zone,
    SortedMap<String, String> options,
    SortedMap<String, String> versions) {

  public RunFacts {
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
  }

  /** The same facts from unsorted maps. */
  public static RunFacts of(
      String job,
      Instant started,
      Instant ended,
      ZoneId zone,
      Map<String, String> options,
      Map<String, String> versions) {
    return new RunFacts(job, started, ended, zone, new TreeMap<>(options), new TreeMap<>(versions));
  }
}
