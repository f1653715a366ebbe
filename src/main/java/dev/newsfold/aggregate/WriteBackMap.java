package dev.newsfold.aggregate;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A table in memory that knows which of its rows have changed since it was last saved, so that a
 * state backend need only be told of those. Values are never changed in place: a backend may still
 * be writing the last ones.
 */
public final class WriteBackMap<V> {
  private final NavigableMap<String, V> rows = new TreeMap<>();
  private final TreeSet<String> dirty = new TreeSet<>();

  /** Where changed rows are saved. */
  public interface Saver<V> {
    /**
     * Saves one row.
     *
     * @param value null where the row is gone
     */
    void save(String key, @Nullable V value);
  }

  /** Takes a row that was saved before. */
  public void load(String key, V value) {
    rows.put(key, value);
  }

  /** Hands every row that has changed to {@code saver}, in the order of keys. */
  public void save(Saver<V> saver) {
    for (String key : dirty) {
      saver.save(key, rows.get(key));
    }
    dirty.clear();
  }

  @Nullable V get(String key) {
    return rows.get(key);
  }

  /** Whether there is a row. */
  boolean has(String key) {
    return rows.containsKey(key);
  }

  void put(String key, V value) {
    rows.put(key, value);
    dirty.add(key);
  }

  void remove(String key) {
    if (rows.remove(key) != null) {
      dirty.add(key);
    }
  }

  /** The rows in the order of their keys; not to be changed through it. */
  NavigableMap<String, V> rows() {
    return Collections.unmodifiableNavigableMap(rows);
  }

  /** The rows whose keys start with {@code prefix}. */
  NavigableMap<String, V> below(String prefix) {
    return rows().subMap(prefix, true, prefix + Character.MAX_VALUE, true);
  }

  /** How many rows there are. */
  public int size() {
    return rows.size();
  }
}
