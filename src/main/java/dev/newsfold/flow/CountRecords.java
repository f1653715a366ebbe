package dev.newsfold.flow;

import dev.newsfold.aggregate.Ledger;
import dev.newsfold.records.Article;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Late;
import dev.newsfold.records.Story;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/** Counts what a run, and all runs that it goes on from, have come to: the totals of run.json. */
public final class CountRecords extends PTransform<PBegin, PCollection<KV<String, Long>>> {
  /** Ahead of the names of what was counted of this run alone. */
  public static final String OF_RUN = "run.";

  /** Ahead of the reasons for which this run has rejected captures. */
  public static final String REJECTIONS_OF_RUN = "run.rejections.";

  /** Ahead of the kinds of captures that this run has skipped. */
  public static final String SKIPS_OF_RUN = "run.skips.";

  private final PCollection<InputFile> ofRun;
  private final PCollection<InputFile> ledger;
  private final PCollection<Article> articles;
  private final PCollection<Story> stories;
  private final PCollection<Late> late;
  private final Grouping grouping;

  private CountRecords(
      PCollection<InputFile> ofRun,
      PCollection<InputFile> ledger,
      PCollection<Article> articles,
      PCollection<Story> stories,
      PCollection<Late> late,
      Grouping grouping) {
    this.ofRun = ofRun;
    this.ledger = ledger;
    this.articles = articles;
    this.stories = stories;
    this.late = late;
    this.grouping = grouping;
  }

  /**
   * Counts.
   *
   * @param ofRun the ledger as this run alone would write it
   * @param ledger all of the ledger
   */
  public static PCollection<KV<String, Long>> of(
      PCollection<InputFile> ofRun,
      PCollection<InputFile> ledger,
      PCollection<Article> articles,
      PCollection<Story> stories,
      PCollection<Late> late,
      Grouping grouping) {
    return ledger
        .getPipeline()
        .apply("CountRecords", new CountRecords(ofRun, ledger, articles, stories, late, grouping));
  }

  @Override
  public PCollection<KV<String, Long>> expand(PBegin begin) {
    return PCollectionList.of(ofRun.apply("OfRun", ParDo.of(new LedgerFn(OF_RUN))))
        .and(ledger.apply("OfAll", ParDo.of(new LedgerFn(""))))
        .and(articles.apply("Undated", ParDo.of(new UndatedFn())))
        .and(stories.apply("Stories", ParDo.of(new StoriesFn())))
        .and(late.apply("Late", ParDo.of(new LateFn())))
        .apply("Counts", Flatten.pCollections())
        .apply("Sum", grouping.merge(VarLongCoder.of(), Long::sum));
  }

  private static final class LedgerFn extends DoFn<InputFile, KV<String, Long>> {
    private final String prefix;

    private LedgerFn(String prefix) {
      this.prefix = prefix;
    }

    @ProcessElement
    public void process(@Element InputFile file, OutputReceiver<KV<String, Long>> out) {
      out.output(KV.of(prefix + "inputFiles", 1L));
      out.output(KV.of(prefix + "captures", file.getCaptures()));
      out.output(KV.of(prefix + "articles", file.getArticles()));
      out.output(KV.of(prefix + "recaptures", file.getRecaptures()));
      out.output(KV.of(prefix + "rejections", Ledger.sum(file.getRejections())));
      out.output(KV.of(prefix + "skips", Ledger.sum(file.getSkips())));
      if (prefix.equals(OF_RUN)) {
        file.getRejections()
            .forEach((reason, count) -> out.output(KV.of(REJECTIONS_OF_RUN + reason, count)));
        file.getSkips().forEach((kind, count) -> out.output(KV.of(SKIPS_OF_RUN + kind, count)));
      }
    }
  }

  private static final class UndatedFn extends DoFn<Article, KV<String, Long>> {
    @ProcessElement
    public void process(@Element Article article, OutputReceiver<KV<String, Long>> out) {
      if (article.getPublishedAt() == null) {
        out.output(KV.of("undated", 1L));
      }
    }
  }

  private static final class StoriesFn extends DoFn<Story, KV<String, Long>> {
    @ProcessElement
    public void process(@Element Story story, OutputReceiver<KV<String, Long>> out) {
      out.output(KV.of("stories", 1L));
      out.output(KV.of("crossPosts", story.getMembers().size() - 1L));
    }
  }

  private static final class LateFn extends DoFn<Late, KV<String, Long>> {
    @ProcessElement
    public void process(OutputReceiver<KV<String, Long>> out) {
      out.output(KV.of("late", 1L));
    }
  }
}
