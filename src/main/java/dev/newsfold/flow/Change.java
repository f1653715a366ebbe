package dev.newsfold.flow;

/**
 * How a collection that is followed round by round has changed: by one value. A batch is one round,
 * in which every value is added.
 *
 * @param <V> what the collection holds
 */
public record Change<V>(Kind kind, V value) {
  /** What has become of the value. */
  public enum Kind {
    /** It was not there before. */
    ADDED,
    /** It is there no more. */
    REMOVED,
    /**
     * It is remembered no longer. What was told because of it stands, but nothing that comes later
     * is held against it.
     */
    FORGOTTEN
  }

  static <V> Change<V> added(V value) {
    return new Change<>(Kind.ADDED, value);
  }

  static <V> Change<V> removed(V value) {
    return new Change<>(Kind.REMOVED, value);
  }

  static <V> Change<V> forgotten(V value) {
    return new Change<>(Kind.FORGOTTEN, value);
  }

  /** The same change of what is made of the value. */
  <T> Change<T> of(T made) {
    return new Change<>(kind, made);
  }
}
