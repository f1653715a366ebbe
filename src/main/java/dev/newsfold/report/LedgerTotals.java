package dev.newsfold.report;

import dev.newsfold.aggregate.Ledger;
import dev.newsfold.records.InputFile;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The ledger, summed: what became of the captures of all input files.
 *
 * @param files input files
 * @param captures what was found in them
 * @param articles captures that became an article
 * @param recaptures captures that another one of the same address won
 * @param rejections rejections by reason
 * @param skips skips by kind
 */
public record LedgerTotals(
    long files,
    long captures,
    long articles,
    long recaptures,
    SortedMap<String, Long> rejections,
    SortedMap<String, Long> skips) {

  /** The totals of no file. */
  public static final LedgerTotals NONE =
      new LedgerTotals(0, 0, 0, 0, new TreeMap<>(), new TreeMap<>());

  public LedgerTotals {
    rejections = Collections.unmodifiableSortedMap(new TreeMap<>(rejections));
    skips = Collections.unmodifiableSortedMap(new TreeMap<>(skips));
  }

  /** The totals of one file. */
  public static LedgerTotals of(InputFile file) {
    return new LedgerTotals(
        1,
        file.getCaptures(),
        file.getArticles(),
        file.getRecaptures(),
        new TreeMap<>(file.getRejections()),
        new TreeMap<>(file.getSkips()));
  }

  /** The totals of both. */
  public LedgerTotals plus(LedgerTotals other) {
    return new LedgerTotals(
        files + other.files,
        captures + other.captures,
        articles + other.articles,
        recaptures + other.recaptures,
        new TreeMap<>(Ledger.add(rejections, other.rejections)),
        new TreeMap<>(Ledger.add(skips, other.skips)));
  }

  public long rejected() {
    return Ledger.sum(rejections);
  }

  public long skipped() {
    return Ledger.sum(skips);
  }

  /** Captures that nothing accounts for: 0, or the run breaks its promise of conservation. */
  public long unexplained() {
    return Ledger.unexplained(captures, articles, recaptures, rejections, skips);
  }
}
