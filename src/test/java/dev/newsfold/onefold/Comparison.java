package dev.newsfold.onefold;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What two lists of named records have in common.
 *
 * @param records how many the first has
 * @param same how many of them the second has, field by field
 * @param differing how many only one of the two has, or has otherwise
 * @param words the first differences, field by field
 */
record Comparison(int records, int same, int differing, String words) {
  private static final int SHOWN = 3;
  private static final int LONGEST = 300;

  static Comparison of(
      SortedMap<String, SortedMap<String, String>> expected,
      SortedMap<String, SortedMap<String, String>> actual) {
    int same = 0;
    List<String> differences = new ArrayList<>();
    SortedSet<String> names = new TreeSet<>(expected.keySet());
    names.addAll(actual.keySet());
    for (String name : names) {
      SortedMap<String, String> one = expected.get(name);
      SortedMap<String, String> other = actual.get(name);
      if (one != null && one.equals(other)) {
        same++;
      } else if (other == null) {
        differences.add("missing: " + shortened(name) + "\n    " + shortened("" + one));
      } else if (one == null) {
        differences.add("one too many: " + shortened(name) + "\n    " + shortened("" + other));
      } else {
        differences.add(shortened(name) + fields(one, other));
      }
    }
    int shown = Math.min(SHOWN, differences.size());
    return new Comparison(
        expected.size(),
        same,
        differences.size(),
        differences.size() + " differ\n" + String.join("\n", differences.subList(0, shown)));
  }

  private static String fields(SortedMap<String, String> one, SortedMap<String, String> other) {
    StringBuilder text = new StringBuilder();
    SortedMap<String, String> all = new TreeMap<>(one);
    all.putAll(other);
    for (String field : all.keySet()) {
      String expected = one.getOrDefault(field, "no such field");
      String actual = other.getOrDefault(field, "no such field");
      if (!expected.equals(actual)) {
        int from = Math.max(0, firstDifference(expected, actual) - LONGEST / 3);
        text.append("\n    ").append(field);
        text.append("\n      expected ").append(shortened(expected.substring(from)));
        text.append("\n      but was  ").append(shortened(actual.substring(from)));
      }
    }
    return text.toString();
  }

  private static int firstDifference(String one, String other) {
    int at = 0;
    while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at;
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
