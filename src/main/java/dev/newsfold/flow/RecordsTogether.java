package dev.newsfold.flow;

import dev.newsfold.captures.containers.CaptureReader;
import dev.newsfold.captures.containers.NamedRecord;
import dev.newsfold.captures.warc.ArchiveRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Reads records of a file for those who want them: all at once, since a file that is read whole is
 * read from its start, but no more than can be held.
 */
final class RecordsTogether<T> {
  /** How many wait for their records. */
  private static final int MAX_HELD = 1 << 15;

  private final CaptureReader reader;
  private final Function<T, NamedRecord> wanted;
  private final BiConsumer<T, ArchiveRecord> out;

  /**
   * @param wanted the record that one wants
   * @param out takes one with its record, if that is still there
   */
  RecordsTogether(
      CaptureReader reader, Function<T, NamedRecord> wanted, BiConsumer<T, ArchiveRecord> out) {
    this.reader = reader;
    this.wanted = wanted;
    this.out = out;
  }

  /** Reads records of one file for these. */
  void read(Iterable<T> all) {
    List<T> held = new ArrayList<>();
    for (T one : all) {
      held.add(one);
      if (held.size() == MAX_HELD) {
        reach(held);
        held.clear();
      }
    }
    if (!held.isEmpty()) {
      reach(held);
    }
  }

  private void reach(List<T> held) {
    Map<Long, List<T>> byPlace = new TreeMap<>();
    for (T one : held) {
      byPlace.computeIfAbsent(wanted.apply(one).name().place(), none -> new ArrayList<>()).add(one);
    }
    NamedRecord any = wanted.apply(held.get(0));
    reader.reach(
        any.file(),
        any.format(),
        byPlace.keySet(),
        (place, record) ->
            byPlace.getOrDefault(place, List.of()).forEach(one -> out.accept(one, record)));
  }
}
