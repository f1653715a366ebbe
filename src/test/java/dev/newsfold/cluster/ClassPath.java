package dev.newsfold.cluster;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The jars of this test run, of which the processes that it starts get only what is theirs. */
final class ClassPath {
  /**
   * What a Flink distribution holds: Flink and what it needs. Neither Beam nor anything of ours is
   * among it, so a job brings its own, as on a cluster elsewhere.
   */
  private static final Pattern FLINK =
      Pattern.compile(
          "(flink-|kryo-|minlog-|objenesis-|chill-java-|javassist-|async-profiler-|lz4-java-"
              + "|snappy-java-|commons-(cli|collections|compress|codec|io|lang3|math3|text)-"
              + "|slf4j-api-|slf4j-simple-|snakeyaml-engine-|jsr305-).*\\.jar");

  private ClassPath() {}

  /** The jars of a Flink distribution. */
  static List<Path> flink() {
    return jars(path -> FLINK.matcher(String.valueOf(path.getFileName())).matches());
  }

  /** Every jar, and no folder of classes: a broker finds what it needs among them. */
  static List<Path> jars() {
    return jars(path -> true);
  }

  private static List<Path> jars(Predicate<Path> wanted) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .map(Path::of)
        .filter(wanted)
        .toList();
  }
}
