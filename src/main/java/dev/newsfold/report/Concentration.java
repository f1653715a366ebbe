package dev.newsfold.report;

import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.Dimension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How few sources a window's articles come from, and how many quote an agency; from aggregates. */
final class Concentration {
  private final SortedMap<Instant, Sums> windows = new TreeMap<>();

  private static final class Sums {
    private long all;
    private long sourced;
    private double squares;
    private long withoutAgency;
  }

  /**
   * A window of the run: a day, mostly.
   *
   * @param articles dated articles
   * @param herfindahl the sum of the squares of the sources' shares among articles that name one, 1
   *     for a single source; null if none names one
   * @param agencies the share of articles that quote an agency
   */
  record Window(Instant start, long articles, @Nullable Double herfindahl, double agencies) {}

  void add(DailyAggregate row) {
    Sums sums = windows.computeIfAbsent(row.getWindowStart(), start -> new Sums());
    long articles = row.getArticles();
    if (row.getDimension() == Dimension.ALL) {
      sums.all += articles;
    } else if (row.getDimension() == Dimension.SOURCE && !row.getKey().isEmpty()) {
      sums.sourced += articles;
      sums.squares += (double) articles * articles;
    } else if (row.getDimension() == Dimension.AGENCY && row.getKey().isEmpty()) {
      sums.withoutAgency += articles;
    }
  }

  List<Window> windows() {
    List<Window> list = new ArrayList<>();
    windows.forEach(
        (start, sums) -> {
          if (sums.all > 0) {
            list.add(
                new Window(
                    start,
                    sums.all,
                    sums.sourced == 0
                        ? null
                        : sums.squares / ((double) sums.sourced * sums.sourced),
                    1 - (double) sums.withoutAgency / sums.all));
          }
        });
    return list;
  }
}
