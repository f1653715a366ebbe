package dev.newsfold.flow;

import dev.newsfold.records.Article;
import dev.newsfold.records.Rejection;
import dev.newsfold.report.Totals;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.SerializableBiFunction;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/** Sums up what the report tells of articles and rejections. */
public final class SumTotals extends PTransform<PCollection<Article>, PCollection<Totals>> {
  private final PCollection<Rejection> rejections;

  private SumTotals(PCollection<Rejection> rejections) {
    this.rejections = rejections;
  }

  /** Sums up articles and these rejections. */
  public static SumTotals with(PCollection<Rejection> rejections) {
    return new SumTotals(rejections);
  }

  @Override
  public PCollection<Totals> expand(PCollection<Article> articles) {
    PCollection<Totals> ofArticles =
        articles.apply("OfArticles", Combine.globally(new SumFn<Article>(Totals::add)));
    PCollection<Totals> ofRejections =
        rejections.apply("OfRejections", Combine.globally(new SumFn<Rejection>(Totals::add)));
    return PCollectionList.of(ofArticles)
        .and(ofRejections)
        .apply("Both", Flatten.pCollections())
        .apply("Sum", Combine.globally(new SumFn<Totals>(Totals::merge)));
  }

  private static final class SumFn<T> extends Combine.CombineFn<T, Totals, Totals> {
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
    public Totals extractOutput(Totals totals) {
      return totals;
    }

    @Override
    public Coder<Totals> getAccumulatorCoder(CoderRegistry registry, Coder<T> inputCoder) {
      return new TotalsCoder();
    }

    @Override
    public Coder<Totals> getDefaultOutputCoder(CoderRegistry registry, Coder<T> inputCoder) {
      return new TotalsCoder();
    }
  }
}
