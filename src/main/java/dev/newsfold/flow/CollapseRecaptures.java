package dev.newsfold.flow;

import dev.newsfold.dedupe.Recaptures;
import dev.newsfold.records.Article;
import dev.newsfold.records.RecaptureGroup;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;

/** Keeps one article an address: of several captures the latest, which knows of the others. */
public final class CollapseRecaptures
    extends PTransform<PCollection<Article>, PCollection<Article>> {

  private final String run;
  private final Grouping grouping;

  private CollapseRecaptures(String run, Grouping grouping) {
    this.run = run;
    this.grouping = grouping;
  }

  /**
   * The transform.
   *
   * @param run the capture day that the articles are of; empty for none
   */
  public static CollapseRecaptures of(String run, Grouping grouping) {
    return new CollapseRecaptures(run, grouping);
  }

  @Override
  public PCollection<Article> expand(PCollection<Article> captured) {
    return captured
        .apply(
            "ByAddress",
            MapElements.into(
                    TypeDescriptors.kvs(
                        TypeDescriptors.strings(), TypeDescriptor.of(RecaptureGroup.class)))
                .via(article -> KV.of(article.getId(), Recaptures.of(article))))
        .setCoder(Coders.keyed(RecaptureGroup.class))
        .apply("Merge", grouping.mergeFew(RecordCoder.of(RecaptureGroup.class), Recaptures::merge))
        .apply("Winners", Values.create())
        .apply("Keep", ParDo.of(new KeepFn(run)))
        .setCoder(RecordCoder.of(Article.class));
  }

  private static final class KeepFn extends DoFn<RecaptureGroup, Article> {
    private final String run;

    private KeepFn(String run) {
      this.run = run;
    }

    @ProcessElement
    public void process(@Element RecaptureGroup group, OutputReceiver<Article> out) {
      Article winner = Recaptures.winner(group);
      Counters.count(Metric.RECAPTURES, group.getCaptures() - 1);
      if (!run.isEmpty()) {
        winner.setRun(run);
      }
      out.output(winner);
    }
  }
}
