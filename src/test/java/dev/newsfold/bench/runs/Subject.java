package dev.newsfold.bench.runs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is measured. */
enum Subject {
  /** One thread that reads, decodes, parses, sketches and writes, without a fold. */
  LOOP_1("loop, 1 thread", Kind.LOOP),
  LOOP_2("loop, 2 threads", Kind.LOOP),
  /** The same, with stories. */
  LOOP_1_FOLD("loop, 1 thread, fold", Kind.LOOP),
  LOOP_2_FOLD("loop, 2 threads, fold", Kind.LOOP),
  DIRECT("DirectRunner", Kind.RUN),
  FLINK("embedded Flink", Kind.RUN),
  /** A JobManager and two TaskManagers of one slot's heap each, in processes of their own. */
  CLUSTER("Flink cluster", Kind.RUN),
  /** The loop with another parser in the place of ours, one thread. */
  JSOUP("loop, bare jsoup", Kind.LOOP),
  READABILITY4J("loop, Readability4J", Kind.LOOP),
  BOILERPIPE("loop, Boilerpipe", Kind.LOOP);

  /** Whose code goes through the pages. */
  enum Kind {
    LOOP,
    RUN
  }

  /** What ratios are of: the least that a machine with two cores needs for the whole job. */
  static final Subject BASE = LOOP_2_FOLD;

  private final String title;
  private final Kind kind;

  Subject(String title, Kind kind) {
    this.title = title;
    this.kind = kind;
  }

  String title() {
    return title;
  }

  boolean isLoop() {
    return kind == Kind.LOOP;
  }

  int threads() {
    return this == LOOP_2 || this == LOOP_2_FOLD ? 2 : 1;
  }

  boolean folds() {
    return this == LOOP_1_FOLD || this == LOOP_2_FOLD;
  }

  /** As a flag has it. */
  String flag() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Subject> of(String flag) {
    return Arrays.stream(values()).filter(one -> one.flag().equals(flag)).findFirst();
  }
}
