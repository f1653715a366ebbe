package dev.newsfold.parse.people;

import java.util.ArrayList;
import java.util.List;

/** The names that one rule offers for one field, in the order of the page. */
public record Names(List<String> names) {
  /** An offer of these names; none for no names. */
  public static List<Names> of(List<String> names) {
    return names.isEmpty() ? List.of() : List.of(new Names(names));
  }

  /**
   * The offers with the first replaced by a later one that holds all its names and more: a page
   * that names one reporter above the text may name all of them below it.
   */
  static List<Names> fullestFirst(List<Names> offers) {
    List<Names> ordered = new ArrayList<>(offers);
    for (int i = 1; i < ordered.size(); i++) {
      if (ordered.get(i).names.size() > ordered.get(0).names.size()
          && ordered.get(i).names.containsAll(ordered.get(0).names)) {
        ordered.add(0, ordered.remove(i));
      }
    }
    return ordered;
  }

  @Override
  public String toString() {
    return String.join(", ", names);
  }
}
