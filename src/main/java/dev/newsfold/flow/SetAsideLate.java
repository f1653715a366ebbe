package dev.newsfold.flow;

import dev.newsfold.aggregate.Lateness;
import dev.newsfold.records.Article;
import dev.newsfold.records.Late;
import java.util.Optional;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

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
    return articles.apply(
        "Split", ParDo.of(new SplitFn(lateness)).withOutputTags(IN_TIME, TupleTagList.of(LATE)));
  }

  private static final class SplitFn extends DoFn<Article, Article> {
    private final Lateness lateness;

    private SplitFn(Lateness lateness) {
      this.lateness = lateness;
    }

    @ProcessElement
    public void process(@Element Article article, MultiOutputReceiver out) {
      if (article.getPublishedAt() == null) {
        return;
      }
      Optional<Late> late = lateness.of(article);
      if (late.isPresent()) {
        Counters.count(Metric.LATE);
        out.get(LATE).output(late.get());
      } else {
        out.get(IN_TIME).output(article);
      }
    }
  }
}
