package dev.newsfold.jobs;

import java.util.SortedMap;

/** Something that a job definition can start. */
interface Job {
  /**
   * Runs to the end.
   *
   * @param flags the options as given, by name
   * @throws JobException if it cannot start or has failed
   */
  void run(NewsfoldOptions options, SortedMap<String, String> flags, Console console)
      throws JobException;
}
