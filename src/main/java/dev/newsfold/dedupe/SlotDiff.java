package dev.newsfold.dedupe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What numbers, dates and names each of two bodies has that the other lacks. What only one of them
 * has was added or left out; what both have in place of each other makes two items of one template.
 *
 * @param onlyLeft slots of the left body alone
 * @param onlyRight slots of the right body alone
 * @param fewer number of slots of the body that has fewer
 * @param otherDay whether both name a day that the other does not
 * @param noDayShared whether both name days, and none in common
 * @param correction whether one is announced as a correction or update of an item
 */
record SlotDiff(
    List<String> onlyLeft,
    List<String> onlyRight,
    int fewer,
    boolean otherDay,
    boolean noDayShared,
    boolean correction) {
  /** From this share of exchanged slots on, two bodies are two items. */
  private static final double EXCHANGED = 1.0 / 3;

  static SlotDiff of(Profile a, Profile b) {
    List<String> left = only(a.slots(), b.slots());
    List<String> right = only(b.slots(), a.slots());
    Set<String> shared = new HashSet<>(a.slots());
    shared.retainAll(b.slots());
    return new SlotDiff(
        left,
        right,
        Math.min(a.slots().size(), b.slots().size()),
        day(left) && day(right),
        day(a.slots()) && day(b.slots()) && !day(shared),
        a.headline().correction() || b.headline().correction());
  }

  /** Whether the two are different items. */
  boolean contradicts() {
    int exchanged = Math.min(onlyLeft.size(), onlyRight.size());
    return exchanged > 0
        && !correction
        && (noDayShared || (otherDay && exchanged * 5 >= fewer) || exchanged >= EXCHANGED * fewer);
  }

  /** The exchanged slots, some of them, for a reader. */
  String words() {
    return "slots differ: " + some(onlyLeft) + " against " + some(onlyRight);
  }

  private static String some(List<String> slots) {
    return String.join(" ", slots.subList(0, Math.min(4, slots.size())));
  }

  private static boolean day(Collection<String> slots) {
    return slots.stream().anyMatch(slot -> slot.endsWith("日") || slot.endsWith("号"));
  }

  private static List<String> only(Set<String> of, Set<String> not) {
    List<String> only = new ArrayList<>();
    for (String slot : of) {
      if (!not.contains(slot)) {
        only.add(slot);
      }
    }
    return only;
  }
}
