package dev.newsfold.aggregate;

import dev.newsfold.records.HeadlineSighting;
import dev.newsfold.records.HeadlineTally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Tallies sightings where they are read: the boxes of a site repeat the same headlines on page
 * after page, so that a tally takes a fraction of the bytes of what it counts.
 */
public final class SightingTally {
  /** The most sightings that are held: about two megabytes of them. */
  static final int MOST = 4_096;

  private final Map<String, List<HeadlineSighting>> byKey = new LinkedHashMap<>();
  private final Consumer<HeadlineTally> out;
  private int held;

  /**
   * An empty tally.
   *
   * @param out takes one of each headline, whenever enough sightings are held, and at the end
   */
  public SightingTally(Consumer<HeadlineTally> out) {
    this.out = out;
  }

  /** Counts {@code sightings}, which the tally keeps. */
  public void add(List<HeadlineSighting> sightings) {
    for (HeadlineSighting sighting : sightings) {
      byKey
          .computeIfAbsent(HeadlineTallies.keyOf(sighting), key -> new ArrayList<>())
          .add(sighting);
      if (++held == MOST) {
        finish();
      }
    }
  }

  /** Hands on what is held. */
  public void finish() {
    byKey.values().forEach(seen -> out.accept(HeadlineTallies.of(seen)));
    byKey.clear();
    held = 0;
  }
}
