package dev.newsfold.flow;

import dev.newsfold.dedupe.Fold;
import dev.newsfold.dedupe.FoldMember;
import dev.newsfold.records.Article;
import dev.newsfold.records.Copy;
import dev.newsfold.records.Story;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/** Folds all articles of a batch: one round of {@link FoldStories}, in which every one is added. */
public final class FoldBatch extends PTransform<PCollection<Article>, PCollectionTuple> {
  /** The stories, those of a single article included. */
  public static final TupleTag<Story> STORIES = new TupleTag<>("stories") {};

  /** For every member of a story but the canonical, whom it most likely copied. */
  public static final TupleTag<Copy> COPIES = new TupleTag<>("copies") {};

  private final Grouping grouping;

  private FoldBatch(Grouping grouping) {
    this.grouping = grouping;
  }

  /** The transform. */
  public static FoldBatch with(Grouping grouping) {
    return new FoldBatch(grouping);
  }

  @Override
  public PCollectionTuple expand(PCollection<Article> articles) {
    return articles
        .apply("Members", ParDo.of(new MemberFn()))
        .setCoder(FoldStories.MEMBERS)
        .apply("FoldStories", FoldStories.with(grouping))
        .apply("Part", ParDo.of(new PartFn()).withOutputTags(STORIES, TupleTagList.of(COPIES)));
  }

  private static final class MemberFn extends DoFn<Article, Change<FoldMember>> {
    @ProcessElement
    public void process(@Element Article article, OutputReceiver<Change<FoldMember>> out) {
      out.output(Change.added(FoldMember.of(article)));
    }
  }

  private static final class PartFn extends DoFn<Change<Fold.Folded>, Story> {
    @ProcessElement
    public void process(@Element Change<Fold.Folded> folded, MultiOutputReceiver out) {
      Counters.count(Metric.STORIES);
      out.get(STORIES).output(folded.value().story());
      folded.value().copies().forEach(out.get(COPIES)::output);
    }
  }
}
