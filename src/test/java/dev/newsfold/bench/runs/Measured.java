package dev.newsfold.bench.runs;

/**
 * One run.
 *
 * @param round from 1
 * @param load how many threads of the machine wanted a core in the minute before it
 * @param wallSeconds of a cold run, from the start of its process to the end of it
 * @param cpuSeconds of all its processes
 * @param peakMegabytes most memory that all its processes held, each at its own peak
 * @param shuffledMegabytes what tasks of a cluster handed to other tasks; 0 where nobody counts it
 * @param exitCode 0 for one that ended well; else no other figure counts
 */
record Measured(
    int round,
    Subject subject,
    BenchInput input,
    boolean warm,
    double load,
    double wallSeconds,
    double cpuSeconds,
    long peakMegabytes,
    double shuffledMegabytes,
    int exitCode) {

  boolean isGood() {
    return exitCode == 0;
  }

  String warmth() {
    return warm ? "warm" : "cold";
  }

  /** What is the same in all rounds. */
  Row row() {
    return new Row(subject, input, warm);
  }

  /** What has a line in the tables. */
  record Row(Subject subject, BenchInput input, boolean warm) {
    Row base() {
      return new Row(Subject.BASE, input, warm);
    }

    String warmth() {
      return warm ? "warm" : "cold";
    }
  }
}
