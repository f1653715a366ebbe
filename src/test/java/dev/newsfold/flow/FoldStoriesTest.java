package dev.newsfold.flow;

import dev.newsfold.aggregate.Invented;
import dev.newsfold.dedupe.Fold;
import dev.newsfold.dedupe.FoldMember;
import dev.newsfold.records.Article;
import dev.newsfold.records.Precision;
import dev.newsfold.records.Story;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fold on runners is the fold in memory. */
class FoldStoriesTest {
  private static final LocalDate DAY = LocalDate.of(2031, 5, 6);
  private static final int HOT = 240;

  @ParameterizedTest(name = "at parallelism {0}")
  @ValueSource(ints = {1, 2, 4})
  void onFlinkTheStoriesAreThoseOfTheFoldInMemory(int parallelism) {
    FlinkPipelineOptions flink = PipelineOptionsFactory.create().as(FlinkPipelineOptions.class);
    flink.setRunner(FlinkRunner.class);
    flink.setFlinkMaster("[local]");
    flink.setParallelism(parallelism);
    check(FoldBatch.with(Grouping.BY_KEY), flink, parallelism);
  }

  @Test
  void onTheDirectRunnerTheStoriesAreThoseOfTheFoldInMemory() {
    check(FoldBatch.with(Grouping.inShards(3)), PipelineOptionsFactory.create(), 5);
  }

  private static void check(FoldBatch fold, PipelineOptions options, long order) {
    List<Article> articles = articles();
    List<String> expected =
        Fold.fold(articles.stream().map(FoldMember::of).toList()).stream()
            .map(Story::toString)
            .toList();
    Collections.shuffle(articles, new Random(order));
    Pipeline pipeline = Pipeline.create(options);
    Coders.register(pipeline);
    PAssert.that(
            pipeline
                .apply(Create.of(articles).withCoder(AvroCoder.specific(Article.class)))
                .apply(fold)
                .get(FoldBatch.STORIES)
                .apply(MapElements.into(TypeDescriptors.strings()).via(Story::toString)))
        .containsInAnyOrder(expected);
    pipeline.run().waitUntilFinish();
  }

  /** A page that is copied for a month, a column, its title on other texts, and strangers. */
  private static List<Article> articles() {
    List<Article> articles = new ArrayList<>();
    String hot = text(1);
    String column = text(2);
    for (int i = 0; i < HOT; i++) {
      articles.add(article("hot" + i, "湖滨新桥今日通车", hot, DAY.plusDays(i % 30)));
      articles.add(
          article("column" + i, "湖滨水情通报", "水位" + i + "厘米。" + column, DAY.plusDays(i % 60)));
      articles.add(article("bare" + i, "湖滨新桥今日通车", "", i % 5 == 0 ? null : DAY));
      articles.add(article("other" + i, "第" + i + "艘船下水", text(100 + i / 2), DAY));
    }
    return articles;
  }

  private static Article article(String id, String headline, String body, @Nullable LocalDate day) {
    Random random = new Random(id.hashCode());
    return Article.newBuilder(Invented.article(random, id))
        .setId(id)
        .setSite("s" + Math.floorMod(id.hashCode(), 1000) + ".example")
        .setHeadline(headline)
        .setOriginalHeadline(null)
        .setBody(body)
        .setSketch(ByteBuffer.allocate(0))
        .setStoryId(null)
        .setPublishDay(day)
        .setPublishedPrecision(day == null ? null : Precision.MINUTE)
        .setPublishedAt(
            day == null ? null : day.atTime(8, random.nextInt(60)).toInstant(ZoneOffset.ofHours(8)))
        .build();
  }

  private static String text(int seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      text.append((char) ('一' + random.nextInt(3000)));
    }
    return text.toString();
  }
}
