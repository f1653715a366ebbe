package dev.newsfold.jobs;

import dev.newsfold.captures.ReadLimits;
import dev.newsfold.flow.CollapseRecaptures;
import dev.newsfold.flow.DecodePages;
import dev.newsfold.flow.FoldHeadlines;
import dev.newsfold.flow.FoldLive;
import dev.newsfold.flow.FoldOntoHistory;
import dev.newsfold.flow.FoldStories;
import dev.newsfold.flow.Grouping;
import dev.newsfold.flow.History;
import dev.newsfold.flow.KeepEventTime;
import dev.newsfold.flow.LeaveForLauncher;
import dev.newsfold.flow.ListInputs;
import dev.newsfold.flow.ParseArticles;
import dev.newsfold.flow.PlaceArticles;
import dev.newsfold.flow.PublishLive;
import dev.newsfold.flow.ReadArticles;
import dev.newsfold.flow.ReadCaptures;
import dev.newsfold.flow.ReadKafka;
import dev.newsfold.flow.Rejected;
import dev.newsfold.flow.SetAsideLate;
import dev.newsfold.flow.SetAsideRepeats;
import dev.newsfold.flow.SketchBodies;
import dev.newsfold.flow.SumLedger;
import dev.newsfold.flow.SumTotals;
import dev.newsfold.flow.TallyWindows;
import dev.newsfold.flow.WatchFolder;
import dev.newsfold.flow.WriteLive;
import dev.newsfold.flow.WriteRecords;
import dev.newsfold.records.Article;
import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.Headline;
import dev.newsfold.records.HeadlineSighting;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Notice;
import dev.newsfold.records.Recapture;
import dev.newsfold.records.Rejection;
import dev.newsfold.records.StagedFile;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.RunLayout;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.jspecify.annotations.Nullable;

/** The pipelines, assembled: each method reads top to bottom as the data flows. */
final class Assembly {
  private final RunPlan plan;

  Assembly(RunPlan plan) {
    this.plan = plan;
  }

  /** From raw captures to articles, stories and counts. */
  void foldCaptures(Pipeline pipeline) {
    PCollectionTuple inputs =
        pipeline.apply("ListInputs", ListInputs.of(plan.inputs(), plan.grouping()));
    PCollectionTuple read =
        inputs.get(ListInputs.FILES).apply("ReadCaptures", ReadCaptures.within(plan.limits()));
    PCollectionTuple decoded =
        read.get(ReadCaptures.CAPTURES).apply("DecodePages", DecodePages.create());
    PCollectionTuple parsed =
        decoded.get(DecodePages.PAGES).apply("ParseArticles", ParseArticles.with(plan.parse()));

    fold(
        new Material(
            parsed.get(ParseArticles.ARTICLES),
            parsed.get(ParseArticles.SIGHTINGS),
            PCollectionList.of(read.get(Rejected.REJECTIONS))
                .and(decoded.get(Rejected.REJECTIONS))
                .and(parsed.get(Rejected.REJECTIONS))
                .apply("Rejections", Flatten.pCollections()),
            PCollectionList.of(inputs.get(ListInputs.LEDGER)).and(read.get(ReadCaptures.LEDGER))));
  }

  /** From articles that someone else extracted to stories and counts. */
  void foldArticles(Pipeline pipeline) {
    PCollectionTuple inputs =
        pipeline.apply("ListInputs", ListInputs.of(plan.inputs(), plan.grouping()));
    PCollectionTuple read =
        inputs.get(ListInputs.FILES).apply("ReadArticles", ReadArticles.in(plan.parse().zone()));
    fold(
        new Material(
            read.get(ReadArticles.ARTICLES),
            pipeline.apply("NoSightings", Create.empty(AvroCoder.specific(HeadlineSighting.class))),
            read.get(Rejected.REJECTIONS),
            PCollectionList.of(inputs.get(ListInputs.LEDGER)).and(read.get(ReadArticles.LEDGER))));
  }

  /**
   * From captures as they come to articles, stories and counts that follow them.
   *
   * @param runId whose {@code run.json} lists them
   */
  static void foldStream(StreamPlan stream, String runId, Pipeline pipeline) {
    PCollectionTuple read = readStream(stream, pipeline);
    PCollectionTuple decoded =
        read.get(ReadCaptures.CAPTURES).apply("DecodePages", DecodePages.create());
    PCollectionTuple parsed =
        decoded
            .get(DecodePages.PAGES)
            .apply("ParseArticles", ParseArticles.withoutSightings(stream.run().parse()));
    PCollection<Article> captured =
        parsed.get(ParseArticles.ARTICLES).apply("SketchBodies", SketchBodies.create());
    PCollectionTuple met =
        PCollectionList.of(read.get(Rejected.REJECTIONS))
            .and(decoded.get(Rejected.REJECTIONS))
            .and(parsed.get(Rejected.REJECTIONS))
            .apply("Rejections", Flatten.pCollections())
            .apply("SetAsideRepeats", SetAsideRepeats.within(stream.retention()));
    PCollection<Rejection> rejections = met.get(Rejected.REJECTIONS);

    PCollectionTuple folded =
        PCollectionList.of(captured.apply("TellCaptures", FoldLive.captures()))
            .and(read.get(ReadCaptures.LEDGER).apply("TellFiles", FoldLive.files()))
            .and(met.get(SetAsideRepeats.LEDGER).apply("TellRepeats", FoldLive.files()))
            .and(rejections.apply("TellRejections", FoldLive.rejections()))
            .apply("Entries", Flatten.pCollections())
            .apply(
                "FoldLive",
                FoldLive.with(
                    stream.run().calendar(),
                    stream.run().lateness(),
                    stream.every(),
                    stream.retention()));
    PCollection<Article> articles =
        captured.apply("PlaceArticles", PlaceArticles.in(folded.get(FoldLive.PLACES)));

    PCollectionList.of(writeLive(stream, Dataset.ARTICLES, articles))
        .and(writeLive(stream, Dataset.STORIES, folded.get(FoldLive.STORIES)))
        .and(writeLive(stream, Dataset.AGGREGATES, folded.get(FoldLive.AGGREGATES)))
        .and(writeLive(stream, Dataset.LATE, folded.get(FoldLive.LATE)))
        .and(writeLive(stream, Dataset.LEDGER, folded.get(FoldLive.LEDGER)))
        .and(writeLive(stream, Dataset.REJECTIONS, rejections))
        .apply(
            "PublishLive",
            PublishLive.in(new RunLayout(stream.output(), runId), folded.get(FoldLive.PULSES)));
  }

  /** From a folder, from Kafka, or from both. */
  private static PCollectionTuple readStream(StreamPlan stream, Pipeline pipeline) {
    List<PCollectionTuple> sources = new ArrayList<>();
    ReadLimits limits = stream.run().limits();
    if (!stream.run().inputs().isEmpty()) {
      sources.add(
          pipeline
              .apply("WatchFolder", WatchFolder.of(stream.run().inputs(), stream.settle()))
              .apply("ReadCaptures", ReadCaptures.within(limits)));
    }
    String kafka = stream.kafka();
    if (kafka != null) {
      sources.add(pipeline.apply("ReadKafka", ReadKafka.from(kafka, stream.topic(), limits)));
    }
    return PCollectionTuple.of(
            ReadCaptures.CAPTURES, all("Captures", sources, ReadCaptures.CAPTURES))
        .and(ReadCaptures.LEDGER, all("Files", sources, ReadCaptures.LEDGER))
        .and(Rejected.REJECTIONS, all("Unread", sources, Rejected.REJECTIONS));
  }

  private static <T> PCollection<T> all(
      String name, List<PCollectionTuple> sources, TupleTag<T> tag) {
    return PCollectionList.of(sources.stream().map(source -> source.get(tag)).toList())
        .apply(name, Flatten.pCollections());
  }

  private static <T extends SpecificRecord> PCollection<Notice> writeLive(
      StreamPlan stream, Dataset dataset, PCollection<T> records) {
    return records.apply(
        "Write" + dataset.title(),
        WriteLive.to(
            dataset,
            stream.output().toString(),
            stream.every(),
            stream.run().grouping().writers()));
  }

  /**
   * What is folded, wherever it comes from.
   *
   * @param captured articles, several of which may be captures of one address
   * @param ledger entries of the files that all of it came from
   */
  private record Material(
      PCollection<Article> captured,
      PCollection<HeadlineSighting> sightings,
      PCollection<Rejection> rejections,
      PCollectionList<InputFile> ledger) {}

  private void fold(Material material) {
    Grouping grouping = plan.grouping();
    PCollection<Article> articles =
        material
            .captured()
            .apply("KeepEventTime", KeepEventTime.create())
            .apply("CollapseRecaptures", CollapseRecaptures.of(plan.run(), grouping))
            .apply("SketchBodies", SketchBodies.create());
    PCollection<Headline> headlines =
        material.sightings().apply("FoldHeadlines", FoldHeadlines.joinedTo(articles, grouping));
    PCollection<InputFile> ledger =
        material
            .ledger()
            .and(material.captured().apply("EnterParsed", SumLedger.parsed()))
            .and(articles.apply("EnterWon", SumLedger.won()))
            .and(material.rejections().apply("EnterRejected", SumLedger.rejected()))
            .apply("SumLedger", SumLedger.with(grouping));
    PCollection<byte[]> totals = articles.apply("SumTotals", SumTotals.with(material.rejections()));
    LeaveForLauncher leave = LeaveForLauncher.in(plan.staging().toString(), totals);

    PCollectionList<StagedFile> files =
        PCollectionList.of(write(Dataset.HEADLINES, headlines))
            .and(write(Dataset.REJECTIONS, material.rejections()))
            .and(write(Dataset.LEDGER, ledger));
    if (plan.sightings()) {
      files = files.and(write(Dataset.SIGHTINGS, material.sightings()));
    }
    History history = plan.history();
    if (history == null) {
      files = foldAlone(articles, files);
    } else {
      PCollectionTuple folded =
          articles.apply("FoldOntoHistory", FoldOntoHistory.of(history, plan.lateness(), grouping));
      leave = leave.replacing(folded.get(FoldOntoHistory.REPLACED));
      files = writeFolded(folded, files);
    }
    files.apply("Files", Flatten.pCollections()).apply("LeaveForLauncher", leave);
  }

  private PCollectionList<StagedFile> foldAlone(
      PCollection<Article> articles, PCollectionList<StagedFile> files) {
    PCollectionTuple folded = articles.apply("FoldStories", FoldStories.with(plan.grouping()));
    PCollectionTuple dated =
        folded.get(FoldStories.ARTICLES).apply("SetAsideLate", SetAsideLate.by(plan.lateness()));
    PCollection<DailyAggregate> aggregates =
        dated
            .get(SetAsideLate.IN_TIME)
            .apply("TallyWindows", TallyWindows.of(plan.calendar(), plan.grouping()));
    return files
        .and(write(Dataset.ARTICLES, folded.get(FoldStories.ARTICLES)))
        .and(write(Dataset.STORIES, folded.get(FoldStories.STORIES)))
        .and(write(Dataset.AGGREGATES, aggregates))
        .and(write(Dataset.LATE, dated.get(SetAsideLate.LATE)));
  }

  private PCollectionList<StagedFile> writeFolded(
      PCollectionTuple folded, PCollectionList<StagedFile> files) {
    return files
        .and(
            folded
                .get(FoldOntoHistory.ARTICLES)
                .apply(
                    "WriteArticles",
                    this.<Article>writer(Dataset.ARTICLES).ownedBy(a -> named(a.getRun()))))
        .and(
            folded
                .get(FoldOntoHistory.RECAPTURES)
                .apply(
                    "WriteRecaptures",
                    this.<Recapture>writer(Dataset.RECAPTURES)
                        .ownedBy(r -> named(r.getArticle().getRun()))))
        .and(write(Dataset.STORIES, folded.get(FoldOntoHistory.STORIES)))
        .and(write(Dataset.AGGREGATES, folded.get(FoldOntoHistory.AGGREGATES)))
        .and(write(Dataset.LATE, folded.get(FoldOntoHistory.LATE)));
  }

  private static String named(@Nullable String run) {
    return run == null ? "" : run;
  }

  private <T extends SpecificRecord> WriteRecords<T> writer(Dataset dataset) {
    return WriteRecords.to(dataset, plan.staging().toString(), plan.grouping());
  }

  private <T extends SpecificRecord> PCollection<StagedFile> write(
      Dataset dataset, PCollection<T> records) {
    String run = dataset.ownedByRun() ? plan.run() : "";
    return records.apply("Write" + dataset.title(), this.<T>writer(dataset).ownedBy(item -> run));
  }
}
