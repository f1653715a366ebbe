package dev.newsfold.aggregate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;

/** Checks that a merge is associative and commutative: the same sum in any order and grouping. */
public final class MergeLaws {
  private MergeLaws() {}

  /** Merges {@code items} in many shuffled orders and groupings, and expects one result. */
  public static <T> void check(List<T> items, BinaryOperator<T> merge, Random random) {
    T expected = items.stream().reduce(merge).orElseThrow();
    for (int round = 0; round < 20; round++) {
      List<T> left = new ArrayList<>(items);
      Collections.shuffle(left, random);
      while (left.size() > 1) {
        int at = random.nextInt(left.size() - 1);
        T merged = merge.apply(left.get(at), left.remove(at + 1));
        left.set(at, merged);
      }
      assertThat(left.get(0), equalTo(expected));
    }
  }
}
