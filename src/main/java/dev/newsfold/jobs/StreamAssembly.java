package dev.newsfold.jobs;

import dev.newsfold.captures.ReadLimits;
import dev.newsfold.dedupe.Fold;
import dev.newsfold.flow.Change;
import dev.newsfold.flow.CoordinateStories;
import dev.newsfold.flow.EncodeRecords;
import dev.newsfold.flow.FoldStories;
import dev.newsfold.flow.FollowHeadlines;
import dev.newsfold.flow.FollowRecaptures;
import dev.newsfold.flow.Grouping;
import dev.newsfold.flow.PlaceArticles;
import dev.newsfold.flow.PublishLive;
import dev.newsfold.flow.ReadCaptures;
import dev.newsfold.flow.ReadKafka;
import dev.newsfold.flow.Readings;
import dev.newsfold.flow.Rejected;
import dev.newsfold.flow.SetAsideRepeats;
import dev.newsfold.flow.SketchBodies;
import dev.newsfold.flow.TellProgress;
import dev.newsfold.flow.TellVersions;
import dev.newsfold.flow.WatchFolder;
import dev.newsfold.flow.WriteLive;
import dev.newsfold.parse.ParseSettings;
import dev.newsfold.records.Article;
import dev.newsfold.records.Rejection;
import dev.newsfold.records.StreamProgress;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.EncodedRecord;
import dev.newsfold.sinks.RunLayout;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.join.RawUnionValue;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;

/** The pipeline of a stream, assembled: it reads top to bottom as the data flows. */
final class StreamAssembly {
  private StreamAssembly() {}

  /**
   * From captures as they come to articles, stories and counts that follow them.
   *
   * @param runId whose {@code run.json} lists them
   */
  static void fold(StreamPlan stream, String runId, Pipeline pipeline) {
    PCollection<RawUnionValue> read = read(stream, pipeline);
    PCollection<Article> captured =
        Readings.articles(read).apply("SketchBodies", SketchBodies.create());
    PCollectionTuple met =
        Readings.rejections(read)
            .apply("SetAsideRepeats", SetAsideRepeats.within(stream.retention()));
    PCollection<Rejection> rejections = met.get(Rejected.REJECTIONS);

    Grouping rounds = stream.run().grouping().inRounds(stream.every());
    PCollectionTuple followed =
        captured.apply("FollowRecaptures", FollowRecaptures.with(rounds, stream.retention()));
    PCollection<Change<Fold.Folded>> stories =
        followed.get(FollowRecaptures.MEMBERS).apply("FoldStories", FoldStories.with(rounds));
    PCollectionTuple folded =
        PCollectionList.of(followed.get(FollowRecaptures.ENTRIES))
            .and(stories.apply("TellStories", CoordinateStories.stories()))
            .and(Readings.ledger(read).apply("TellFiles", CoordinateStories.files()))
            .and(met.get(SetAsideRepeats.LEDGER).apply("TellRepeats", CoordinateStories.files()))
            .and(rejections.apply("TellRejections", CoordinateStories.rejections()))
            .apply("Entries", Flatten.pCollections())
            .apply(
                "CoordinateStories",
                CoordinateStories.with(
                    stream.run().calendar(), stream.run().lateness(), rounds, stream.retention()));
    PCollection<Article> articles =
        captured.apply("PlaceArticles", PlaceArticles.in(folded.get(CoordinateStories.PLACES)));

    PCollectionTuple headlines =
        Readings.sightings(read)
            .apply(
                "FollowHeadlines",
                FollowHeadlines.with(articles, stream.every(), stream.retention()));
    PCollection<StreamProgress> progress =
        PCollectionList.of(headlines.get(FollowHeadlines.SUMS))
            .and(articles.apply("SumVersions", TellVersions.sums()))
            .apply("Downstream", Flatten.pCollections())
            .apply(
                "TellProgress",
                TellProgress.of(
                    folded.get(CoordinateStories.PROGRESS),
                    stream.every(),
                    stream.run().sightings()));

    PCollectionList<KV<String, EncodedRecord>> records =
        PCollectionList.of(encode(stream, Dataset.ARTICLES, articles))
            .and(encode(stream, Dataset.STORIES, folded.get(CoordinateStories.STORIES)))
            .and(encode(stream, Dataset.COPIES, folded.get(CoordinateStories.COPIES)))
            .and(
                encode(
                    stream, Dataset.VERSIONS, articles.apply("TellVersions", TellVersions.all())))
            .and(encode(stream, Dataset.AGGREGATES, folded.get(CoordinateStories.AGGREGATES)))
            .and(encode(stream, Dataset.LATE, folded.get(CoordinateStories.LATE)))
            .and(encode(stream, Dataset.LEDGER, folded.get(CoordinateStories.LEDGER)))
            .and(encode(stream, Dataset.DRIFT, folded.get(CoordinateStories.DRIFT)))
            .and(encode(stream, Dataset.HEADLINES, headlines.get(FollowHeadlines.HEADLINES)))
            .and(encode(stream, Dataset.REJECTIONS, rejections));
    if (stream.run().sightings()) {
      records =
          records.and(encode(stream, Dataset.SIGHTINGS, headlines.get(FollowHeadlines.SIGHTINGS)));
    }
    records
        .apply("Records", Flatten.pCollections())
        .apply("WriteLive", WriteLive.to(stream.output().address(), stream.every()))
        .apply("PublishLive", PublishLive.in(new RunLayout(stream.output(), runId), progress));
  }

  /** From a folder, from Kafka, or from both. */
  private static PCollection<RawUnionValue> read(StreamPlan stream, Pipeline pipeline) {
    List<PCollection<RawUnionValue>> sources = new ArrayList<>();
    ReadLimits limits = stream.run().limits();
    ParseSettings parse = stream.run().parse();
    if (!stream.run().inputs().isEmpty()) {
      sources.add(
          pipeline
              .apply("WatchFolder", WatchFolder.of(stream.run().inputs(), stream.settle()))
              .apply("ReadCaptures", ReadCaptures.within(limits).parsing(parse)));
    }
    String kafka = stream.kafka();
    if (kafka != null) {
      sources.add(
          pipeline.apply(
              "ReadKafka", ReadKafka.from(kafka, stream.topic(), limits).parsing(parse)));
    }
    return PCollectionList.of(sources).apply("Readings", Flatten.pCollections());
  }

  private static <T extends SpecificRecord> PCollection<KV<String, EncodedRecord>> encode(
      StreamPlan stream, Dataset dataset, PCollection<T> records) {
    return records.apply(
        "Encode" + dataset.title(), EncodeRecords.of(dataset, stream.run().grouping()));
  }
}
