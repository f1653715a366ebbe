package dev.newsfold.captures;

import dev.newsfold.records.Rejection;

/**
 * What a stage makes of one input: a value, or a rejection that says why there is none.
 *
 * @param <T> what the stage yields
 */
public sealed interface Verdict<T> permits Verdict.Accepted, Verdict.Rejected {

  /** The stage yielded a value. */
  record Accepted<T>(T value) implements Verdict<T> {}

  /** The stage yielded nothing, for the reason given. */
  record Rejected<T>(Rejection rejection) implements Verdict<T> {}

  static <T> Verdict<T> accepted(T value) {
    return new Accepted<>(value);
  }

  static <T> Verdict<T> rejected(Rejection rejection) {
    return new Rejected<>(rejection);
  }
}
