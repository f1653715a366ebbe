package dev.newsfold.sample;

import java.time.LocalDate;

/**
 * What to generate.
 *
 * @param pages how many pages; page {@code n} is the same whatever this number is
 * @param seed the same seed gives the same bytes
 * @param firstDay the first day on which articles are published
 * @param days over how many days they spread
 */
public record SampleOptions(long pages, long seed, LocalDate firstDay, int days) {

  public static final long DEFAULT_SEED = 1;
  private static final LocalDate DEFAULT_FIRST_DAY = LocalDate.of(2025, 3, 3);
  private static final int DEFAULT_DAYS = 28;

  public SampleOptions {
    if (pages < 0) {
      throw new IllegalArgumentException("pages must not be negative: " + pages);
    }
    if (days < 1) {
      throw new IllegalArgumentException("days must be positive: " + days);
    }
  }

  /** So many pages, over four weeks of March 2025. */
  public SampleOptions(long pages, long seed) {
    this(pages, seed, DEFAULT_FIRST_DAY, DEFAULT_DAYS);
  }
}
