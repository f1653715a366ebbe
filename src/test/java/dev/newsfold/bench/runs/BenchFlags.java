package dev.newsfold.bench.runs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is asked for.
 *
 * @param sizes numbers of sample pages
 * @param inputs which of {@code one}, {@code sixteen} and {@code real}
 * @param warm whether runs are cold (false), warm (true), or both
 * @param heap of every JVM, as {@code -Xmx} has it
 * @param output a folder, for pages and for what comes out
 */
record BenchFlags(
    List<Long> sizes,
    List<String> inputs,
    List<Subject> subjects,
    List<Boolean> warm,
    int rounds,
    String heap,
    Path output) {

  private static final List<String> INPUTS = List.of("one", "sixteen", "real");

  static final String USAGE =
      """
      usage: pipelines/run bench [--sizes=N,…] [--inputs=…] [--subjects=…] [--warmth=…]
                                 [--rounds=N] [--heap=SIZE] [--output=DIR]
        --sizes     numbers of sample pages; 10000 if not given
        --inputs    of one (a WARC file), sixteen, real (the bench's pages, where it is); all if not given
        --subjects  of %s; all if not given
        --warmth    of cold (a JVM of its own for a run), warm (the second run in a JVM); both if not given
        --rounds    how often each runs, in alternation; 3 if not given
        --heap      of every JVM; 2g if not given
        --output    for the pages, bench.json, bench.svg and bench.md; target/bench if not given
      example: pipelines/run bench --sizes=10000,100000 --inputs=one --subjects=loop-2-fold,flink"""
          .formatted(flags(Stream.of(Subject.values())));

  /** A flag that cannot be read; its message is for whoever gave it. */
  static final class BadFlag extends Exception {
    private static final long serialVersionUID = 1L;

    BadFlag(String message) {
      super(message);
    }
  }

  /**
   * Reads flags.
   *
   * @param home the project's folder
   */
  static BenchFlags parse(Path home, List<String> args) throws BadFlag {
    Map<String, String> given = new LinkedHashMap<>();
    for (String arg : args) {
      int equals = arg.indexOf('=');
      if (!arg.startsWith("--") || equals < 0) {
        throw new BadFlag("not of the form --name=value: " + arg);
      }
      given.put(arg.substring(2, equals), arg.substring(equals + 1));
    }
    BenchFlags flags =
        new BenchFlags(
            list(given, "sizes", "10000", BenchFlags::number),
            list(given, "inputs", String.join(",", INPUTS), BenchFlags::input),
            list(given, "subjects", flags(Stream.of(Subject.values())), Subject::of),
            list(given, "warmth", "cold,warm", BenchFlags::warmth),
            list(given, "rounds", "3", BenchFlags::number).get(0).intValue(),
            list(given, "heap", "2g", BenchFlags::heap).get(0),
            Path.of(take(given, "output", home.resolve("target/bench").toString()))
                .toAbsolutePath());
    if (!given.isEmpty()) {
      throw new BadFlag("unknown flag --" + given.keySet().iterator().next());
    }
    return flags;
  }

  private static String take(Map<String, String> given, String name, String otherwise) {
    String value = given.remove(name);
    return value == null ? otherwise : value;
  }

  private static <T> List<T> list(
      Map<String, String> given,
      String name,
      String otherwise,
      Function<String, Optional<T>> reader)
      throws BadFlag {
    List<T> values = new ArrayList<>();
    for (String word : take(given, name, otherwise).split(",", -1)) {
      values.add(
          reader
              .apply(word)
              .orElseThrow(() -> new BadFlag("--" + name + " cannot be '" + word + "'")));
    }
    return List.copyOf(values);
  }

  private static Optional<Long> number(String word) {
    return word.matches("[1-9][0-9]{0,8}") ? Optional.of(Long.valueOf(word)) : Optional.empty();
  }

  private static Optional<String> input(String word) {
    return INPUTS.contains(word) ? Optional.of(word) : Optional.empty();
  }

  private static Optional<Boolean> warmth(String word) {
    return Arrays.asList("cold", "warm").contains(word)
        ? Optional.of(word.equals("warm"))
        : Optional.empty();
  }

  private static Optional<String> heap(String word) {
    return word.matches("[1-9][0-9]*[kmgKMG]") ? Optional.of(word) : Optional.empty();
  }

  private static String flags(Stream<Subject> subjects) {
    return subjects.map(Subject::flag).collect(Collectors.joining(","));
  }
}
