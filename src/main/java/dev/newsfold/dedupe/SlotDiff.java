package dev.newsfold.dedupe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
 * @param otherPlace whether each is about a place that the other does not name at all
 * @param correction whether one is announced as a correction or update of an item
 */
record SlotDiff(
    List<String> onlyLeft,
    List<String> onlyRight,
    int fewer,
    boolean otherDay,
    boolean noDayShared,
    boolean otherPlace,
    boolean correction) {
  /** From this share of exchanged slots on, two bodies are two items. */
  private static final double EXCHANGED = 1.0 / 3;

  static SlotDiff of(Profile a, Profile b) {
    Set<String> ofLeft = slots(a, false);
    Set<String> ofRight = slots(b, false);
    List<String> left = only(ofLeft, ofRight);
    List<String> right = only(ofRight, ofLeft);
    Set<String> shared = new HashSet<>(ofLeft);
    shared.retainAll(ofRight);
    List<String> placesLeft = placesAlone(a, b);
    List<String> placesRight = placesAlone(b, a);
    boolean otherPlace =
        !placesLeft.isEmpty()
            && !placesRight.isEmpty()
            && Collections.disjoint(slots(a, true), slots(b, true));
    if (otherPlace) {
      left.addAll(0, placesLeft);
      right.addAll(0, placesRight);
    }
    return new SlotDiff(
        left,
        right,
        Math.min(ofLeft.size(), ofRight.size()),
        day(left) && day(right),
        day(ofLeft) && day(ofRight) && !day(shared),
        otherPlace,
        a.headline().correction() || b.headline().correction());
  }

  /** Whether the two are different items. */
  boolean contradicts() {
    int exchanged = Math.min(onlyLeft.size(), onlyRight.size());
    return exchanged > 0
        && !correction
        && (otherPlace
            || noDayShared
            || (otherDay && exchanged * 5 >= fewer)
            || exchanged >= EXCHANGED * fewer);
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

  /** The places a text is about, or its other slots. */
  private static Set<String> slots(Profile profile, boolean places) {
    Set<String> slots = new LinkedHashSet<>();
    for (String slot : profile.slots()) {
      if (Slots.isPlace(slot) == places) {
        slots.add(slot);
      }
    }
    return slots;
  }

  /** The places that one text is about and another surely does not name. */
  private static List<String> placesAlone(Profile of, Profile not) {
    List<String> alone = new ArrayList<>();
    for (String place : slots(of, true)) {
      String name = place.substring(1);
      if (!Arrays.stream(Grams.of(name)).allMatch(not.sketch().vocabulary()::mayHave)) {
        alone.add(name);
      }
    }
    return alone;
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
