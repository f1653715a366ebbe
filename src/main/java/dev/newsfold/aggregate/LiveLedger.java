package dev.newsfold.aggregate;

import dev.newsfold.records.InputFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The ledger of a stream: rows that entries are added to, and the sums of all rows ever. */
final class LiveLedger {
  /** Marks a row that has changed since it was last published. */
  private static final int CHANGED = -1;

  private final Kept<InputFile> rows;
  private final SortedMap<String, Long> totals = new TreeMap<>();

  LiveLedger(Kept<InputFile> rows) {
    this.rows = rows;
  }

  /** Takes up the sums where they were left. */
  void resume(Map<String, Long> sums) {
    totals.putAll(sums);
  }

  void add(InputFile entry) {
    InputFile row = rows.get(entry.getPath());
    InputFile sum = row == null ? entry : Ledger.add(row, entry);
    rows.put(entry.getPath(), InputFile.newBuilder(sum).setRevision(CHANGED).build());
    count("inputFiles", row == null ? 1 : 0);
    count("captures", entry.getCaptures());
    count("articles", entry.getArticles());
    count("recaptures", entry.getRecaptures());
    count("rejections", Ledger.sum(entry.getRejections()));
    count("skips", Ledger.sum(entry.getSkips()));
  }

  /** The rows that have changed since this was last asked, published under a revision. */
  List<InputFile> publish(int revision) {
    List<InputFile> published = new ArrayList<>();
    for (InputFile row : List.copyOf(rows.rows().values())) {
      if (row.getRevision() == CHANGED) {
        InputFile next = InputFile.newBuilder(row).setRevision(revision).build();
        rows.put(row.getPath(), next);
        published.add(next);
      }
    }
    return published;
  }

  /** The sums, as in {@code run.json}. */
  SortedMap<String, Long> totals() {
    return totals;
  }

  private void count(String name, long by) {
    totals.merge(name, by, Long::sum);
  }
}
