package dev.newsfold.flow;

import dev.newsfold.records.InputFile;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.Revisions;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;

/** The rows of the ledger of all earlier runs, but for the one that is replaced. */
public final class RecallLedger extends PTransform<PBegin, PCollection<InputFile>> {
  private final History history;
  private final Grouping grouping;

  private RecallLedger(History history, Grouping grouping) {
    this.history = history;
    this.grouping = grouping;
  }

  /** Recalls what {@code history} has. */
  public static RecallLedger from(History history, Grouping grouping) {
    return new RecallLedger(history, grouping);
  }

  @Override
  public PCollection<InputFile> expand(PBegin begin) {
    RecordCoder<InputFile> row = RecordCoder.of(InputFile.class);
    KvCoder<Integer, InputFile> placed = ReadHistory.coder(InputFile.class);
    String replaced = history.run();
    return begin
        .apply("Read", new ReadHistory<>(history, Dataset.LEDGER, InputFile.class, grouping))
        .apply(
            "ByKey",
            WithKeys.<String, KV<Integer, InputFile>>of(
                    item -> Revisions.keyOf(Dataset.LEDGER, item.getValue()))
                .withKeyType(TypeDescriptors.strings()))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), placed))
        .apply("Last", grouping.merge(placed, Placed::first))
        .apply("Placed", Values.create())
        .setCoder(placed)
        .apply(
            "Rows",
            MapElements.into(TypeDescriptor.of(InputFile.class))
                .via(item -> Revisions.withRevision(item.getValue(), 0)))
        .setCoder(row)
        .apply("NotReplaced", Filter.by(item -> !replaced.equals(item.getRun())));
  }
}
