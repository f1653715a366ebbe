package dev.newsfold.aggregate;

import dev.newsfold.records.Copy;
import dev.newsfold.records.LedgerRow;
import dev.newsfold.records.Remembered;
import dev.newsfold.records.SiteWeeks;
import dev.newsfold.records.WindowTally;

/**
 * What a stream keeps from one firing to the next. Each table is as large as what came within the
 * retention; what of it is older is a mark a window, and two dozen numbers a site and week.
 *
 * @param members articles by their ids
 * @param stories digests of the stories as last published, by their ids
 * @param copies who copied whom as last published, by the ids of the copying articles
 * @param windows when each window was last touched, or a mark that it is dirty or closed
 * @param rows digests of the rows as last published, by window and row
 * @param settled counts of the stories that are forgotten, by window and row
 * @param ledger rows of the ledger by their files, but for those that are finished
 * @param drift how often fields are filled, by site
 */
public record LiveTables(
    WriteBackMap<Remembered> members,
    WriteBackMap<Long> stories,
    WriteBackMap<Copy> copies,
    WriteBackMap<Long> windows,
    WriteBackMap<Long> rows,
    WriteBackMap<WindowTally> settled,
    WriteBackMap<LedgerRow> ledger,
    WriteBackMap<SiteWeeks> drift) {

  /** Empty tables. */
  public static LiveTables empty() {
    return new LiveTables(
        new WriteBackMap<>(),
        new WriteBackMap<>(),
        new WriteBackMap<>(),
        new WriteBackMap<>(),
        new WriteBackMap<>(),
        new WriteBackMap<>(),
        new WriteBackMap<>(),
        new WriteBackMap<>());
  }
}
