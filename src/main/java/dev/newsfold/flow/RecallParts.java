package dev.newsfold.flow;

import dev.newsfold.sinks.Dataset;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/** Takes up the records of one dataset that were made of the parts of a dump. */
public final class RecallParts<T extends SpecificRecord>
    extends PTransform<PBegin, PCollection<T>> {
  private final ReadHistory<T> read;
  private final Class<T> type;

  private RecallParts(ReadHistory<T> read, Class<T> type) {
    this.read = read;
    this.type = type;
  }

  /**
   * Reads records of {@code dataset}.
   *
   * @param parts the files of all parts
   */
  public static <T extends SpecificRecord> RecallParts<T> of(
      History parts, Dataset dataset, Class<T> type, Grouping grouping) {
    return new RecallParts<>(new ReadHistory<>(parts, dataset, type, grouping), type);
  }

  @Override
  public PCollection<T> expand(PBegin begin) {
    return begin
        .apply("Read", read)
        .apply("Records", Values.create())
        .setCoder(RecordCoder.of(type));
  }
}
