package dev.newsfold;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.lessThan;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.IntConsumer;

/**
 * How the cost of work grows with its size, in processor time of the thread, side by side: machines
 * differ in speed, and what they have to do beside. What costs by the square of its size costs 64
 * times as much at eight times the size.
 */
public final class Growth {
  private static final int TIMES = 8;
  private static final double MOST = 32;

  /** What costs less is over before it can be measured. */
  private static final long LEAST_NANOS = 5_000_000;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Growth() {}

  /** Expects work of {@code size} to cost not much more than eight times that of an eighth. */
  public static void isLinear(int size, IntConsumer work) {
    long small = LEAST_NANOS;
    long large = Long.MAX_VALUE;
    for (int round = 0; round < 3 && large >= MOST * small; round++) {
      small = Math.max(small, cost(size / TIMES, work));
      large = Math.min(large, cost(size, work));
    }
    assertThat("times the cost at 8 times the size", (double) large / small, lessThan(MOST));
  }

  private static long cost(int size, IntConsumer work) {
    long start = THREADS.getCurrentThreadCpuTime();
    work.accept(size);
    return THREADS.getCurrentThreadCpuTime() - start;
  }
}
