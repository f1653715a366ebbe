package dev.newsfold.aggregate;

import dev.newsfold.records.InputFile;
import dev.newsfold.records.LedgerRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of a stream: rows that entries are added to.
 *
 * <p>Every row that is published adds up: it counts those captures whose fate is known. What a file
 * holds is known before its captures are parsed, and the fates of some before it is read to its
 * end; a row with both as they happen to be adds up by chance only. Captures that are under way are
 * counted in the totals, and in the row once they have arrived.
 *
 * <p>A row is forgotten once its captures are all explained, nothing was added to it for the
 * retention, and no article that is remembered has its latest capture in that file. Until then an
 * entry may still come: the capture may lose its address to a later one. After that the only
 * entries that can come are those of a file that is read again. They begin a row of their own,
 * which must not supersede the first: so a row bears the period of the stream's time in which it
 * was begun as its {@code run}. Periods are as long as the retention, which lies between the
 * beginnings of two rows of one file; so these never bear the same. In the first period, which is
 * all that most streams see, {@code run} is null as in a batch.
 */
final class LiveLedger {
  private final WriteBackMap<LedgerRow> rows;
  private final LiveTotals totals;
  private final long retention;
  private final TreeSet<String> changed = new TreeSet<>();
  private final Map<String, Integer> latestCaptures = new HashMap<>();
  private final LastTouched finished = new LastTouched();

  LiveLedger(WriteBackMap<LedgerRow> rows, LiveTotals totals, long retention) {
    this.rows = rows;
    this.totals = totals;
    this.retention = retention;
    rows.rows()
        .forEach(
            (path, row) -> {
              if (row.getChanged()) {
                changed.add(path);
              }
              sort(path);
            });
  }

  /**
   * Adds an entry.
   *
   * @param now how long the stream has run, in milliseconds
   */
  void add(InputFile entry, long now) {
    String path = entry.getPath();
    LedgerRow row = rows.get(path);
    InputFile sum =
        row == null
            ? InputFile.newBuilder(entry).setRun(period(now)).build()
            : add(row.getSum(), entry);
    rows.put(path, new LedgerRow(sum, now, true));
    changed.add(path);
    sort(path);
    totals.count("inputFiles", row == null ? 1 : 0);
    totals.count("captures", entry.getCaptures());
    totals.count("articles", entry.getArticles());
    totals.count("recaptures", entry.getRecaptures());
    totals.count("rejections", Ledger.sum(entry.getRejections()));
    totals.count("skips", Ledger.sum(entry.getSkips()));
  }

  /** A file that was replaced and read again is as it was read last. */
  private static InputFile add(InputFile sum, InputFile entry) {
    InputFile more = Ledger.add(sum, entry);
    if (entry.getSize() != null) {
      more.setSize(entry.getSize());
      more.setDigest(entry.getDigest());
    }
    return more;
  }

  private @Nullable String period(long now) {
    long past = now / retention;
    return past == 0 ? null : Duration.ofMillis(past * retention).toString();
  }

  /** The latest capture of an article that is remembered lies in a file. */
  void hold(String path) {
    latestCaptures.merge(path, 1, Integer::sum);
    sort(path);
  }

  /** One of them does no more. */
  void release(String path) {
    latestCaptures.computeIfPresent(path, (k, count) -> count == 1 ? null : count - 1);
    sort(path);
  }

  /** Sorts a row by whether an entry may still come that belongs to it. */
  private void sort(String path) {
    LedgerRow row = rows.get(path);
    if (row != null && Ledger.unexplained(row.getSum()) == 0 && !latestCaptures.containsKey(path)) {
      finished.put(path, row.getTouchedAt());
    } else {
      finished.remove(path);
    }
  }

  /** The rows that have changed since this was last asked, published under a revision. */
  List<InputFile> publish(int revision) {
    List<InputFile> published = new ArrayList<>();
    for (String path : List.copyOf(changed)) {
      LedgerRow row = rows.get(path);
      if (row == null) {
        continue;
      }
      InputFile sum = row.getSum();
      long explained = sum.getCaptures() - Ledger.unexplained(sum);
      // Of a file none of whose captures has arrived there is nothing to say yet.
      if (explained != 0 || sum.getCaptures() == 0) {
        changed.remove(path);
        rows.put(path, new LedgerRow(sum, row.getTouchedAt(), false));
        published.add(
            InputFile.newBuilder(sum).setCaptures(explained).setRevision(revision).build());
      }
    }
    return published;
  }

  /**
   * Forgets the rows that are finished and were not touched since {@code before}.
   *
   * @return when the next of them was touched last; the greatest number if there is none
   */
  long forget(long before) {
    for (String path : finished.before(before)) {
      if (!changed.contains(path)) {
        rows.remove(path);
        finished.remove(path);
      }
    }
    return finished.oldest();
  }
}
