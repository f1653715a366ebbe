package dev.newsfold.flow;

import dev.newsfold.dedupe.Sketch;
import dev.newsfold.records.Article;
import java.nio.ByteBuffer;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;

/** Sketches the bodies of articles, once, for every later comparison. */
public final class SketchBodies extends PTransform<PCollection<Article>, PCollection<Article>> {

  private SketchBodies() {}

  /** The transform. */
  public static SketchBodies create() {
    return new SketchBodies();
  }

  @Override
  public PCollection<Article> expand(PCollection<Article> articles) {
    return articles
        .apply(
            "Sketch", MapElements.into(TypeDescriptor.of(Article.class)).via(SketchBodies::sketch))
        .setCoder(RecordCoder.of(Article.class));
  }

  /** The article with a sketch of its body. */
  static Article sketch(Article article) {
    return Article.newBuilder(article)
        .setSketch(ByteBuffer.wrap(Sketch.of(article.getBody()).toBytes()))
        .build();
  }
}
