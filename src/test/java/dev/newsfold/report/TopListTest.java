package dev.newsfold.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TopListTest {
  @Test
  void itKeepsWhatASortWouldPutFirst() {
    List<Integer> numbers = new Random(9).ints(1000).boxed().toList();
    TopList<Integer> top = new TopList<>(Comparator.<Integer>naturalOrder(), 7);
    numbers.forEach(top::offer);
    assertThat(top.items(), equalTo(numbers.stream().sorted().limit(7).toList()));
  }

  @Test
  void ofNoneItKeepsNone() {
    TopList<Integer> none = new TopList<>(Comparator.<Integer>naturalOrder(), 0);
    none.offer(3);
    assertThat(none.items(), empty());
  }
}
