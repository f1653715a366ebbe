package dev.newsfold.flow;

import dev.newsfold.aggregate.LiveTables;
import dev.newsfold.aggregate.WriteBackMap;
import dev.newsfold.records.Copy;
import dev.newsfold.records.LedgerRow;
import dev.newsfold.records.Remembered;
import dev.newsfold.records.SiteWeeks;
import dev.newsfold.records.StreamProgress;
import dev.newsfold.records.WindowTally;
import java.util.Map;
import org.apache.beam.sdk.state.MapState;
import org.apache.beam.sdk.state.ValueState;

/** The coordinator's tables in the runner's state. */
record CoordinatorState(
    MapState<String, Remembered> members,
    MapState<String, Long> stories,
    MapState<String, Copy> copies,
    MapState<String, Long> windows,
    MapState<String, Long> rows,
    MapState<String, WindowTally> settled,
    MapState<String, LedgerRow> ledger,
    MapState<String, SiteWeeks> drift,
    ValueState<StreamProgress> progress,
    ValueState<Long> calls) {
  /** The tables as they were saved. */
  LiveTables read() {
    LiveTables tables = LiveTables.empty();
    load(members, tables.members());
    load(stories, tables.stories());
    load(copies, tables.copies());
    load(windows, tables.windows());
    load(rows, tables.rows());
    load(settled, tables.settled());
    load(ledger, tables.ledger());
    load(drift, tables.drift());
    return tables;
  }

  /** Saves what has changed in tables, and the sums. */
  void save(LiveTables tables, StreamProgress now, long call) {
    save(tables.members(), members);
    save(tables.stories(), stories);
    save(tables.copies(), copies);
    save(tables.windows(), windows);
    save(tables.rows(), rows);
    save(tables.settled(), settled);
    save(tables.ledger(), ledger);
    save(tables.drift(), drift);
    progress.write(now);
    calls.write(call);
  }

  private static <V> void load(MapState<String, V> state, WriteBackMap<V> table) {
    for (Map.Entry<String, V> row : state.entries().read()) {
      table.load(row.getKey(), row.getValue());
    }
  }

  private static <V> void save(WriteBackMap<V> table, MapState<String, V> state) {
    table.save(
        (key, value) -> {
          if (value == null) {
            state.remove(key);
          } else {
            state.put(key, value);
          }
        });
  }
}
