package dev.newsfold.report;

import dev.newsfold.sinks.Dataset;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/** The records of a run, to be passed through as often as need be, always in the same order. */
public interface RunRecords {
  /** Records by dataset, as in the output folder. */
  SortedMap<String, Long> counts() throws IOException;

  /** Hands on every record of a dataset, some at a time, in the thread that asks for them. */
  <T extends SpecificRecord> void forEachBlock(Dataset dataset, Class<T> type, Taker<List<T>> taker)
      throws IOException;

  /** Takes what it is handed. */
  @FunctionalInterface
  interface Taker<T> {
    void take(T taken) throws IOException;
  }

  /** Hands on every record of a dataset. */
  default <T extends SpecificRecord> void forEach(Dataset dataset, Class<T> type, Consumer<T> sink)
      throws IOException {
    forEachBlock(dataset, type, records -> records.forEach(sink));
  }
}
