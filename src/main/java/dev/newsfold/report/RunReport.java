package dev.newsfold.report;

import dev.newsfold.aggregate.Ledger;
import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.Dimension;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Story;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that the report shows of one run. All of it is small, whatever the size of the run;
 * the page shows no more than its own limits even if it is given more.
 *
 * @param facts what ran
 * @param records records written, by dataset as in the output folder ({@code articles}, {@code
 *     stories}, {@code headlines}, {@code late}, …)
 * @param crossPosts articles that are copies in the stories written
 * @param ledger the ledger's totals
 * @param files the ledger's rows to show, {@linkplain #WORST_FIRST worst first}
 * @param windows the aggregates of dimension ALL, one a window, in any order
 * @param stories the stories to show, {@linkplain #WIDEST_FIRST widest first}
 * @param keys by dimension, its largest values ({@link KeyTotal#LARGEST_FIRST})
 * @param totals what was counted over articles and rejections
 */
public record RunReport(
    RunFacts facts,
    Map<String, Long> records,
    long crossPosts,
    LedgerTotals ledger,
    List<InputFile> files,
    List<DailyAggregate> windows,
    List<Story> stories,
    Map<Dimension, List<KeyTotal>> keys,
    Totals totals) {

  /** How many stories, files and keys of a dimension the page shows. */
  public static final int STORIES = 20;

  public static final int FILES = 50;
  public static final int KEYS = 12;

  /**
   * Files that need a look first: what could not be read, then unexplained captures, then most
   * rejections, then the fewest articles; then by path.
   */
  public static final Comparator<InputFile> WORST_FIRST =
      Comparator.comparing((InputFile file) -> file.getDigest() != null)
          .thenComparing(file -> -Math.abs(LedgerTotals.of(file).unexplained()))
          .thenComparing(file -> -Ledger.sum(file.getRejections()))
          .thenComparing(InputFile::getArticles)
          .thenComparing(InputFile::getPath);

  /** Stories on most sites first; then by number of members; then by id. */
  public static final Comparator<Story> WIDEST_FIRST =
      Comparator.comparingInt(Story::getSiteCount)
          .thenComparingInt(story -> story.getMembers().size())
          .reversed()
          .thenComparing(Story::getId);

  public RunReport {
    records = Collections.unmodifiableMap(new TreeMap<>(records));
    files = files.stream().sorted(WORST_FIRST).limit(FILES).toList();
    windows =
        windows.stream().sorted(Comparator.comparing(DailyAggregate::getWindowStart)).toList();
    stories = stories.stream().sorted(WIDEST_FIRST).limit(STORIES).toList();
    Map<Dimension, List<KeyTotal>> largest = new EnumMap<>(Dimension.class);
    keys.forEach(
        (dimension, rows) ->
            largest.put(
                dimension, rows.stream().sorted(KeyTotal.LARGEST_FIRST).limit(KEYS).toList()));
    keys = Collections.unmodifiableMap(largest);
  }

  /** Records written to a dataset, 0 if it was not written. */
  long records(String dataset) {
    return records.getOrDefault(dataset, 0L);
  }
}
