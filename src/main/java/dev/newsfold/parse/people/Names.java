package dev.newsfold.parse.people;

import java.util.List;

/** The names that one rule offers for one field, in the order of the page. */
public record Names(List<String> names) {
  /** An offer of these names; none for no names. */
  public static List<Names> of(List<String> names) {
    return names.isEmpty() ? List.of() : List.of(new Names(names));
  }

  @Override
  public String toString() {
    return String.join(", ", names);
  }
}
