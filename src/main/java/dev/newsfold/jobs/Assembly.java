package dev.newsfold.jobs;

import dev.newsfold.captures.containers.FileClues;
import dev.newsfold.flow.AssignStories;
import dev.newsfold.flow.CollapseRecaptures;
import dev.newsfold.flow.CountFields;
import dev.newsfold.flow.CountRecords;
import dev.newsfold.flow.FoldBatch;
import dev.newsfold.flow.FoldHeadlines;
import dev.newsfold.flow.Grouping;
import dev.newsfold.flow.History;
import dev.newsfold.flow.InheritIds;
import dev.newsfold.flow.KeepClues;
import dev.newsfold.flow.KeepEventTime;
import dev.newsfold.flow.ListInputs;
import dev.newsfold.flow.ParseArticles;
import dev.newsfold.flow.ReadArticles;
import dev.newsfold.flow.ReadCaptures;
import dev.newsfold.flow.RecallArticles;
import dev.newsfold.flow.RecallClues;
import dev.newsfold.flow.RecallLedger;
import dev.newsfold.flow.RecallParts;
import dev.newsfold.flow.RecallTallies;
import dev.newsfold.flow.RecordCoder;
import dev.newsfold.flow.Rejected;
import dev.newsfold.flow.ResolveRevisits;
import dev.newsfold.flow.SetAsideLate;
import dev.newsfold.flow.SketchBodies;
import dev.newsfold.flow.SumLedger;
import dev.newsfold.flow.TallyHeadlines;
import dev.newsfold.flow.TallyWindows;
import dev.newsfold.flow.TellVersions;
import dev.newsfold.records.Article;
import dev.newsfold.records.Capture;
import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.Headline;
import dev.newsfold.records.HeadlineSighting;
import dev.newsfold.records.HeadlineTally;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Late;
import dev.newsfold.records.Rejection;
import dev.newsfold.records.Story;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.OutputFolder;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;

/** The pipelines of batches, assembled: each method reads top to bottom as the data flows. */
final class Assembly {
  private final RunPlan plan;

  Assembly(RunPlan plan) {
    this.plan = plan;
  }

  /** From raw captures to articles, stories and counts. */
  void foldCaptures(Pipeline pipeline) {
    PCollectionTuple inputs =
        pipeline.apply("ListInputs", ListInputs.of(plan.inputs(), plan.grouping()));
    PCollectionTuple read = read(inputs);
    PCollectionTuple revisits = resolve(read.get(ReadCaptures.CLUES));
    fold(
        parse(
            PCollectionList.of(read.get(ReadCaptures.CAPTURES))
                .and(revisits.get(ReadCaptures.CAPTURES)),
            PCollectionList.of(read.get(Rejected.REJECTIONS)),
            PCollectionList.of(inputs.get(ListInputs.LEDGER))
                .and(read.get(ReadCaptures.LEDGER))
                .and(revisits.get(ReadCaptures.LEDGER))));
  }

  /**
   * From the captures of a part of a dump to articles, left for {@link #foldParts}.
   *
   * @param clues where names of revisits and pages are kept for {@link #parseRevisits}
   */
  void parsePart(Pipeline pipeline, DumpPart part, OutputFolder clues) {
    PCollectionTuple inputs =
        pipeline.apply("ListInputs", ListInputs.listed(part.entries(), plan.grouping()));
    PCollectionTuple read = read(inputs);
    read.get(ReadCaptures.CLUES).apply("KeepClues", KeepClues.in(clues.address(), plan.grouping()));
    leave(
        parse(
            PCollectionList.of(read.get(ReadCaptures.CAPTURES)),
            PCollectionList.of(read.get(Rejected.REJECTIONS)),
            PCollectionList.of(inputs.get(ListInputs.LEDGER)).and(read.get(ReadCaptures.LEDGER))));
  }

  /** From revisits of pages in other files, of whatever part, to articles; left in the same way. */
  void parseRevisits(Pipeline pipeline, List<String> clues) {
    PCollectionTuple revisits =
        resolve(pipeline.apply("RecallClues", RecallClues.of(clues, plan.grouping())));
    leave(
        parse(
            PCollectionList.of(revisits.get(ReadCaptures.CAPTURES)),
            PCollectionList.empty(pipeline),
            PCollectionList.of(revisits.get(ReadCaptures.LEDGER))));
  }

  private void leave(Material parsed) {
    RunOutput output = new RunOutput(plan);
    output.write(Dataset.ARTICLES, parsed.captured());
    output.write(Dataset.SIGHTINGS, parsed.sightings());
    output.write(Dataset.REJECTIONS, parsed.rejections());
    output.write(Dataset.LEDGER, parsed.ledger().apply("Ledger", Flatten.pCollections()));
    output.leaveFiles();
  }

  /** From what {@link #parsePart} has left of all parts to stories and counts. */
  void foldParts(Pipeline pipeline, History parts) {
    fold(
        new Material(
            recallParts(pipeline, parts, Dataset.ARTICLES, Article.class),
            recallParts(pipeline, parts, Dataset.SIGHTINGS, HeadlineSighting.class),
            recallParts(pipeline, parts, Dataset.REJECTIONS, Rejection.class),
            PCollectionList.of(recallParts(pipeline, parts, Dataset.LEDGER, InputFile.class))));
  }

  private <T extends SpecificRecord> PCollection<T> recallParts(
      Pipeline pipeline, History parts, Dataset dataset, Class<T> type) {
    return pipeline.apply(
        "Read" + dataset.title(), RecallParts.of(parts, dataset, type, plan.grouping()));
  }

  private PCollectionTuple read(PCollectionTuple inputs) {
    return inputs
        .get(ListInputs.FILES)
        .apply("ReadCaptures", ReadCaptures.within(plan.limits()).inParts(plan.grouping()));
  }

  private PCollectionTuple resolve(PCollection<KV<String, FileClues>> clues) {
    return clues.apply("ResolveRevisits", ResolveRevisits.with(plan.limits(), plan.grouping()));
  }

  /** Rejections and ledger entries are those of what came before. */
  private Material parse(
      PCollectionList<Capture> captures,
      PCollectionList<Rejection> rejections,
      PCollectionList<InputFile> ledger) {
    PCollectionTuple parsed =
        captures
            .apply("Captures", Flatten.pCollections())
            .apply("ParseArticles", ParseArticles.with(plan.parse()));

    return new Material(
        parsed.get(ParseArticles.ARTICLES),
        parsed.get(ParseArticles.SIGHTINGS),
        rejections.and(parsed.get(Rejected.REJECTIONS)).apply("Rejections", Flatten.pCollections()),
        ledger);
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
            pipeline.apply("NoSightings", Create.empty(RecordCoder.of(HeadlineSighting.class))),
            read.get(Rejected.REJECTIONS),
            PCollectionList.of(inputs.get(ListInputs.LEDGER)).and(read.get(ReadArticles.LEDGER))));
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
    RunOutput output = new RunOutput(plan);
    PCollection<Article> ofRun =
        material
            .captured()
            .apply("KeepEventTime", KeepEventTime.create())
            .apply("CollapseRecaptures", CollapseRecaptures.of(plan.run(), grouping))
            .apply("SketchBodies", SketchBodies.create());
    PCollection<InputFile> ledgerOfRun =
        material
            .ledger()
            .and(material.captured().apply("EnterParsed", SumLedger.parsed()))
            .and(ofRun.apply("EnterWon", SumLedger.won()))
            .and(material.rejections().apply("EnterRejected", SumLedger.rejected()))
            .apply("SumLedger", SumLedger.with(grouping))
            .apply("OfRun", SumLedger.ofRun(plan.run()));
    PCollection<HeadlineTally> seen =
        material.sightings().apply("TallyHeadlines", TallyHeadlines.with(grouping));

    // From here on, what this run has read together with what earlier runs have.
    History history = plan.history();
    Known known =
        history == null
            ? new Known(ofRun, ledgerOfRun, seen)
            : recall(history, ofRun, ledgerOfRun, seen, output);
    PCollectionTuple folded = known.articles().apply("FoldBatch", FoldBatch.with(grouping));
    PCollection<Story> stories = folded.get(FoldBatch.STORIES);
    if (history != null) {
      stories = stories.apply("InheritIds", InheritIds.from(known.articles(), grouping));
    }
    PCollectionTuple assigned =
        known
            .articles()
            .apply(
                "AssignStories", AssignStories.of(stories, folded.get(FoldBatch.COPIES), grouping));
    PCollection<Article> articles = assigned.get(AssignStories.ARTICLES);
    PCollectionTuple dated = articles.apply("SetAsideLate", SetAsideLate.by(plan.lateness()));
    PCollection<Late> late = dated.get(SetAsideLate.LATE);
    PCollection<DailyAggregate> aggregates =
        dated
            .get(SetAsideLate.IN_TIME)
            .apply("TallyWindows", TallyWindows.of(plan.calendar(), grouping));
    PCollection<Headline> headlines =
        known.seen().apply("FoldHeadlines", FoldHeadlines.joinedTo(articles, grouping));

    output.write(Dataset.REJECTIONS, material.rejections());
    output.write(Dataset.TALLIES, seen);
    if (plan.sightings()) {
      output.write(Dataset.SIGHTINGS, material.sightings());
    }
    output.revise(Dataset.ARTICLES, articles);
    output.revise(Dataset.STORIES, stories);
    if (history != null) {
      output.succeed(assigned.get(AssignStories.SUCCESSORS));
    }
    output.revise(Dataset.COPIES, assigned.get(AssignStories.COPIES));
    output.revise(Dataset.VERSIONS, articles.apply("TellVersions", TellVersions.all()));
    output.revise(Dataset.AGGREGATES, aggregates);
    output.revise(
        Dataset.DRIFT,
        articles.apply("CountFields", CountFields.by(plan.parse().zone(), grouping)));
    output.revise(Dataset.LATE, late);
    output.revise(Dataset.HEADLINES, headlines);
    output.revise(Dataset.LEDGER, known.ledger());
    output.leave(CountRecords.of(ledgerOfRun, known.ledger(), articles, stories, late));
  }

  /**
   * What all runs together know.
   *
   * @param articles one an address, each with the story that it was in before
   * @param ledger a row a file of each run
   * @param seen what each run has seen of headlines
   */
  private record Known(
      PCollection<Article> articles,
      PCollection<InputFile> ledger,
      PCollection<HeadlineTally> seen) {}

  private Known recall(
      History history,
      PCollection<Article> ofRun,
      PCollection<InputFile> ledgerOfRun,
      PCollection<HeadlineTally> seenByRun,
      RunOutput output) {
    Grouping grouping = plan.grouping();
    PCollectionTuple recalled =
        ofRun.apply("RecallArticles", RecallArticles.from(history, grouping));
    output.revise(Dataset.RECAPTURES, recalled.get(RecallArticles.RECAPTURES));
    return new Known(
        recalled.get(RecallArticles.ARTICLES),
        PCollectionList.of(ledgerOfRun)
            .and(recalled.get(RecallArticles.LEDGER))
            .and(ofRun.getPipeline().apply("RecallLedger", RecallLedger.from(history, grouping)))
            .apply("SumLedgers", SumLedger.with(grouping)),
        PCollectionList.of(seenByRun)
            .and(ofRun.getPipeline().apply("RecallTallies", RecallTallies.from(history, grouping)))
            .apply("AllTallies", Flatten.pCollections()));
  }
}
