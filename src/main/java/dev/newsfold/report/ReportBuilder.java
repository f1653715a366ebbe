package dev.newsfold.report;

import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.Dimension;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Story;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Gathers a {@link RunReport} from the records of a finished run, read one by one in any order. Of
 * files and stories it keeps only those to show.
 *
 * <p>Keys are summed exactly up to {@value #MOST_KEYS} of a dimension; beyond that the smaller half
 * is forgotten, which only a key that is small in every window can feel.
 */
public final class ReportBuilder {
  private static final int MOST_KEYS = 200_000;

  private final TreeSet<InputFile> files = new TreeSet<>(RunReport.WORST_FIRST);
  private final TreeSet<WideStory> stories = new TreeSet<>(WideStory.WIDEST_FIRST);
  private final List<DailyAggregate> windows = new ArrayList<>();
  private final Map<Dimension, Map<String, KeyTotal>> keys = new EnumMap<>(Dimension.class);
  private LedgerTotals ledger = LedgerTotals.NONE;

  /** Counts an input file. */
  public ReportBuilder add(InputFile file) {
    ledger = ledger.plus(LedgerTotals.of(file));
    files.add(file);
    if (files.size() > RunReport.FILES) {
      files.pollLast();
    }
    return this;
  }

  /** Counts a row of the aggregates, of any dimension. */
  public ReportBuilder add(DailyAggregate row) {
    if (row.getDimension() == Dimension.ALL) {
      windows.add(DailyAggregate.newBuilder(row).setTopStories(List.of()).build());
      return this;
    }
    Map<String, KeyTotal> totals =
        keys.computeIfAbsent(row.getDimension(), none -> new HashMap<>());
    totals.merge(row.getKey(), KeyTotal.of(row), KeyTotal::plus);
    if (totals.size() > MOST_KEYS) {
      List<KeyTotal> smallestFirst = new ArrayList<>(totals.values());
      smallestFirst.sort(KeyTotal.LARGEST_FIRST.reversed());
      smallestFirst.subList(0, MOST_KEYS / 2).forEach(total -> totals.remove(total.key()));
    }
    return this;
  }

  /** Looks at a story. */
  public ReportBuilder add(Story story) {
    if (story.getMembers().size() > 1) {
      stories.add(WideStory.of(story));
      if (stories.size() > RunReport.STORIES) {
        stories.pollLast();
      }
    }
    return this;
  }

  /** The ledger's totals so far. */
  public LedgerTotals ledger() {
    return ledger;
  }

  /**
   * The report of what was added.
   *
   * @param records records written, by dataset
   * @param totals what was counted over articles and rejections
   */
  public RunReport build(RunFacts facts, Map<String, Long> records, Totals totals) {
    Map<Dimension, List<KeyTotal>> rows = new EnumMap<>(Dimension.class);
    keys.forEach((dimension, byKey) -> rows.put(dimension, List.copyOf(byKey.values())));
    return new RunReport(
        facts, records, ledger, List.copyOf(files), windows, List.copyOf(stories), rows, totals);
  }
}
