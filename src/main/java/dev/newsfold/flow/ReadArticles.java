package dev.newsfold.flow;

import dev.newsfold.aggregate.Ledger;
import dev.newsfold.captures.FileFacts;
import dev.newsfold.captures.InputFileRef;
import dev.newsfold.interchange.RowOutput;
import dev.newsfold.interchange.RowReader;
import dev.newsfold.records.Article;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Rejection;
import dev.newsfold.stores.Stores;
import java.time.ZoneId;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/** Reads articles that someone else extracted. Rows that cannot be folded become rejections. */
public final class ReadArticles extends PTransform<PCollection<InputFileRef>, PCollectionTuple> {
  /** The articles, with the ids that they came with. */
  public static final TupleTag<Article> ARTICLES = new TupleTag<>("articles") {};

  /** One ledger entry a file: its size, digest, and number of rows. */
  public static final TupleTag<InputFile> LEDGER = new TupleTag<>("ledger") {};

  private final ZoneId zone;

  private ReadArticles(ZoneId zone) {
    this.zone = zone;
  }

  /** Reads rows; times that state no zone are in {@code zone}. */
  public static ReadArticles in(ZoneId zone) {
    return new ReadArticles(zone);
  }

  @Override
  public PCollectionTuple expand(PCollection<InputFileRef> files) {
    return files.apply(
        "Read",
        ParDo.of(new ReadFn(zone))
            .withOutputTags(ARTICLES, TupleTagList.of(LEDGER).and(Rejected.REJECTIONS)));
  }

  private static final class ReadFn extends DoFn<InputFileRef, Article> {
    private final ZoneId zone;

    private ReadFn(ZoneId zone) {
      this.zone = zone;
    }

    @ProcessElement
    public void process(
        @Element InputFileRef file, PipelineOptions options, MultiOutputReceiver out) {
      FileFacts facts =
          new RowReader(Stores.of(options).inputs(), zone)
              .read(
                  file,
                  new RowOutput() {
                    @Override
                    public void article(Article article) {
                      Counters.captureDone();
                      out.get(ARTICLES).output(article);
                    }

                    @Override
                    public void reject(Rejection rejection) {
                      Counters.captureDone();
                      Rejected.reject(rejection, out);
                    }
                  });
      Counters.count(Metric.FILES);
      out.get(LEDGER)
          .output(
              Ledger.of(file.path())
                  .setSize(facts.size())
                  .setDigest(facts.sha256())
                  .setCaptures(facts.captures())
                  .build());
    }
  }
}
