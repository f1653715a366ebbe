package dev.newsfold.jobs;

import java.util.SortedMap;

/** Something that a job definition can start. */
interface Job {
  /** What it does, on one line of a help. */
  String about();

  /** Flags of a command line that people can start from. */
  String example();

  /**
   * Runs to the end.
   *
   * @param flags the options as given, by name
   * @throws JobException if it cannot start or has failed
   */
  void run(NewsfoldOptions options, SortedMap<String, String> flags, JobContext context)
      throws JobException;
}
