package dev.newsfold.jobs;

import java.util.List;

/**
 * Inputs of a batch, known to be there.
 *
 * @param names files, folders and globs
 * @param large whether there is more in them than a runner of one process should turn into records
 *     at once
 */
record CheckedInputs(List<String> names, boolean large) {
  CheckedInputs {
    names = List.copyOf(names);
  }
}
