package dev.newsfold.parse.text;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which of many short texts stand in a long one, by the method of Rabin and Karp: the hash of the
 * place that is looked at moves along, once for each length. The cost is that of so many readings
 * of the long text, however many short ones there are.
 */
public final class Substrings {
  private static final int BITS = 1 << 16;

  /** That of {@link String#hashCode}. */
  private static final int FACTOR = 31;

  private Substrings() {}

  /** Those of {@code texts} that {@code all} contains. */
  public static Set<String> in(String all, Collection<String> texts) {
    Map<Integer, Set<String>> byLength = new HashMap<>();
    for (String text : texts) {
      byLength.computeIfAbsent(text.length(), length -> new HashSet<>()).add(text);
    }
    Set<String> found = new HashSet<>();
    byLength.forEach((length, wanted) -> find(all, length, wanted, found));
    return found;
  }

  private static void find(String all, int length, Set<String> wanted, Set<String> found) {
    if (wanted.size() == 1) {
      String text = wanted.iterator().next();
      if (all.contains(text)) {
        found.add(text);
      }
      return;
    }
    BitSet hashes = new BitSet(BITS);
    wanted.forEach(text -> hashes.set(bit(text.hashCode())));
    int first = 1; // what the char that is left behind was multiplied with
    for (int i = 0; i < length; i++) {
      first *= FACTOR;
    }
    int hash = 0;
    for (int end = 1; end <= all.length(); end++) {
      hash = hash * FACTOR + all.charAt(end - 1);
      if (end > length) {
        hash -= first * all.charAt(end - length - 1);
      }
      if (end >= length && hashes.get(bit(hash))) {
        String here = all.substring(end - length, end);
        if (wanted.remove(here)) {
          found.add(here);
        }
      }
    }
  }

  private static int bit(int hash) {
    return (hash ^ hash >>> 16) & BITS - 1;
  }
}
