package dev.newsfold.flow;

import dev.newsfold.aggregate.Ledger;
import dev.newsfold.records.Article;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Rejection;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.Revisions;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;

/** Adds up the ledger: what each input file held, and what became of every capture in it. */
public final class SumLedger
    extends PTransform<PCollectionList<InputFile>, PCollection<InputFile>> {

  private final Grouping grouping;

  private SumLedger(Grouping grouping) {
    this.grouping = grouping;
  }

  /** The transform; its inputs are ledger entries from all over the pipeline. */
  public static SumLedger with(Grouping grouping) {
    return new SumLedger(grouping);
  }

  /** Enters captures that could be parsed. */
  public static MapElements<Article, InputFile> parsed() {
    return enter(article -> Ledger.parsed(article.getOrigin().getFile()));
  }

  /** Enters captures that became the article of their address. */
  public static MapElements<Article, InputFile> won() {
    return enter(article -> Ledger.won(article.getOrigin().getFile()));
  }

  /** Enters rejections. */
  public static MapElements<Rejection, InputFile> rejected() {
    return enter(Ledger::rejected);
  }

  /** Says of rows which run has read the files; none if that has no name. */
  public static MapElements<InputFile, InputFile> ofRun(String run) {
    return enter(row -> InputFile.newBuilder(row).setRun(run.isEmpty() ? null : run).build());
  }

  private static <T> MapElements<T, InputFile> enter(SerializableFunction<T, InputFile> entry) {
    return MapElements.into(TypeDescriptor.of(InputFile.class)).via(entry);
  }

  @Override
  public PCollection<InputFile> expand(PCollectionList<InputFile> entries) {
    Coder<KV<String, InputFile>> keyed = Coders.keyed(InputFile.class);
    return entries
        .apply("Entries", Flatten.pCollections())
        .apply(
            "ByFile",
            WithKeys.<String, InputFile>of(row -> Revisions.keyOf(Dataset.LEDGER, row))
                .withKeyType(TypeDescriptors.strings()))
        .setCoder(keyed)
        .apply("Add", grouping.merge(RecordCoder.of(InputFile.class), Ledger::add))
        .apply("Files", Values.create())
        .setCoder(RecordCoder.of(InputFile.class));
  }
}
