package dev.newsfold.report;

import dev.newsfold.records.DailyAggregate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The run's windows as a readable number of bars: by day where they fit, by week, month, quarter or
 * year where they do not.
 *
 * <p>A few strays far from the rest would press a run of sixty days into one bar. So up to one
 * article in two hundred may be left out at either end, if finer bars are won by it; {@code before}
 * and {@code after} say how many.
 *
 * @param grain what one bar stands for
 * @param bars without gaps, in order
 * @param before articles published earlier than the first bar
 * @param after articles published later than the last bar
 */
record Timeline(Grain grain, List<Bar> bars, long before, long after) {
  /** More bars than this cannot be told apart. */
  static final int MOST_BARS = 160;

  private static final int STRAYS = 200;

  /** Articles, and the stories they tell, from {@code start} until the next bar. */
  record Bar(LocalDate start, long articles, long stories) {
    private Bar plus(DailyAggregate row) {
      return new Bar(start, articles + row.getArticles(), stories + row.getStories());
    }
  }

  static Timeline of(List<DailyAggregate> windows) {
    NavigableMap<LocalDate, Long> days = new TreeMap<>();
    windows.forEach(row -> days.merge(row.getDay(), row.getArticles(), Long::sum));
    if (days.isEmpty()) {
      return new Timeline(Grain.DAY, List.of(), 0, 0);
    }
    Grain finest = finest(windows.get(0).getWindow());
    LocalDate first = days.firstKey();
    LocalDate last = days.lastKey();
    long strays = days.values().stream().mapToLong(Long::longValue).sum() / STRAYS;
    LocalDate firstOfMost = skip(days, strays);
    LocalDate lastOfMost = skip(days.descendingMap(), strays);
    if (grain(finest, firstOfMost, lastOfMost).compareTo(grain(finest, first, last)) < 0) {
      first = firstOfMost;
      last = lastOfMost;
    }
    return of(windows, grain(finest, first, last), first, last);
  }

  long mostArticles() {
    return bars.stream().mapToLong(Bar::articles).max().orElse(0);
  }

  private static Timeline of(
      List<DailyAggregate> windows, Grain grain, LocalDate first, LocalDate last) {
    TreeMap<LocalDate, Bar> bars = new TreeMap<>();
    LocalDate start = grain.floor(first);
    while (!start.isAfter(last) && bars.size() < MOST_BARS) {
      bars.put(start, new Bar(start, 0, 0));
      start = grain.next(start);
    }
    long before = 0;
    long after = 0;
    for (DailyAggregate row : windows) {
      if (row.getDay().isBefore(bars.firstKey())) {
        before += row.getArticles();
      } else if (row.getDay().isBefore(start)) {
        bars.computeIfPresent(grain.floor(row.getDay()), (day, bar) -> bar.plus(row));
      } else {
        after += row.getArticles();
      }
    }
    return new Timeline(
        grain, Collections.unmodifiableList(new ArrayList<>(bars.values())), before, after);
  }

  private static Grain grain(Grain finest, LocalDate first, LocalDate last) {
    for (Grain grain : Grain.values()) {
      double bars = (last.toEpochDay() - first.toEpochDay()) / grain.days() + 1;
      if (grain.compareTo(finest) >= 0 && bars <= MOST_BARS) {
        return grain;
      }
    }
    return Grain.TWENTY_YEARS;
  }

  private static Grain finest(String window) {
    return switch (window) {
      case "P1W" -> Grain.WEEK;
      case "P1M" -> Grain.MONTH;
      default -> Grain.DAY;
    };
  }

  /** The first day that is not among the first {@code strays} articles. */
  private static LocalDate skip(NavigableMap<LocalDate, Long> days, long strays) {
    long left = strays;
    for (var day : days.entrySet()) {
      left -= day.getValue();
      if (left < 0) {
        return day.getKey();
      }
    }
    return days.lastKey();
  }
}
