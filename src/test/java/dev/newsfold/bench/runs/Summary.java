package dev.newsfold.bench.runs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What all rounds of one thing come to. Ratios are to the loop of two threads with the fold in the
 * same round, so that a machine which is slower for a while is slower for both.
 *
 * @param wallRatio null where that loop was not measured
 */
record Summary(
    Measured.Row row,
    int runs,
    Spread wall,
    Spread cpu,
    Spread peakMegabytes,
    Spread shuffledMegabytes,
    @Nullable Spread wallRatio,
    @Nullable Spread cpuRatio) {

  /** In the order in which they were measured first; nothing for what never ended well. */
  static List<Summary> of(List<Measured> all) {
    Map<Measured.Row, List<Measured>> rows = new LinkedHashMap<>();
    for (Measured one : all) {
      if (one.isGood()) {
        rows.computeIfAbsent(one.row(), row -> new ArrayList<>()).add(one);
      }
    }
    List<Summary> summaries = new ArrayList<>();
    rows.forEach(
        (row, runs) ->
            summaries.add(
                new Summary(
                    row,
                    runs.size(),
                    spread(runs, Measured::wallSeconds),
                    spread(runs, Measured::cpuSeconds),
                    spread(runs, Measured::peakMegabytes),
                    spread(runs, Measured::shuffledMegabytes),
                    ratio(runs, rows.get(row.base()), Measured::wallSeconds),
                    ratio(runs, rows.get(row.base()), Measured::cpuSeconds))));
    return summaries;
  }

  private static Spread spread(List<Measured> runs, ToDoubleFunction<Measured> figure) {
    return Spread.of(runs.stream().map(figure::applyAsDouble).toList());
  }

  private static @Nullable Spread ratio(
      List<Measured> runs, @Nullable List<Measured> bases, ToDoubleFunction<Measured> figure) {
    List<Double> ratios = new ArrayList<>();
    for (Measured run : runs) {
      for (Measured base : bases == null ? List.<Measured>of() : bases) {
        if (base.round() == run.round() && figure.applyAsDouble(base) > 0) {
          ratios.add(figure.applyAsDouble(run) / figure.applyAsDouble(base));
        }
      }
    }
    return ratios.isEmpty() ? null : Spread.of(ratios);
  }
}
