package dev.newsfold.flow;

import dev.newsfold.dedupe.ArticleVersions;
import dev.newsfold.records.Article;
import dev.newsfold.records.DownstreamSums;
import dev.newsfold.records.Version;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;

/** Tells the versions of the articles whose captures differ ({@link ArticleVersions}). */
public final class TellVersions extends PTransform<PCollection<Article>, PCollection<Version>> {
  private TellVersions() {}

  /** The transform. */
  public static TellVersions all() {
    return new TellVersions();
  }

  /** How many versions each article has, for the sums of a stream ({@link TellProgress}). */
  public static MapElements<Article, DownstreamSums> sums() {
    return MapElements.into(TypeDescriptor.of(DownstreamSums.class))
        .via(
            article ->
                DownstreamSums.newBuilder()
                    .setCompared(1)
                    .setVersions(ArticleVersions.count(article))
                    .build());
  }

  @Override
  public PCollection<Version> expand(PCollection<Article> articles) {
    return articles
        .apply(
            "Versions",
            FlatMapElements.into(TypeDescriptor.of(Version.class)).via(ArticleVersions::of))
        .setCoder(RecordCoder.of(Version.class));
  }
}
