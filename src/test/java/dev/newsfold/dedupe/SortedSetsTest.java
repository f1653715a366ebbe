package dev.newsfold.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SortedSetsTest {
  @Test
  void theSmallestOfTwoSetsAreThoseOfTheirUnion() {
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      TreeSet<Integer> a = some(random);
      TreeSet<Integer> b = some(random);
      TreeSet<Integer> union = new TreeSet<>(a);
      union.addAll(b);
      int limit = random.nextInt(14);
      assertThat(
          SortedSets.smallest(a, b, limit),
          equalTo(List.copyOf(new ArrayList<>(union).subList(0, Math.min(limit, union.size())))));
      assertThat(SortedSets.union(a, b), equalTo(new ArrayList<>(union)));
    }
  }

  private static TreeSet<Integer> some(Random random) {
    TreeSet<Integer> set = new TreeSet<>();
    int count = random.nextInt(8);
    for (int i = 0; i < count; i++) {
      set.add(random.nextInt(10));
    }
    return set;
  }
}
