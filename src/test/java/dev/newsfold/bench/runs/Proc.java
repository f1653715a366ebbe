package dev.newsfold.bench.runs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What Linux tells of processes, in {@code /proc}. */
final class Proc {
  /** In which the kernel counts time for programs, on every architecture that a JDK 17 runs on. */
  private static final double TICKS_A_SECOND = 100;

  // Counted from the field behind the command's name, which may hold blanks.
  private static final int USER = 11;
  private static final int CHILDREN = 13;

  private Proc() {}

  static boolean isThere() {
    return Files.isReadable(Path.of("/proc/self/stat"));
  }

  /** CPU seconds of all children of this process that have ended and were waited for. */
  static double cpuOfEndedChildren() throws IOException {
    return seconds("self", CHILDREN);
  }

  /** CPU seconds of processes that run. */
  static double cpu(List<Long> pids) throws IOException {
    double sum = 0;
    for (long pid : pids) {
      sum += seconds(Long.toString(pid), USER);
    }
    return sum;
  }

  private static double seconds(String process, int field) throws IOException {
    String stat = Files.readString(Path.of("/proc", process, "stat"), StandardCharsets.ISO_8859_1);
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[field]) + Long.parseLong(fields[field + 1])) / TICKS_A_SECOND;
  }

  /** The most memory that a process has held, in kilobytes; 0 for one that has ended. */
  static long peakKilobytes(long pid) {
    try {
      for (String line :
          Files.readAllLines(
              Path.of("/proc", Long.toString(pid), "status"), StandardCharsets.ISO_8859_1)) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("\\D", ""));
        }
      }
    } catch (IOException e) {
      // It has just ended.
    }
    return 0;
  }

  /** How many threads have wanted a core in the last minute. */
  static double load() throws IOException {
    return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
  }

  /** A line of a file of {@code name: value} lines, or "unknown". */
  static String value(Path file, String name) throws IOException {
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      if (line.startsWith(name)) {
        return line.substring(line.indexOf(':') + 1).trim();
      }
    }
    return "unknown";
  }
}
