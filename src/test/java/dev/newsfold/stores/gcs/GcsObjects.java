package dev.newsfold.stores.gcs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Buckets in memory, in which an object is replaced as a whole and each has a generation. */
final class GcsObjects {
  private static final int PAGE = 5;

  /**
   * An object.
   *
   * @param encoding its {@code Content-Encoding}; empty for none
   */
  record Kept(String name, byte[] bytes, String encoding, long generation, Instant made) {}

  /** Some objects in the order of their names, and where the next ones begin, if there are any. */
  record Page(List<Kept> objects, @Nullable String next) {}

  private final AtomicLong generations = new AtomicLong(1_700_000_000_000_000L);
  private final Set<String> buckets = new TreeSet<>();
  private final NavigableMap<String, Kept> objects = new TreeMap<>();

  synchronized void addBucket(String bucket) {
    buckets.add(bucket);
  }

  synchronized boolean hasBucket(String bucket) {
    return buckets.contains(bucket);
  }

  synchronized @Nullable Kept find(String bucket, String name) {
    return objects.get(bucket + '/' + name);
  }

  /** A page of what begins so; of few, so that most lists have several. */
  synchronized Page list(String bucket, String prefix, @Nullable String from, int most) {
    String all = bucket + '/' + prefix;
    List<Kept> page = new ArrayList<>();
    for (var object : objects.tailMap(from == null ? all : bucket + '/' + from).entrySet()) {
      if (!object.getKey().startsWith(all)) {
        break;
      }
      if (page.size() == Math.min(most, PAGE)) {
        return new Page(page, object.getValue().name());
      }
      page.add(object.getValue());
    }
    return new Page(page, null);
  }

  /** Puts an object there, unless one of another generation than it is to replace is there. */
  synchronized @Nullable Kept put(
      String bucket, String name, byte[] bytes, String encoding, @Nullable Long expected) {
    Kept there = find(bucket, name);
    if (expected != null && expected != (there == null ? 0 : there.generation())) {
      return null;
    }
    Kept made = new Kept(name, bytes, encoding, generations.incrementAndGet(), Instant.now());
    objects.put(bucket + '/' + name, made);
    return made;
  }

  synchronized boolean delete(String bucket, String name) {
    return objects.remove(bucket + '/' + name) != null;
  }
}
