package dev.newsfold.sample;

import java.time.LocalDate;

/**
 * What to generate.
 *
 * @param pages how many pages; page {@code n} is the same whatever this number is
 * @param seed the same seed gives the same bytes
 * @param firstDay the first day on which articles are published
 * @param days over how many days they spread
 * @param pageBytes about how many bytes a page has at least: the rest is script. None for 0
 */
public record SampleOptions(long pages, long seed, LocalDate firstDay, int days, int pageBytes) {

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
    if (pageBytes < 0) {
      throw new IllegalArgumentException("pageBytes must not be negative: " + pageBytes);
    }
  }

  /** So many pages, over four weeks of March 2025. */
  public SampleOptions(long pages, long seed) {
    this(pages, seed, DEFAULT_FIRST_DAY, DEFAULT_DAYS);
  }

  /** Pages as they come, with nothing to make them larger. */
  public SampleOptions(long pages, long seed, LocalDate firstDay, int days) {
    this(pages, seed, firstDay, days, 0);
  }

  /** The same, with pages of so many bytes. */
  public SampleOptions withPageBytes(int bytes) {
    return new SampleOptions(pages, seed, firstDay, days, bytes);
  }
}
