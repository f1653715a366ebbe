package dev.newsfold.flow;

import dev.newsfold.records.HeadlineTally;
import dev.newsfold.sinks.Dataset;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/** What all earlier runs have seen of headlines, but for the one that is replaced. */
public final class RecallTallies extends PTransform<PBegin, PCollection<HeadlineTally>> {
  private final History history;
  private final Grouping grouping;

  private RecallTallies(History history, Grouping grouping) {
    this.history = history;
    this.grouping = grouping;
  }

  /** Recalls what {@code history} has. */
  public static RecallTallies from(History history, Grouping grouping) {
    return new RecallTallies(history, grouping);
  }

  @Override
  public PCollection<HeadlineTally> expand(PBegin begin) {
    return begin
        .apply("Read", new ReadHistory<>(history, Dataset.TALLIES, HeadlineTally.class, grouping))
        .apply("Tallies", Values.create())
        .setCoder(RecordCoder.of(HeadlineTally.class));
  }
}
