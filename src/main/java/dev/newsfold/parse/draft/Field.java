package dev.newsfold.parse.draft;

import java.util.function.BiConsumer;

/**
 * A field of the record: the chain that decides it, and where its value goes.
 *
 * @param set called with what the chain picks; not at all if it picks nothing
 */
public record Field<T>(Chain<T> chain, BiConsumer<Draft, T> set) {
  public void fill(Draft draft) {
    T value = chain.pick(draft);
    if (value != null) {
      set.accept(draft, value);
    }
  }
}
