package dev.newsfold.flow;

import java.io.Serializable;
import java.util.function.Consumer;

/**
 * What a step makes of all values of one key. It depends on the values alone, not on their order,
 * so that a round of changes comes to the difference between what it makes of them before and
 * after.
 */
@FunctionalInterface
interface Reduction<I, O> extends Serializable {
  /**
   * Reduces the values of a key.
   *
   * @param values one or more; can be iterated once
   */
  void reduce(String key, Iterable<I> values, Consumer<O> out);
}
