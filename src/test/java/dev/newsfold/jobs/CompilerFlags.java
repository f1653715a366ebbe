package dev.newsfold.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The limits of inlining that {@code pipelines/run} gives the JVM: they are fixed there alone. */
public final class CompilerFlags {
  private static final Pattern FLAG =
      Pattern.compile("-XX:(?:FreqInlineSize|InlineSmallCode|MaxInlineLevel)=\\d+");

  private CompilerFlags() {}

  /** Those of {@code pipelines/run}. */
  public static List<String> of(Path home) throws IOException {
    return in(home.resolve("pipelines/run"));
  }

  /** Those that a file names, in its order. */
  static List<String> in(Path file) throws IOException {
    return FLAG.matcher(Files.readString(file)).results().map(MatchResult::group).toList();
  }
}
