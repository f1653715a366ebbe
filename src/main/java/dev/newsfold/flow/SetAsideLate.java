package dev.newsfold.flow;

import dev.newsfold.aggregate.Lateness;
import dev.newsfold.records.Article;
import dev.newsfold.records.Late;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;

/**
 * Splits dated articles into those to be counted and those too old at their capture. Undated ones
 * go to neither: they are in {@code articles/day=undated}.
 */
public final class SetAsideLate extends PTransform<PCollection<Article>, PCollectionTuple> {
  /** Articles to be counted. */
  public static final TupleTag<Article> IN_TIME = new TupleTag<>("inTime") {};

  /** The others, with the reason. */
  public static final TupleTag<Late> LATE = new TupleTag<>("late") {};

  private final Lateness lateness;

  private SetAsideLate(Lateness lateness) {
    this.lateness = lateness;
  }

  /** Splits by {@code lateness}. */
  public static SetAsideLate by(Lateness lateness) {
    return new SetAsideLate(lateness);
  }

  @Override
  public PCollectionTuple expand(PCollection<Article> articles) {
    // Two steps, not one of two outputs: Flink would carry all that goes to either to both.
    return PCollectionTuple.of(
            IN_TIME,
            articles
                .apply("InTime", ParDo.of(new InTimeFn(lateness)))
                .setCoder(RecordCoder.of(Article.class)))
        .and(LATE, articles.apply("Late", ParDo.of(new LateFn(lateness))));
  }

  private static final class InTimeFn extends DoFn<Article, Article> {
    private final Lateness lateness;

    private InTimeFn(Lateness lateness) {
      this.lateness = lateness;
    }

    @ProcessElement
    public void process(@Element Article article, OutputReceiver<Article> out) {
      if (article.getPublishedAt() != null && lateness.of(article).isEmpty()) {
        out.output(article);
      }
    }
  }

  private static final class LateFn extends DoFn<Article, Late> {
    private final Lateness lateness;

    private LateFn(Lateness lateness) {
      this.lateness = lateness;
    }

    @ProcessElement
    public void process(@Element Article article, OutputReceiver<Late> out) {
      if (article.getPublishedAt() != null) {
        lateness
            .of(article)
            .ifPresent(
                late -> {
                  Counters.count(Metric.LATE);
                  out.output(late);
                });
      }
    }
  }
}
