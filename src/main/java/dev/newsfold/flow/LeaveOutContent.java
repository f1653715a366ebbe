package dev.newsfold.flow;

import dev.newsfold.records.Article;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Articles without their texts, and without the evidence for their fields, for the steps that count
 * and date them. Runners write down what goes to several steps once for each, and these are most of
 * an article's bytes.
 */
public final class LeaveOutContent extends PTransform<PCollection<Article>, PCollection<Article>> {
  private LeaveOutContent() {}

  /** The transform. */
  public static LeaveOutContent ofArticles() {
    return new LeaveOutContent();
  }

  @Override
  public PCollection<Article> expand(PCollection<Article> articles) {
    return articles
        .apply(
            "Slim", MapElements.into(TypeDescriptor.of(Article.class)).via(LeaveOutContent::slim))
        .setCoder(RecordCoder.of(Article.class));
  }

  private static Article slim(Article article) {
    return Article.newBuilder(article)
        .setBody("")
        .setSummary(null)
        .setContents(List.of())
        .setTextHashes(List.of())
        .setEvidence(Map.of())
        .setSketch(ByteBuffer.allocate(0))
        .build();
  }
}
