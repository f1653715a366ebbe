package dev.newsfold.jobs;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Says in one line why a pipeline has failed, and where it is a matter of settings, which one to
 * change. Flink tells failures by the text of exceptions alone, and wraps them in others of its
 * own, whose texts may be whole traces of another process.
 */
final class FlinkFailure {
  private static final int LONGEST = 300;
  private static final int DEEPEST = 50;

  /** By what a message or a type has in it, in lower case; the first that is met counts. */
  private static final Map<String, String> ADVICE = new LinkedHashMap<>();

  static {
    ADVICE.put(
        "insufficient number of network buffers",
        "Flink has too few network buffers: lower --parallelism, or on its TaskManagers set"
            + " taskmanager.network.sort-shuffle.min-buffers: 64 and raise"
            + " taskmanager.memory.network.min and .max");
    ADVICE.put(
        "noresourceavailableexception",
        "Flink has not enough free slots: start a TaskManager, or lower --parallelism");
    ADVICE.put(
        "could not acquire the minimum required resources",
        "Flink has not enough free slots: start a TaskManager, or lower --parallelism");
    ADVICE.put(
        "outofmemoryerror: metaspace",
        "Flink is out of metaspace: raise taskmanager.memory.jvm-metaspace.size");
    ADVICE.put(
        "outofmemoryerror: java heap space",
        "out of heap: raise taskmanager.memory.task.heap.size on a cluster, or start with"
            + " NEWSFOLD_JAVA_OPTS=-Xmx4g; a lower --parallelism needs less");
    ADVICE.put(
        "outofmemoryerror: direct buffer memory",
        "out of direct memory: raise taskmanager.memory.task.off-heap.size");
    ADVICE.put(
        "maximum size of a sort buffer",
        "a record is larger than Flink's sort buffers: set taskmanager.runtime.large-record-handler:"
            + " true where the job is started, or raise taskmanager.memory.managed.size");
    ADVICE.put(
        "no space left on device",
        "a disk is full: of the output, or of the folders of temporary files (io.tmp.dirs)");
  }

  private FlinkFailure() {}

  /** Why it failed, on one line. */
  static String inWords(Throwable failure) {
    String last = "";
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      // The name of the type is part of it.
      String told = cause.toString();
      String lower = told.toLowerCase(Locale.ROOT);
      for (Map.Entry<String, String> advice : ADVICE.entrySet()) {
        if (lower.contains(advice.getKey())) {
          return advice.getValue();
        }
      }
      last = told;
      cause = cause.getCause();
    }
    return oneLine(last);
  }

  private static String oneLine(String text) {
    String line =
        text.lines().map(String::strip).filter(one -> !one.isEmpty()).findFirst().orElse("");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
