package dev.newsfold.flow;

import dev.newsfold.records.Article;
import dev.newsfold.records.Rejection;
import dev.newsfold.report.Totals;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.SerializableBiFunction;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/** Sums up what the report tells of articles and rejections; yields the bytes of one Totals. */
public final class SumTotals extends PTransform<PCollection<Article>, PCollection<byte[]>> {
  private final PCollection<Rejection> rejections;

  private SumTotals(PCollection<Rejection> rejections) {
    this.rejections = rejections;
  }

  /** Sums up articles and these rejections. */
  public static SumTotals with(PCollection<Rejection> rejections) {
    return new SumTotals(rejections);
  }

  @Override
  public PCollection<byte[]> expand(PCollection<Article> articles) {
    PCollection<byte[]> ofArticles =
        articles.apply("OfArticles", Combine.globally(new SumFn<Article>(Totals::add)));
    PCollection<byte[]> ofRejections =
        rejections.apply("OfRejections", Combine.globally(new SumFn<Rejection>(Totals::add)));
    return PCollectionList.of(ofArticles)
        .and(ofRejections)
        .apply("Both", Flatten.pCollections())
        .apply(
            "Sum",
            Combine.globally(
                new SumFn<byte[]>((totals, part) -> totals.merge(Totals.fromBytes(part)))));
  }

  private static final class SumFn<T> extends Combine.CombineFn<T, Totals, byte[]> {
    private final SerializableBiFunction<Totals, T, Totals> add;

    private SumFn(SerializableBiFunction<Totals, T, Totals> add) {
      this.add = add;
    }

    @Override
    public Totals createAccumulator() {
      return new Totals();
    }

    @Override
    public Totals addInput(Totals totals, T item) {
      return add.apply(totals, item);
    }

    @Override
    public Totals mergeAccumulators(Iterable<Totals> parts) {
      Totals sum = new Totals();
      for (Totals part : parts) {
        sum = sum.merge(part);
      }
      return sum;
    }

    @Override
    public byte[] extractOutput(Totals totals) {
      return totals.toBytes();
    }

    @Override
    public Coder<Totals> getAccumulatorCoder(CoderRegistry registry, Coder<T> inputCoder) {
      return new TotalsCoder();
    }

    @Override
    public Coder<byte[]> getDefaultOutputCoder(CoderRegistry registry, Coder<T> inputCoder) {
      return ByteArrayCoder.of();
    }
  }
}
